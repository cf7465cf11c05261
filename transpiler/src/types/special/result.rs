//! What the functions the compiler knows by name give.

use crate::hir::{BinOp, Const, Expr, ExprKind, Module};
use crate::ty::{Kind, Num, Repr, Rules, Type};
use crate::types::body::Body;
use crate::types::create::like_array;
use crate::types::expr::list_of;
use crate::types::iterate::Iterable;
use crate::types::{Special, constant, index, is_lazy, iterate, join_as_c, methods, resolve};

impl<'a> Body<'a, '_> {
    pub(in crate::types) fn special(
        &mut self,
        special: Special,
        args: &'a [Expr],
        keywords: &'a [(String, Expr)],
        types: &[Type],
    ) -> Option<(Special, Type)> {
        let plain = keywords.is_empty();
        let ty = match &special {
            Special::NewArray(fill) => return self.new_array(*fill, args, keywords).map(|ty| (special, ty)),
            Special::NewLike(fill) => return self.new_like(*fill, args, keywords).map(|ty| (special, ty)),
            Special::Arange => self.arange(args, keywords)?,
            Special::Linspace => self.linspace(args, keywords)?,
            Special::Eye => self.eye(args, keywords)?,
            Special::ArrayLiteral => self.array_literal(args, keywords)?,
            // Found by what they are called on or by their table, not here.
            Special::NewStruct(_) | Special::CallPointer | Special::CLibrary(_) => return None,
            Special::Sorted { .. } => return self.sorted(args, keywords, types),
            Special::Min | Special::Max if args.len() == 1 && !plain => {
                self.with_default(&args[0], &types[0], keywords)?
            }
            Special::IsClose => self.is_close(types, keywords)?,
            Special::List if plain && args.len() == 1 && !is_lazy(&args[0]) => self.list_from(&args[0], &types[0])?,
            _ if !plain => return None,
            Special::IsInstance(_) => {
                let ([_, class], [ty, _]) = (args, types) else { return None };
                let is = is_instance(ty, &classes(self.module(), class)?)?;
                return Some((Special::IsInstance(is), Type::BOOL));
            }
            Special::Prod => self.prod_type(types)?,
            Special::Len => match types {
                [Type::Object] => Type::INT,
                [
                    Type::Array(_)
                    | Type::List(_)
                    | Type::Str
                    | Type::Char
                    | Type::Bytes
                    | Type::Tuple(_)
                    | Type::Range,
                ] => Type::INT,
                _ => return None,
            },
            Special::Abs => abs_type(types)?,
            Special::Min | Special::Max => min_max_type(&self.compared(args, types))?,
            // What a generator expression and the start evaluate first would change places.
            Special::Sum if args.first().is_some_and(is_lazy) && args.get(1).is_some_and(|start| !is_plain(start)) => {
                return None;
            }
            Special::Sum => self.sum_type(types)?,
            Special::Any | Special::All => match (args, types) {
                ([arg], _) if is_lazy(arg) => Type::BOOL,
                ([_], [ty]) if iterate::item_type(ty).num().is_some() => Type::BOOL,
                _ => return None,
            },
            Special::List => match (args, types) {
                ([], _) => Type::List(Box::new(Type::Never)),
                ([arg], [ty]) if is_lazy(arg) => ty.clone(),
                _ => return None,
            },
            Special::Int | Special::Float if matches!(types, [Type::Str | Type::Char]) => match special {
                Special::Int => Type::INT,
                _ => Type::FLOAT,
            },
            Special::Int => int_type(types)?,
            Special::Float => match types {
                [] => Type::FLOAT,
                [Type::Num(num)] if !num.repr.is_complex() => Type::FLOAT,
                _ => return None,
            },
            Special::Bool => match types {
                [] | [_] if types.iter().all(has_native_truth) => Type::BOOL,
                _ => return None,
            },
            Special::Complex => match types {
                [] => Type::COMPLEX,
                [Type::Num(_)] => Type::COMPLEX,
                [Type::Num(a), Type::Num(b)] if !a.repr.is_complex() && !b.repr.is_complex() => Type::COMPLEX,
                _ => return None,
            },
            Special::Round => round_type(types)?,
            Special::Pow if types.len() == 3 => {
                let int = |ty: &Type| *ty == Type::INT || *ty == Type::BOOL;
                return types.iter().all(int).then_some((Special::PowMod, Type::INT));
            }
            // Python has it: an integer, or a float if the exponent is negative.
            Special::Pow if types.iter().all(is_c_integer) => return None,
            Special::Pow => match types {
                [left, right] => self.native_binary(BinOp::Pow, left, right, &args[0], &args[1])?,
                _ => return None,
            },
            Special::Divmod => match types {
                [left, right] => {
                    let quotient = self.native_binary(BinOp::FloorDiv, left, right, &args[0], &args[1])?;
                    Type::Tuple(vec![quotient.clone(), quotient])
                }
                _ => return None,
            },
            Special::Ord => match types {
                [Type::Char | Type::Str] => Type::INT,
                _ => return None,
            },
            Special::Chr => match types {
                [ty] if index::is_index(ty) => Type::Char,
                _ => return None,
            },
            Special::Range => match types {
                [_] | [_, _] | [_, _, _] if types.iter().all(index::is_index) => Type::Range,
                _ => return None,
            },
            Special::Cast(num) => cast_type(*num, types)?,
            // `numpy.copy` keeps the order of axes in memory, `a.copy()` does not.
            Special::CopyArray => match types {
                [Type::Array(array)] => like_array(array.repr()?, *array)?,
                _ => return None,
            },
            Special::FillArray
            | Special::CopyView { .. }
            | Special::IsContiguous { .. }
            | Special::AsType
            | Special::PowMod
            | Special::Append
            | Special::Pop
            | Special::Extend
            | Special::Sort { .. }
            | Special::IndexOf
            | Special::TextKernel(_)
            | Special::BitCount
            | Special::ListKernel { .. }
            | Special::Conjugate
            | Special::IsInteger
            | Special::BitLength => return None,
        };
        Some((special, ty))
    }

    fn native_binary(&self, op: BinOp, left: &Type, right: &Type, a: &Expr, b: &Expr) -> Option<Type> {
        match self.binary_type(op, left, right, Some(a), Some(b)) {
            Type::Object => None,
            ty => Some(ty),
        }
    }

    /// `list(items)`, also of `zip(...)` and its like.
    fn list_from(&mut self, arg: &'a Expr, ty: &Type) -> Option<Type> {
        let item = match iterate::iterable(self.module(), arg) {
            Iterable::Value(_) if iterate::is_native(ty) => iterate::item_type(ty),
            Iterable::Value(_) => return None,
            iterable => self.native_item(&iterable)?,
        };
        Some(list_of(item)).filter(|list| *list != Type::Object)
    }

    /// The type of the items, where no interpreter is needed to iterate.
    fn native_item(&mut self, iterable: &Iterable<'a>) -> Option<Type> {
        let item = self.iterable_item(iterable);
        let type_of = |expr: &'a Expr| self.instance.expr(expr.id).clone();
        iterable.needs_no_interpreter(&type_of, &|expr| iterate::is_native(&type_of(expr))).then_some(item)
    }

    fn sorted(&mut self, args: &'a [Expr], keywords: &[(String, Expr)], types: &[Type]) -> Option<(Special, Type)> {
        let reverse = is_reverse(keywords)?;
        let list = match (args, types) {
            ([arg], [ty]) if is_lazy(arg) => ty.clone(),
            ([arg], [ty]) => self.list_from(arg, ty)?,
            _ => return None,
        };
        let Type::List(item) = &list else { return None };
        methods::is_ordered(item).then_some((Special::Sorted { reverse }, list))
    }

    /// `min(items, default=value)` where both are of one type.
    fn with_default(&mut self, arg: &Expr, ty: &Type, keywords: &'a [(String, Expr)]) -> Option<Type> {
        let [(name, default)] = keywords else { return None };
        let item = min_max_type(std::slice::from_ref(ty))?;
        let given = self.instance.expr(default.id);
        // What a generator expression and the default evaluate first would change places.
        (name == "default" && *given == item && (!is_lazy(arg) || is_plain(default))).then_some(item)
    }

    fn is_close(&mut self, types: &[Type], keywords: &[(String, Expr)]) -> Option<Type> {
        let real = |ty: &Type| ty.num().is_some_and(|num| !num.repr.is_complex());
        let known = |name: &str| name == "rel_tol" || name == "abs_tol";
        let mut named = keywords.iter().map(|(name, value)| known(name) && real(self.instance.expr(value.id)));
        (types.len() == 2 && types.iter().all(real) && named.all(|fits| fits)).then_some(Type::BOOL)
    }

    /// Of a list or tuple of Python's numbers; it starts from the integer 1.
    fn prod_type(&self, types: &[Type]) -> Option<Type> {
        let [ty @ (Type::List(_) | Type::Tuple(_) | Type::Range)] = types else { return None };
        let num = iterate::item_type(ty).num().filter(|num| num.rules == Rules::Python)?;
        match num.repr {
            Repr::I64 => Some(Type::Num(num)),
            // Of no floats it is the integer 1; a tuple has some.
            Repr::F64 if matches!(ty, Type::Tuple(_)) => Some(Type::Num(num)),
            _ => None,
        }
    }

    /// `sum` starts from the integer 0 and adds one by one.
    fn sum_type(&self, types: &[Type]) -> Option<Type> {
        let (item, start) = match types {
            [iterable] => (iterate::item_type(iterable), Type::INT),
            [iterable, start] => (iterate::item_type(iterable), start.clone()),
            _ => return None,
        };
        if !matches!(types[0], Type::List(_) | Type::Array(_) | Type::Tuple(_) | Type::Range) {
            return None;
        }
        let (num, first) = (item.num()?, start.num()?);
        let python = num.rules == Rules::Python;
        // Since 3.14 `sum` of complex numbers is compensated, too; and that of floats leaves out the first addition if it
        // starts from an integer.
        let unsure =
            python && (num.repr.is_complex() || num.repr.is_float() && first.repr.is_integer() && types.len() > 1);
        if unsure || first.repr.is_float() && num.repr.is_integer() && python {
            return None;
        }
        let add = |left: &Type| match self.binary_type(BinOp::Add, left, &item, None, None) {
            Type::Num(num) => Some(Type::Num(num)),
            _ => None,
        };
        let total = add(&start)?;
        (add(&total)? == total).then_some(total)
    }
}

/// What `reverse=` says; `None` where that, or another keyword, is the interpreter's.
pub(in crate::types) fn is_reverse(keywords: &[(String, Expr)]) -> Option<bool> {
    match keywords {
        [] => Some(false),
        [(name, Expr { kind: ExprKind::Const(Const::Bool(reverse)), .. })] if name == "reverse" => Some(*reverse),
        _ => None,
    }
}

/// The full names of a class or of those in a tuple.
fn classes(module: &Module, class: &Expr) -> Option<Vec<String>> {
    match &class.kind {
        ExprKind::Tuple(items) => items.iter().map(|item| Some(resolve::path(module, item)?.name)).collect(),
        _ => Some(vec![resolve::path(module, class)?.name]),
    }
}

/// Whether values of the type are instances of one of the classes; `None` if that is found at run time.
fn is_instance(ty: &Type, classes: &[String]) -> Option<bool> {
    let own = own_classes(ty)?;
    let known = |class: &String| CLASSES.contains(&class.as_str());
    classes.iter().all(known).then(|| classes.iter().any(|class| own.contains(&class.as_str())))
}

/// Built-in classes whose subclasses among native values are known.
const CLASSES: &[&str] = &[
    "builtins.bool",
    "builtins.bytes",
    "builtins.complex",
    "builtins.dict",
    "builtins.float",
    "builtins.int",
    "builtins.list",
    "builtins.object",
    "builtins.range",
    "builtins.set",
    "builtins.str",
    "builtins.tuple",
];

/// Those of [`CLASSES`] that a value of the type is an instance of.
fn own_classes(ty: &Type) -> Option<&'static [&'static str]> {
    Some(match ty {
        Type::Num(num) => match (num.repr.kind(), num.rules) {
            (_, Rules::Either) => return None,
            (Kind::Bool, Rules::Python | Rules::C) => &["builtins.bool", "builtins.int", "builtins.object"],
            (Kind::Signed | Kind::Unsigned, Rules::Python | Rules::C) => &["builtins.int", "builtins.object"],
            (Kind::Float, Rules::Python | Rules::C) => &["builtins.float", "builtins.object"],
            (Kind::Complex, Rules::Python | Rules::C) => &["builtins.complex", "builtins.object"],
            // NumPy's double is a float of Python's, too.
            (Kind::Float, Rules::NumPy) if num.repr == Repr::F64 => &["builtins.float", "builtins.object"],
            (Kind::Complex, Rules::NumPy) if num.repr == Repr::C128 => &["builtins.complex", "builtins.object"],
            (_, Rules::NumPy) => &["builtins.object"],
        },
        Type::Char | Type::Str => &["builtins.str", "builtins.object"],
        Type::Bytes => &["builtins.bytes", "builtins.object"],
        Type::List(_) => &["builtins.list", "builtins.object"],
        Type::Tuple(_) => &["builtins.tuple", "builtins.object"],
        Type::Range => &["builtins.range", "builtins.object"],
        Type::None => &["builtins.object"],
        Type::Never | Type::Array(_) | Type::Object => return None,
        Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_) => return None,
    })
}

/// Whether `bool(value)` needs no interpreter.
fn has_native_truth(ty: &Type) -> bool {
    match ty {
        Type::Never | Type::Array(_) | Type::Struct(_) | Type::Object => false,
        Type::Pointer(_) | Type::Fixed(..) | Type::Function(_) => true,
        Type::None
        | Type::Num(_)
        | Type::Char
        | Type::Str
        | Type::Bytes
        | Type::List(_)
        | Type::Tuple(_)
        | Type::Range => true,
    }
}

fn abs_type(types: &[Type]) -> Option<Type> {
    let [Type::Num(num)] = types else { return None };
    let repr = match (num.repr, num.rules) {
        (Repr::Bool, Rules::Python) => Repr::I64,
        (Repr::Bool, _) => return None,
        (Repr::C64, _) => Repr::F32,
        (Repr::C128, _) => Repr::F64,
        (repr, _) => repr,
    };
    Some(Type::Num(Num::new(repr, num.rules)))
}

impl Body<'_, '_> {
    /// The types by which `min()` and `max()` compare numbers of C's in a `.pyx`: literals are `long`s, and beside an
    /// integer that is an object they all are.
    fn compared(&self, args: &[Expr], types: &[Type]) -> Vec<Type> {
        let in_c = |num: Num| num.rules == Rules::C && num.repr.is_integer();
        let has = |wanted: fn(Num) -> bool| types.iter().filter_map(Type::num).any(wanted);
        if !self.module().is_of_pyx(self.function) || !types.iter().any(|ty| ty.num().is_some_and(in_c)) {
            return types.to_vec();
        }
        let is_literal = |arg: &Expr| constant::constant(self.module(), arg).is_some();
        let object = args.iter().zip(types).any(|(arg, ty)| *ty == Type::INT && !is_literal(arg));
        let wide = has(|num| num.repr == Repr::U64);
        let compared = |(arg, ty): (&Expr, &Type)| match ty {
            Type::Num(num) if object && !wide && in_c(*num) => Type::INT,
            ty if *ty == Type::INT && is_literal(arg) && !object => Type::Num(Num::c(Repr::I64)),
            ty => ty.clone(),
        };
        args.iter().zip(types).map(compared).collect()
    }
}

fn min_max_type(types: &[Type]) -> Option<Type> {
    let native = |ty: &Type| ty.num().is_some_and(|num| !num.repr.is_complex());
    match types {
        [_, _, ..] if types.iter().all(native) => {
            let joined = types.iter().fold(Type::Never, |joined, ty| join_as_c(&joined, ty));
            (joined != Type::Object).then_some(joined)
        }
        [one] => {
            let item = match one {
                Type::Array(array) if array.ndim == 1 => iterate::item_type(one),
                Type::List(item) => (**item).clone(),
                Type::Tuple(_) | Type::Range => iterate::item_type(one),
                _ => return None,
            };
            native(&item).then_some(item)
        }
        _ => None,
    }
}

/// Whether evaluating it has no effect and cannot fail.
fn is_plain(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Const(_) | ExprKind::Local { check_bound: false, .. } => true,
        ExprKind::Unary { operand, .. } => matches!(operand.kind, ExprKind::Const(_)),
        _ => false,
    }
}

fn int_type(types: &[Type]) -> Option<Type> {
    match types {
        [] => Some(Type::INT),
        [Type::Num(num)] if !num.repr.is_complex() => Some(match num.repr {
            Repr::U64 => Type::Num(Num::UINT),
            _ => Type::INT,
        }),
        _ => None,
    }
}

fn round_type(types: &[Type]) -> Option<Type> {
    match types {
        [Type::Num(num)] if num.rules == Rules::Python && !num.repr.is_complex() => Some(Type::INT),
        [Type::Num(num), digits] if *num == Num::FLOAT && index::is_index(digits) => Some(Type::FLOAT),
        [Type::INT, digits] if index::is_index(digits) => Some(Type::INT),
        _ => None,
    }
}

/// `np.int32(x)` of a number it can hold without NumPy's opinion.
fn cast_type(num: Num, types: &[Type]) -> Option<Type> {
    match types {
        [Type::Num(from)] => {
            let narrowing = from.repr.kind() > num.repr.kind();
            let complex = from.repr.is_complex() && !num.repr.is_complex();
            let to_bool = num.repr == Repr::Bool && from.repr != Repr::Bool;
            let allowed = !complex && !to_bool && (!narrowing || num.repr.is_integer());
            allowed.then_some(Type::Num(num))
        }
        _ => None,
    }
}

fn is_c_integer(ty: &Type) -> bool {
    ty.num().is_some_and(|num| num.rules == Rules::C && num.repr.is_integer())
}
