//! What types the parameters of a function may have, from how it uses them: a suggestion, never a fact.
//!
//! An array is indexed, iterated over, measured by `len`, or asked for `shape`; its rank is that of [`super::rank`]. An
//! integer counts (`range(n)`) or is an index. Text has methods of text. What is called, or asked for other attributes, and
//! what holds such things, is an object. Anything else is a `float`, if nothing but its default says otherwise.

use std::collections::BTreeSet;

use super::rank;
use crate::hir::ParamKind;
use crate::hir::lower::Def;
use crate::syntax::ast::{Arg, Comprehension, Constant, Expr, Operator, Stmt, UnaryOp};
use crate::syntax::bindings::each_stmt;
use crate::syntax::{child_exprs, stmt_exprs};

/// What a use says; of several the greatest counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    Number,
    Integer,
    Text,
    Array,
    Object,
}

/// Attributes that only arrays have.
const OF_ARRAYS: [&str; 24] = [
    "shape", "ndim", "size", "dtype", "T", "flat", "strides", "nbytes", "sum", "mean", "min", "max", "std", "var",
    "prod", "dot", "copy", "astype", "ravel", "reshape", "fill", "argmin", "argmax", "cumsum",
];

/// Methods of text that arrays do not have.
const OF_TEXT: [&str; 12] = [
    "split",
    "strip",
    "lower",
    "upper",
    "startswith",
    "endswith",
    "find",
    "replace",
    "join",
    "isdigit",
    "isalpha",
    "encode",
];

/// Functions whose first argument says how many items there are.
const OF_SHAPES: [&str; 6] = ["zeros", "ones", "empty", "full", "arange", "eye"];

/// Builtins whose argument is a sequence.
const OF_SEQUENCES: [&str; 9] = ["len", "sum", "enumerate", "zip", "reversed", "sorted", "any", "all", "list"];

/// The types that the parameters may have: `pyrx.float64[:]`. `None` for an object.
pub fn types(def: &Def<'_>) -> Vec<Option<String>> {
    let defaults = defaults(def);
    let default = |arg: &Arg| defaults.iter().find(|(name, _)| *name == arg.arg.as_str()).map(|(_, value)| *value);
    def.arg_list().into_iter().map(|arg| guess(def, arg, default(arg))).collect()
}

/// The header of a function with annotations of these types: `def mean(values: pyrx.float64[:])`. `None` if there are none.
pub fn header(def: &Def<'_>, kinds: &[ParamKind], bound: bool, types: &[Option<String>]) -> Option<String> {
    let args = def.arg_list();
    let defaults = defaults(def);
    let mut guessed = false;
    let mut parts = Vec::new();
    let mut stars = false;
    for (at, (arg, kind)) in args.iter().zip(kinds).enumerate() {
        let receiver = at == 0 && bound;
        let given = if defaults.iter().any(|(name, _)| *name == arg.arg.as_str()) { " = ..." } else { "" };
        if *kind == ParamKind::KeywordOnly && !stars {
            parts.push("*".to_owned());
        }
        stars |= matches!(kind, ParamKind::VarArgs | ParamKind::KeywordOnly);
        parts.push(match kind {
            ParamKind::VarArgs => format!("*{}", arg.arg),
            ParamKind::VarKeywords => format!("**{}", arg.arg),
            _ => match types.get(at).and_then(Option::as_deref).filter(|_| !receiver) {
                Some(ty) => {
                    guessed = true;
                    format!("{}: {ty}{given}", arg.arg)
                }
                None => format!("{}{}", arg.arg, given.replace(' ', "")),
            },
        });
        if *kind == ParamKind::PositionalOnly && kinds.get(at + 1) != Some(&ParamKind::PositionalOnly) {
            parts.push("/".to_owned());
        }
    }
    guessed.then(|| format!("def {}({})", def.name(), parts.join(", ")))
}

/// The values that parameters have where nothing is given.
fn defaults<'a>(def: &Def<'a>) -> Vec<(&'a str, &'a Expr)> {
    let args = def.args();
    let all = args.posonlyargs.iter().chain(&args.args).chain(&args.kwonlyargs);
    all.filter_map(|arg| Some((arg.def.arg.as_str(), arg.default.as_deref()?))).collect()
}

fn guess(def: &Def<'_>, arg: &Arg, default: Option<&Expr>) -> Option<String> {
    if let Some(ty) = default.and_then(of_default) {
        return ty.map(str::to_owned);
    }
    let items = items(def, arg.arg.as_str());
    let of_items = uses(def, items.iter().map(String::as_str).collect());
    match uses(def, BTreeSet::from([arg.arg.as_str()])).unwrap_or(Use::Number) {
        Use::Number => Some("float".to_owned()),
        Use::Integer => Some("int".to_owned()),
        Use::Text => Some("str".to_owned()),
        Use::Array if of_items == Some(Use::Object) => None,
        Use::Array if of_items == Some(Use::Text) => Some("list[str]".to_owned()),
        Use::Array => {
            let rank = rank::of(def, &arg.arg).unwrap_or(1);
            Some(format!("pyrx.float64[{}]", vec![":"; usize::from(rank)].join(", ")))
        }
        Use::Object => None,
    }
}

/// What is done with what some names stand for.
fn uses(def: &Def<'_>, names: BTreeSet<&str>) -> Option<Use> {
    let mut uses = Uses { names, found: None };
    each_stmt(def.body(), &mut |stmt| uses.stmt(stmt));
    uses.found
}

/// The variables that loops over a parameter give its items to.
fn items(def: &Def<'_>, param: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut note = |target: &Expr, iter: &Expr| {
        if let (Expr::Name(target), Expr::Name(iter)) = (target, iter)
            && iter.id.as_str() == param
        {
            found.insert(target.id.to_string());
        }
    };
    each_stmt(def.body(), &mut |stmt| {
        if let Stmt::For(s) = stmt {
            note(&s.target, &s.iter);
        }
        stmt_exprs(stmt, &mut |expr| each_comprehension(expr, &mut |part| note(&part.target, &part.iter)));
    });
    found
}

fn each_comprehension(expr: &Expr, found: &mut dyn FnMut(&Comprehension)) {
    let parts = match expr {
        Expr::ListComp(comp) => &comp.generators[..],
        Expr::GeneratorExp(comp) => &comp.generators[..],
        Expr::SetComp(comp) => &comp.generators[..],
        Expr::DictComp(comp) => &comp.generators[..],
        _ => &[],
    };
    parts.iter().for_each(&mut *found);
    child_exprs(expr, &mut |child| each_comprehension(child, found));
}

/// The type of a default; `Some(None)` if it is one that has none, and `None` if it says nothing.
fn of_default(default: &Expr) -> Option<Option<&'static str>> {
    match default {
        Expr::Constant(constant) => match &constant.value {
            Constant::Bool(_) => Some(Some("bool")),
            Constant::Int(_) => Some(Some("int")),
            Constant::Float(_) => Some(Some("float")),
            Constant::Complex { .. } => Some(Some("complex")),
            Constant::Str(_) => Some(Some("str")),
            Constant::Bytes(_) => Some(Some("bytes")),
            Constant::None | Constant::Tuple(_) | Constant::Ellipsis => Some(None),
        },
        Expr::UnaryOp(unary) if matches!(unary.op, UnaryOp::USub | UnaryOp::UAdd) => of_default(&unary.operand),
        Expr::Dict(_) | Expr::Set(_) | Expr::List(_) | Expr::Tuple(_) | Expr::Lambda(_) => Some(None),
        _ => None,
    }
}

fn is_integer(expr: &Expr) -> bool {
    matches!(expr, Expr::Constant(constant) if matches!(constant.value, Constant::Int(_)))
}

/// What is done with a parameter.
struct Uses<'a> {
    /// Of the parameter.
    names: BTreeSet<&'a str>,
    found: Option<Use>,
}

impl Uses<'_> {
    fn note(&mut self, expr: &Expr, found: Use) {
        if self.is(expr) {
            self.found = self.found.max(Some(found));
        }
    }

    fn is(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Name(name) if self.names.contains(name.id.as_str()))
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::For(s) => self.note(&s.iter, Use::Array),
            Stmt::AugAssign(s) => self.note(&s.value, Use::Number),
            _ => {}
        }
        stmt_exprs(stmt, &mut |expr| self.expr(expr));
    }

    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Subscript(subscript) => {
                let by_name = matches!(&*subscript.slice, Expr::Constant(c) if matches!(c.value, Constant::Str(_)));
                self.note(&subscript.value, if by_name { Use::Object } else { Use::Array });
                self.index(&subscript.slice);
            }
            Expr::Attribute(attribute) => {
                let name = attribute.attr.as_str();
                let text = OF_TEXT.contains(&name);
                let found = if OF_ARRAYS.contains(&name) { Use::Array } else { Use::Object };
                self.note(&attribute.value, if text { Use::Text } else { found });
            }
            Expr::Call(call) => self.call(&call.func, &call.args),
            Expr::BinOp(binary) => {
                let found = match binary.op {
                    Operator::LShift | Operator::RShift | Operator::BitAnd | Operator::BitOr | Operator::BitXor => {
                        Use::Integer
                    }
                    Operator::Sub | Operator::Mod | Operator::FloorDiv if is_integer(&binary.right) => Use::Integer,
                    _ => Use::Number,
                };
                [&binary.left, &binary.right].into_iter().for_each(|side| self.note(side, found));
            }
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Invert => self.note(&unary.operand, Use::Integer),
            Expr::UnaryOp(unary) if unary.op != UnaryOp::Not => self.note(&unary.operand, Use::Number),
            Expr::Compare(compare) => {
                let is_order = |op: &crate::syntax::ast::CmpOp| {
                    use crate::syntax::ast::CmpOp::{Eq, Gt, GtE, Lt, LtE, NotEq};
                    matches!(op, Eq | NotEq | Lt | LtE | Gt | GtE)
                };
                if compare.ops.iter().all(is_order) {
                    self.note(&compare.left, Use::Number);
                    compare.comparators.iter().for_each(|side| self.note(side, Use::Number));
                }
            }
            Expr::ListComp(comp) => comp.generators.iter().for_each(|part| self.note(&part.iter, Use::Array)),
            Expr::GeneratorExp(comp) => comp.generators.iter().for_each(|part| self.note(&part.iter, Use::Array)),
            _ => {}
        }
        child_exprs(expr, &mut |child| self.expr(child));
    }

    /// `a[n]`, `a[n - 1, :]`, `a[n:]`.
    fn index(&mut self, slice: &Expr) {
        match slice {
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|item| self.index(item)),
            Expr::Slice(slice) => {
                [&slice.lower, &slice.upper, &slice.step].into_iter().flatten().for_each(|part| self.index(part));
            }
            Expr::BinOp(binary) => [&binary.left, &binary.right].into_iter().for_each(|side| self.index(side)),
            plain => self.note(plain, Use::Integer),
        }
    }

    fn call(&mut self, function: &Expr, args: &[Expr]) {
        self.note(function, Use::Object);
        let name = match function {
            Expr::Name(name) => name.id.as_str(),
            Expr::Attribute(attribute) => return self.method(attribute.attr.as_str(), args),
            _ => "",
        };
        match name {
            "range" => args.iter().for_each(|arg| self.index(arg)),
            "min" | "max" if args.len() == 1 => self.note(&args[0], Use::Array),
            "open" => args.iter().take(1).for_each(|arg| self.note(arg, Use::Text)),
            "isinstance" | "print" | "str" | "repr" => {}
            _ if OF_SEQUENCES.contains(&name) => args.iter().for_each(|arg| self.note(arg, Use::Array)),
            _ => args.iter().for_each(|arg| self.note(arg, Use::Number)),
        }
    }

    /// `np.sum(a)`, `np.zeros((n, m))`, `math.sqrt(x)`.
    fn method(&mut self, name: &str, args: &[Expr]) {
        let of_array = OF_ARRAYS.contains(&name) || name.ends_with("_like");
        match args {
            _ if OF_TEXT.contains(&name) && name != "join" => args.iter().for_each(|arg| self.note(arg, Use::Text)),
            [first, ..] if of_array => self.note(first, Use::Array),
            [first, ..] if OF_SHAPES.contains(&name) => self.index(first),
            _ => args.iter().for_each(|arg| self.note(arg, Use::Number)),
        }
    }
}
