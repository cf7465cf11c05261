//! Conversions between types, each explicit.

use super::arith::kernel;
use super::builder::Lower;
use super::classes::class_of;
use super::cond::or;
use crate::diag::{Code, Diagnostic};
use crate::facts::FactKind;
use crate::hir::Written;
use crate::ir::{Block, Expr, ExprKind, ListOp, Op, PureOp, PyOp, Raise, Relation, Stmt, StmtKind, Value, visit};
use crate::span::Span;
use crate::ty::{Form, Kind, Num, Repr, Rules, Sense, Type};
use crate::types::{c_name, c_number};
use pyrx_runtime::raise::Exc;

/// What is asked of a number that changes its representation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fidelity {
    /// The value must stay what it is: where paths join, at calls.
    Exact,
    /// As arithmetic converts its operands.
    Arithmetic,
    /// As a store into an array, or `astype`, converts.
    Store,
}

impl Lower<'_> {
    /// The same value at another type.
    pub(super) fn coerce(&mut self, value: Expr, to: &Type) -> Expr {
        if value.ty == *to {
            return value;
        }
        if self.source.c.is_some() && !converts_in_c(&value, to) {
            let (from, into) = (self.c_name(&value.ty), self.c_name(to));
            let message = match value.ty {
                Type::None => format!("Cannot assign None to {into}"),
                _ => format!("Cannot assign type '{from}' to '{into}'"),
            };
            self.no_conversion(message);
            return never_made(to);
        }
        match (&value.ty, to) {
            (Type::Num(_), Type::Num(to)) => self.convert(value, *to, Fidelity::Exact),
            (Type::Pointer(_) | Type::Fixed(..) | Type::Bytes, Type::Pointer(_))
            | (Type::Pointer(_), Type::Function(_)) => self.as_pointer(value, to),
            (Type::Bytes | Type::Str, Type::Num(num)) if num.rules == Rules::C => self.char_number(value, *num),
            (Type::Str, Type::Pointer(_)) => self.literal_pointer(value, to),
            (Type::Str, Type::Fixed(..)) => self.literal_array(value, to),
            (Type::Char, Type::Num(num)) if num.rules == Rules::C => self.code_of(value, *num),
            (Type::Num(_) | Type::Str, Type::Char) => self.char_of(value),
            (Type::Pointer(_), Type::Fixed(..)) => self.array_behind(value, to),
            (Type::Bytes, Type::Fixed(item, size)) if item.is_byte() => self.array_of_literal(value, item, *size),
            (Type::Bytes | Type::Range | Type::List(_) | Type::Tuple(_), Type::Fixed(..)) => {
                let object = self.boxed(value);
                self.unbox(object, to)
            }
            (Type::List(_) | Type::Tuple(_), Type::Pointer(item)) => {
                let item = (**item).clone();
                self.pointer_to_items(value, &item)
            }
            (Type::Fixed(..), Type::Array(_)) => self.view_of_array(value, to),
            (Type::Object, _) => self.unbox(value, to),
            (_, Type::Object) => self.boxed(value),
            (Type::Char, Type::Str) => Expr { ty: Type::Str, kind: ExprKind::Cast(Box::new(value)) },
            (Type::Tuple(_), Type::Tuple(items)) => {
                let items = items.clone();
                self.coerce_tuple(value, &items)
            }
            // Only a list that was given no items is of another type than its variable.
            (Type::List(own), Type::List(_)) => {
                if let Type::List(_) = **own {
                    return self.empty_rows(value, to);
                }
                self.push(StmtKind::Eval(Op::Use(value)));
                self.op(Op::List(ListOp::New { items: Vec::new(), ty: to.clone() }), to.clone())
            }
            // What Python's containers hold goes item by item, as it does of any object.
            (
                Type::List(_) | Type::Tuple(_) | Type::Range | Type::Bytes | Type::Array(_),
                Type::Fixed(..) | Type::Struct(_),
            )
            | (Type::List(_) | Type::Tuple(_) | Type::Range | Type::Bytes | Type::Str, Type::Array(_)) => {
                let boxed = self.boxed(value);
                self.unbox(boxed, to)
            }
            (Type::None, Type::Array(array)) if array.none => self.no_view(to),
            (Type::Array(from), Type::Array(view)) if view.form != Form::Array && !from.conforms_to(*view) => {
                self.other_view(value, to)
            }
            (Type::Array(_), Type::Array(_)) => Expr { ty: to.clone(), kind: value.kind },
            (own, _) if self.source.c.is_some() && is_pythons(own, to) && *to != Type::Never => {
                let object = self.boxed(value);
                self.unbox(object, to)
            }
            // Unreached code: a value that is never made.
            (Type::Tuple(_), _) => Expr { ty: to.clone(), kind: ExprKind::Const(Value::None) },
            // Unreached code, and views whose static layout differs, share their Rust type.
            _ => Expr { ty: to.clone(), kind: value.kind },
        }
    }

    /// A list of lists that were given no items; inference has told where such rows come from.
    fn empty_rows(&mut self, value: Expr, to: &Type) -> Expr {
        let length = self.length(value);
        let some = super::coerce::compare(Relation::Ne, length, Expr::int(0));
        self.escape_if(some, "rows without items are of another type than their list");
        self.op(Op::List(ListOp::New { items: Vec::new(), ty: to.clone() }), to.clone())
    }

    fn coerce_tuple(&mut self, value: Expr, to: &[Type]) -> Expr {
        let parts = self.fields(value);
        let items: Vec<Expr> = parts.into_iter().zip(to).map(|(part, ty)| self.coerce(part, ty)).collect();
        tuple(items)
    }

    /// The items of a tuple value.
    pub(super) fn fields(&mut self, value: Expr) -> Vec<Expr> {
        let types = match &value.ty {
            Type::Tuple(items) => items.clone(),
            _ => Vec::new(),
        };
        if let ExprKind::Tuple(items) = value.kind {
            return items;
        }
        let whole = self.hold(value);
        let field = |(at, ty): (usize, Type)| Expr { ty, kind: ExprKind::Field(Box::new(whole.clone()), at as u32) };
        types.into_iter().enumerate().map(field).collect()
    }

    /// A number at another type, with what is asked of its value.
    pub(super) fn convert(&mut self, value: Expr, to: Num, fidelity: Fidelity) -> Expr {
        let Type::Num(from) = value.ty else { return value };
        let ty = Type::Num(to);
        if to.sense == Sense::Truth && self.is_truth_of(&value, from) {
            let truth = self.truth(value);
            return cast(truth, ty);
        }
        if from.repr == to.repr {
            return Expr { ty, kind: value.kind };
        }
        if let ExprKind::Const(constant) = &value.kind
            && let Some(constant) = constant_at(constant, to.repr)
        {
            return Expr { ty, kind: ExprKind::Const(constant) };
        }
        match (from.repr.kind(), to.repr.kind()) {
            (Kind::Signed | Kind::Unsigned, Kind::Signed | Kind::Unsigned) => self.integer(value, from, to, fidelity),
            (Kind::Signed | Kind::Unsigned, Kind::Float) => self.float_of_integer(value, from, to, fidelity),
            (Kind::Float, Kind::Float) if to.repr == Repr::F32 => self.single(value, from, to, fidelity),
            (Kind::Complex, Kind::Complex) if to.repr == Repr::C64 => self.single(value, from, to, fidelity),
            _ => cast(value, ty),
        }
    }

    /// Whether a `bint` that is given the number holds whether it is another one than 0: C's integers stay what they are.
    fn is_truth_of(&self, value: &Expr, from: Num) -> bool {
        match from.repr.kind() {
            Kind::Float | Kind::Complex => true,
            Kind::Signed | Kind::Unsigned => from.rules == Rules::Python && self.is_object_to_cython(value),
            Kind::Bool => false,
        }
    }

    /// Whether an integer of Python's in a `.pyx` comes of a local that its assignments do not bound. Others, such as
    /// literals, `len()` and counters of loops, are C's to Cython, and wrap.
    pub(super) fn is_object_to_cython(&self, value: &Expr) -> bool {
        self.source.c.is_some() && self.has_object(value)
    }

    fn has_object(&self, value: &Expr) -> bool {
        let mut found = false;
        visit::expr_locals(value, &mut |local, _| {
            found |= match (self.web_of(local), self.made_by(local)) {
                (Some(web), _) => self.source.webs[web.0 as usize].unbounded,
                (None, Some(Op::Python(PyOp::Length(_)))) => false,
                (None, Some(Op::Kernel { path: "sequence::text_ord" | "obj::length", .. })) => false,
                (None, Some(Op::Use(Expr { kind: ExprKind::Kernel("sequence::bytes_at", _), .. }))) => false,
                (None, Some(Op::Int { args, .. })) => args.iter().any(|arg| self.has_object(arg)),
                (None, _) => *self.local_type(local) == value.ty,
            };
        });
        found
    }

    /// An integer of Python's where a `.pyx` has one of C's: it must fit, with Cython's words if it does not.
    fn integer_into_c(&mut self, value: Expr, from: Num, to: Num) -> Expr {
        let value = self.hold(value);
        let narrowed = cast(value.clone(), Type::Num(to));
        let back = cast(narrowed.clone(), Type::Num(from));
        let name = c_number(to.repr);
        let too_large = match to.repr.size() {
            8 => format!("Python int too large to convert to C {name}"),
            _ => format!("value too large to convert to {name}"),
        };
        if from.repr.kind() == Kind::Signed && to.repr.kind() == Kind::Unsigned {
            self.raise_if(
                negative(value.clone()),
                Exc::OverflowError,
                &format!("can't convert negative value to {name}"),
            );
        } else if from.repr.size() == to.repr.size() {
            self.raise_if(negative(narrowed.clone()), Exc::OverflowError, &too_large);
        }
        if from.repr.size() > to.repr.size() {
            let kind = ExprKind::Compare(Relation::Ne, Box::new(back), Box::new(value));
            self.raise_if(Expr { ty: Type::BOOL, kind }, Exc::OverflowError, &too_large);
        }
        narrowed
    }

    pub(super) fn raise_if(&mut self, cond: Expr, class: Exc, text: &str) {
        let (then, ()) = self.in_block(|cx| cx.raise(class, text));
        self.push(StmtKind::If { cond, then, orelse: Vec::new() });
    }

    /// Between integer widths. NumPy's values wrap; Python's must fit or the original runs.
    fn integer(&mut self, value: Expr, from: Num, to: Num, fidelity: Fidelity) -> Expr {
        let into_c = from.rules == Rules::Python && to.rules == Rules::C && fidelity != Fidelity::Arithmetic;
        if into_c && !holds_all(from.repr, to.repr) && self.is_object_to_cython(&value) {
            return self.integer_into_c(value, from, to);
        }
        let wraps = match from.rules {
            Rules::NumPy | Rules::C => fidelity != Fidelity::Exact || to.rules == Rules::C,
            Rules::Python | Rules::Either => to.rules == Rules::C,
        };
        if wraps || holds_all(from.repr, to.repr) {
            return cast(value, Type::Num(to));
        }
        if from.rules == Rules::Python && to.rules == Rules::NumPy {
            // NumPy says which integer does not fit.
            return self.raising("sequence::fit", vec![value], Type::Num(to));
        }
        let value = self.hold(value);
        let narrowed = cast(value.clone(), Type::Num(to));
        let back = cast(narrowed.clone(), Type::Num(from));
        let mut lost =
            Expr { ty: Type::BOOL, kind: ExprKind::Compare(Relation::Ne, Box::new(back), Box::new(value.clone())) };
        if from.repr.size() == to.repr.size() {
            lost = negative(if from.repr.kind() == Kind::Signed { value } else { narrowed.clone() });
        }
        self.escape_if(lost, "an integer does not fit the width it is stored in");
        narrowed
    }

    fn float_of_integer(&mut self, value: Expr, from: Num, to: Num, fidelity: Fidelity) -> Expr {
        let ty = Type::Num(to);
        let exact = from.repr.size() <= 4 && to.repr == Repr::F64 || from.repr.size() <= 2;
        // To Cython an integer of Python's, too, becomes a `double` as the class `float` takes it.
        let in_c = to.rules == Rules::C && (from.rules == Rules::C || self.source.c.is_some());
        if fidelity != Fidelity::Exact || exact || in_c {
            return cast(value, ty);
        }
        // SEMANTICS: an integer that a float cannot hold exactly raises where paths join.
        let double = self.raising("conv::exact_float", vec![value], Type::Num(Num::new(Repr::F64, to.rules)));
        self.convert(double, to, fidelity)
    }

    /// A Python number that meets NumPy's single precision on another path must be one.
    fn single(&mut self, value: Expr, from: Num, to: Num, fidelity: Fidelity) -> Expr {
        let ty = Type::Num(to);
        if fidelity != Fidelity::Exact || to.rules != Rules::Either {
            return cast(value, ty);
        }
        let value = self.hold(value);
        let narrowed = cast(value.clone(), ty);
        let back = cast(narrowed.clone(), Type::Num(from));
        let lost = parts(&value).into_iter().zip(parts(&back)).map(|(value, back)| lost(value, back));
        if let Some(lost) = lost.reduce(or) {
            self.escape_if(lost, super::origins::INEXACT);
        }
        narrowed
    }

    /// A number as `a[i] = value` stores it: NumPy's own numbers wrap in an unsigned array; anything else that goes into
    /// an integer array must fit.
    pub(super) fn stored_item(&mut self, value: Expr, item: &Type) -> Expr {
        let Type::Num(item) = *item else { return self.coerce(value, item) };
        let Some(from) = value.ty.num() else { return value };
        let wraps = from.rules == Rules::NumPy && item.repr.kind() == Kind::Unsigned;
        if item.repr.is_integer() && item.rules == Rules::NumPy && !wraps {
            return self.fitted(value, from, item);
        }
        self.convert(value, item, Fidelity::Store)
    }

    /// A number as an array of this item type takes it in bulk: NumPy's own numbers wrap and truncate, Python's must
    /// fit.
    pub(super) fn stored(&mut self, value: Expr, item: &Type) -> Expr {
        let Type::Num(item) = *item else { return self.coerce(value, item) };
        let Some(from) = value.ty.num() else { return value };
        if from.rules == Rules::Python && item.repr.is_integer() {
            return self.fitted(value, from, item);
        }
        self.convert(value, item, Fidelity::Store)
    }

    /// A Python number in a NumPy width of integers; NumPy's errors if it does not fit.
    fn fitted(&mut self, value: Expr, from: Num, item: Num) -> Expr {
        let fits = match &value.kind {
            ExprKind::Const(Value::Int(constant)) => integer_fits(*constant, item.repr),
            _ => from.repr == Repr::Bool || from.repr == item.repr,
        };
        match from.repr.kind() {
            _ if fits => self.convert(value, item, Fidelity::Store),
            Kind::Float => self.raising("sequence::store_float", vec![cast(value, Type::FLOAT)], Type::Num(item)),
            _ => self.raising("sequence::store_int", vec![value], Type::Num(item)),
        }
    }

    /// `<T>value`; numbers convert as C's do. `class`: how the source writes the class of an object, and whether it has
    /// to be of it.
    pub(super) fn cast(&mut self, value: Expr, to: &Type, class: Option<(&Written, bool)>) -> Expr {
        match (&value.ty, to) {
            (Type::Pointer(item), Type::Object) if matches!(**item, Type::None | Type::Struct(_)) => {
                let address = self.as_pointer(value, &Type::Pointer(Box::new(Type::None)));
                let op = Op::Kernel { path: "capi::object_at", args: vec![address], ty: Type::Object, raises: true };
                // The pointer's word is taken for the class.
                self.op(op, Type::Object)
            }
            (Type::Object, Type::Pointer(item)) if matches!(**item, Type::None | Type::Struct(_)) => {
                let address = kernel("capi::address", vec![value], Type::Pointer(Box::new(Type::None)));
                self.as_pointer(address, to)
            }
            (_, Type::Object) => match class {
                Some((written, true)) => self.object_of(value, written),
                Some((written, false)) => self.made_of_class(value, written),
                None => self.boxed(value),
            },
            (Type::Num(_), Type::Num(to)) => self.convert(value, *to, Fidelity::Store),
            (Type::Pointer(_) | Type::Fixed(..) | Type::Function(_), Type::Num(_)) => {
                let value = self.decayed(value);
                cast(value, to.clone())
            }
            (Type::Num(_) | Type::Function(_), Type::Pointer(_) | Type::Function(_)) => cast(value, to.clone()),
            (Type::Pointer(_) | Type::Fixed(..) | Type::Bytes, Type::Pointer(_))
            | (Type::Pointer(_), Type::Function(_)) => self.as_pointer(value, to),
            _ => self.coerce(value, to),
        }
    }

    /// A literal of one character as a number of C's.
    fn char_number(&mut self, value: Expr, to: Num) -> Expr {
        let code = match &value.kind {
            ExprKind::Const(Value::Bytes(bytes)) if bytes.len() == 1 => Some(i128::from(bytes[0])),
            ExprKind::Const(Value::Str(text)) if text.chars().count() == 1 => {
                text.chars().next().map(|code| i128::from(u32::from(code)))
            }
            _ => None,
        };
        match code.filter(|_| to.repr.is_integer()) {
            Some(code) => cast(Expr { ty: Type::INT, kind: ExprKind::Const(Value::Int(code)) }, Type::Num(to)),
            None => {
                let object = self.boxed(value);
                self.unbox(object, &Type::Num(to))
            }
        }
    }

    /// The code of a character as a number of C's.
    pub(super) fn code_of(&mut self, value: Expr, to: Num) -> Expr {
        let code = match value.kind {
            ExprKind::Const(Value::Char(point)) => Expr::int(i64::from(point)),
            kind => kernel("sequence::text_code", vec![Expr { ty: value.ty, kind }], Type::INT),
        };
        self.convert(code, to, Fidelity::Store)
    }

    /// A character of C's: of a code, which must be one of Unicode's, or of a string of length one.
    fn char_of(&mut self, value: Expr) -> Expr {
        match (&value.ty, &value.kind) {
            (Type::Str, ExprKind::Const(Value::Str(text))) if text.chars().count() == 1 => {
                let point = text.chars().next().map_or(0, u32::from);
                Expr { ty: Type::Char, kind: ExprKind::Const(Value::Char(point)) }
            }
            (Type::Str, _) => self.raising("sequence::only_char", vec![value], Type::Char),
            (Type::Num(num), _) if num.repr.is_float() || num.repr.is_complex() => {
                self.no_conversion(format!("Cannot assign type '{}' to 'Py_UCS4'", self.c_name(&value.ty)));
                never_made(&Type::Char)
            }
            _ => {
                let code = self.convert(value, Num::c(Repr::U32), Fidelity::Store);
                self.raising("sequence::char_of_code", vec![code], Type::Char)
            }
        }
    }

    pub(super) fn no_conversion(&mut self, message: String) {
        let error = Diagnostic::error(Code::C_CONVERSION, self.span, message);
        // What a name or call in it is has been told: its type is no news.
        let within = |span: Span| self.span.start <= span.start && span.end <= self.span.end;
        let told = self.diagnostics.iter().any(|known| known.code == Code::C_CALL && within(known.span));
        if !told && !self.diagnostics.contains(&error) {
            self.diagnostics.push(error);
        }
    }

    /// The type as C writes it.
    pub(super) fn c_name(&self, ty: &Type) -> String {
        c_name(self.module, ty)
    }

    /// The type as the report names it.
    fn type_shown(&self, ty: &Type) -> String {
        match ty {
            Type::Struct(_) | Type::Num(Num { sense: Sense::Enum(_), .. }) => self.c_name(ty),
            other => other.to_string(),
        }
    }

    /// An array as a view of another kind: NumPy's are looked at when it runs, views are of theirs.
    fn other_view(&mut self, value: Expr, to: &Type) -> Expr {
        if value.ty.array().is_some_and(|from| from.form == Form::View) {
            let (from, into) = (self.c_name(&self.said_type(&value)), self.c_name(to));
            self.no_conversion(format!("Memoryview '{from}' not conformable to memoryview '{into}'."));
            return self.no_view(to);
        }
        let object = self.boxed(value);
        self.unbox(object, to)
    }

    /// The type of a value; of a parameter the one that the source says, whichever version of the function this is.
    fn said_type(&self, value: &Expr) -> Type {
        let web = match value.kind {
            ExprKind::Local(local) => self.web_of(local),
            _ => None,
        };
        let at = self.source.params.iter().position(|param| Some(param.web) == web);
        let said = at.and_then(|at| self.source.signatures.first()?.params.get(at)?.clone());
        said.unwrap_or_else(|| value.ty.clone())
    }

    /// A view that is `None`.
    fn no_view(&mut self, ty: &Type) -> Expr {
        let op = Op::Kernel { path: "array::none", args: Vec::new(), ty: ty.clone(), raises: false };
        self.op(op, ty.clone())
    }

    /// Leaves native code when the condition holds.
    pub(super) fn escape_if(&mut self, cond: Expr, why: &'static str) {
        let raise = Stmt { kind: StmtKind::Raise(Raise::Escape(why)), span: self.span };
        let then: Block = vec![raise];
        self.push(StmtKind::If { cond, then, orelse: Vec::new() });
    }

    /// A native value as the Python object the source would have.
    pub(super) fn boxed(&mut self, value: Expr) -> Expr {
        let reason = format!("a native `{}` becomes a Python object", self.type_shown(&value.ty));
        self.boxed_as(value, reason, None)
    }

    /// As [`Self::boxed`], where there is more to say.
    pub(super) fn boxed_as(&mut self, value: Expr, reason: String, hint: Option<&str>) -> Expr {
        if value.ty == Type::Object {
            return value;
        }
        if let Some(object) = self.pointed_object(&value) {
            return object;
        }
        if self.plain_bytes && self.directives.c_strings != Default::default() && is_text(&value.ty) {
            let start = self.decayed(value);
            return self.raising("capi::PyBytes_FromString", vec![start], Type::Object);
        }
        if !value.ty.converts(&self.module.structs) {
            self.no_conversion(format!("Cannot convert '{}' to Python object", self.c_name(&value.ty)));
            return Expr { ty: Type::Object, kind: ExprKind::Const(Value::None) };
        }
        self.note(FactKind::Conversion, reason, hint);
        self.op(Op::Python(PyOp::Box(value)), Type::Object)
    }

    fn unbox(&mut self, value: Expr, to: &Type) -> Expr {
        let is_c = to.num().is_some_and(|num| num.rules == Rules::C);
        let written = (self.source.c.is_some() || is_c).then(|| c_words(to));
        self.unbox_as(value, to, written)
    }

    /// As [`Self::coerce`], where a `.pyx` says how the type is written, or a `.py` for Cython the class of an object.
    pub(super) fn coerce_written(&mut self, value: Expr, to: &Type, written: Option<&Written>) -> Expr {
        let written = written.filter(|_| self.source.c.is_some() || !matches!(to, Type::List(_)));
        match written {
            Some(written) if value.ty == Type::Object && *to != Type::Object => {
                self.unbox_as(value, to, Some(written.clone()))
            }
            Some(written) if value.ty == Type::Object && *to == Type::Object => self.of_class(value, written),
            Some(written) if *to == Type::Object => self.object_of(value, written),
            _ => self.coerce(value, to),
        }
    }

    fn unbox_as(&mut self, value: Expr, to: &Type, written: Option<Written>) -> Expr {
        if !to.converts(&self.module.structs) {
            self.no_conversion(format!("Cannot convert Python object to '{}'", self.c_name(to)));
            return Expr { ty: to.clone(), kind: ExprKind::Const(Value::Null) };
        }
        self.note(FactKind::Conversion, format!("a Python object becomes a native `{}`", self.type_shown(to)), None);
        let what = String::from("value");
        self.op(Op::Python(PyOp::Unbox { value, ty: to.clone(), what, written }), to.clone())
    }
}

/// Whether C converts a value of one of its types to another without a cast.
fn converts_in_c(value: &Expr, to: &Type) -> bool {
    let null = matches!(value.kind, ExprKind::Const(Value::Null));
    match (&value.ty, to) {
        (Type::Num(from), Type::Num(to)) if to.rules == Rules::C => match (from.repr.kind(), to.repr.kind()) {
            (Kind::Float, Kind::Bool | Kind::Signed | Kind::Unsigned) => false,
            (Kind::Complex, kind) => kind == Kind::Complex,
            _ => true,
        },
        (Type::Pointer(_) | Type::Function(_), Type::Pointer(_) | Type::Function(_)) if null => true,
        (Type::Pointer(from), Type::Pointer(to)) => {
            // `&array` is the address of its first item, too.
            let array = matches!(&**to, Type::Fixed(item, _) if item == from);
            from == to || array || **from == Type::None || **to == Type::None
        }
        (Type::Fixed(from, _), Type::Pointer(to)) => from == to || **to == Type::None,
        (Type::Function(_), Type::Function(_) | Type::Struct(_) | Type::Num(_))
        | (Type::Pointer(_), Type::Num(_))
        | (Type::Num(_), Type::Pointer(_) | Type::Function(_)) => false,
        (Type::Char, Type::Pointer(_) | Type::Function(_) | Type::Struct(_) | Type::Fixed(..))
        | (Type::Pointer(_) | Type::Function(_) | Type::Struct(_) | Type::Fixed(..) | Type::None, Type::Char) => false,
        (Type::Struct(_), Type::Num(_) | Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_))
        | (Type::Num(_), Type::Struct(_) | Type::Fixed(..)) => false,
        (
            Type::None,
            Type::Num(_) | Type::Pointer(_) | Type::Struct(_) | Type::Fixed(..) | Type::Function(_) | Type::Tuple(_),
        ) => false,
        (Type::Array(from), Type::Fixed(..) | Type::Struct(_)) => from.form == Form::Array,
        _ => true,
    }
}

/// Whether a type is one of texts of C's.
pub(super) fn is_text(ty: &Type) -> bool {
    ty.pointee().is_some_and(Type::is_byte)
}

/// Whether the values of a native type are objects where C makes its own of them at run time.
fn is_pythons(ty: &Type, to: &Type) -> bool {
    match ty {
        Type::Num(_) | Type::Char => matches!(to, Type::Array(_)),
        Type::Str | Type::Bytes | Type::List(_) | Type::Tuple(_) | Type::Range => true,
        Type::Array(array) => array.form != Form::View,
        _ => false,
    }
}

/// Stands for a value that an error keeps from being made.
pub(super) fn never_made(ty: &Type) -> Expr {
    let kind = match ty {
        Type::Num(_) => return zero_of(ty),
        Type::Char => Value::Char(0),
        Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_) => Value::Null,
        _ => Value::None,
    };
    Expr { ty: ty.clone(), kind: ExprKind::Const(kind) }
}

/// C's words for a type, where the source has none at hand.
fn c_words(ty: &Type) -> Written {
    let repr = ty.num().map(|num| num.repr).or_else(|| ty.array()?.repr());
    let is_truth = |ty: &Type| ty.num().or_else(|| ty.array()?.number()).is_some_and(Num::is_truth);
    let name = match ty {
        Type::Char => "Py_UCS4".to_owned(),
        ty if is_truth(ty) => "bint".to_owned(),
        _ => repr.map(c_number).or(class_of(ty)).unwrap_or_default().to_owned(),
    };
    Written::plain(name, true)
}

pub(super) fn cast(value: Expr, ty: Type) -> Expr {
    if value.ty == ty || value.repr().is_some() && value.repr() == ty.num().map(|num| num.repr) {
        return Expr { ty, kind: value.kind };
    }
    Expr { ty, kind: ExprKind::Cast(Box::new(value)) }
}

pub(super) fn tuple(items: Vec<Expr>) -> Expr {
    let ty = Type::Tuple(items.iter().map(|item| item.ty.clone()).collect());
    Expr { ty, kind: ExprKind::Tuple(items) }
}

pub(super) fn compare(relation: Relation, left: Expr, right: Expr) -> Expr {
    Expr { ty: Type::BOOL, kind: ExprKind::Compare(relation, Box::new(left), Box::new(right)) }
}

pub(super) fn pure(op: PureOp, left: Expr, right: Expr) -> Expr {
    let ty = left.ty.clone();
    Expr { ty, kind: ExprKind::Binary(op, Box::new(left), Box::new(right)) }
}

/// A float, or both parts of a complex number.
pub(super) fn parts(value: &Expr) -> Vec<Expr> {
    if value.ty.num().is_none_or(|num| !num.repr.is_complex()) {
        return vec![value.clone()];
    }
    let part = |kind: fn(Box<Expr>) -> ExprKind| Expr { ty: Type::FLOAT, kind: kind(Box::new(value.clone())) };
    vec![part(ExprKind::Real), part(ExprKind::Imag)]
}

/// Whether a float came back as another one; a NaN is one either way.
pub(super) fn lost(value: Expr, back: Expr) -> Expr {
    let differs = compare(Relation::Ne, back, value.clone());
    let number = compare(Relation::Eq, value.clone(), value);
    Expr { ty: Type::BOOL, kind: ExprKind::And(Box::new(differs), Box::new(number)) }
}

/// `value < 0` of an integer.
pub(super) fn negative(value: Expr) -> Expr {
    let zero = zero_of(&value.ty);
    compare(Relation::Lt, value, zero)
}

/// The zero of a number type.
pub(super) fn zero_of(ty: &Type) -> Expr {
    number(ty, 0)
}

/// A small integer as a constant of a number type.
pub(super) fn number(ty: &Type, value: i64) -> Expr {
    let kind = match super::builder::repr_of(ty).kind() {
        Kind::Bool => Value::Bool(value != 0),
        Kind::Signed | Kind::Unsigned => Value::Int(value.into()),
        Kind::Float => Value::Float(value as f64),
        Kind::Complex => Value::Complex(value as f64, 0.0),
    };
    Expr { ty: ty.clone(), kind: ExprKind::Const(kind) }
}

/// Whether every value of one integer width is one of the other.
fn holds_all(from: Repr, to: Repr) -> bool {
    match (from.kind(), to.kind()) {
        (Kind::Signed, Kind::Signed) | (Kind::Unsigned, Kind::Unsigned) => from.size() <= to.size(),
        (Kind::Unsigned, Kind::Signed) => from.size() < to.size(),
        _ => false,
    }
}

/// A constant at another representation, if that holds it exactly.
fn constant_at(value: &Value, to: Repr) -> Option<Value> {
    match (value, to.kind()) {
        (Value::Bool(value), Kind::Signed | Kind::Unsigned) => Some(Value::Int((*value).into())),
        (Value::Bool(value), Kind::Float) => Some(Value::Float(f64::from(u8::from(*value)))),
        (Value::Int(value), Kind::Signed | Kind::Unsigned) => integer_fits(*value, to).then_some(Value::Int(*value)),
        (Value::Int(value), Kind::Float) if value.unsigned_abs() <= 1 << 24 => Some(Value::Float(*value as f64)),
        (Value::Int(value), Kind::Float) if to == Repr::F64 && value.unsigned_abs() <= 1 << 53 => {
            Some(Value::Float(*value as f64))
        }
        (Value::Int(value), Kind::Complex) if value.unsigned_abs() <= 1 << 24 => {
            Some(Value::Complex(*value as f64, 0.0))
        }
        (Value::Float(value), Kind::Float) => {
            let exact = to == Repr::F64 || f64::from(*value as f32) == *value || value.is_nan();
            exact.then_some(Value::Float(*value))
        }
        (Value::Float(value), Kind::Complex) if to == Repr::C128 => Some(Value::Complex(*value, 0.0)),
        _ => None,
    }
}

fn integer_fits(value: i128, to: Repr) -> bool {
    let bits = to.size() * 8;
    match to.kind() {
        Kind::Signed => (-(1i128 << (bits - 1))..1i128 << (bits - 1)).contains(&value),
        Kind::Unsigned => (0..1i128 << bits).contains(&value),
        Kind::Bool | Kind::Float | Kind::Complex => false,
    }
}
