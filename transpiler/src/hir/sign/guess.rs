//! What types the parameters of a function may have, from how it uses them: a suggestion, never a fact.
//!
//! An array is indexed, iterated over, measured by `len`, or asked for `shape`; its rank is that of [`super::rank`]. An
//! integer counts (`range(n)`) or is an index. Text has methods of text, or is compared with text. What is called, or asked for
//! other attributes, and what holds such things, is an object ([`super::objects`]). Anything else is a `float`, if its default
//! does not say otherwise; where there is no use, there is nothing to suggest.

use std::collections::BTreeSet;

use super::objects::{Guess, Kind, ObjectUse};
use super::rank;
use crate::hir::ParamKind;
use crate::hir::lower::Def;
use crate::syntax::ast::{Arg, CmpOp, Comprehension, Constant, Expr, Operator, Stmt, UnaryOp};
use crate::syntax::bindings::each_stmt;
use crate::syntax::{child_exprs, span, stmt_exprs};

/// What a use says; of several the greatest counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    Number,
    Integer,
    /// Text of one character, at least.
    Character,
    Text,
    Array,
    /// A list of text.
    Texts,
    Object,
}

/// Attributes that only arrays have.
const OF_ARRAYS: [&str; 24] = [
    "shape", "ndim", "size", "dtype", "T", "flat", "strides", "nbytes", "sum", "mean", "min", "max", "std", "var",
    "prod", "dot", "copy", "astype", "ravel", "reshape", "fill", "argmin", "argmax", "cumsum",
];

/// Methods of text that arrays do not have.
const OF_TEXT: [&str; 24] = [
    "split",
    "rsplit",
    "splitlines",
    "strip",
    "lstrip",
    "rstrip",
    "lower",
    "upper",
    "title",
    "capitalize",
    "swapcase",
    "casefold",
    "startswith",
    "endswith",
    "find",
    "rfind",
    "replace",
    "join",
    "encode",
    "partition",
    "rpartition",
    "zfill",
    "removeprefix",
    "removesuffix",
];

/// Methods of text that tell of its characters.
const OF_CHARACTERS: [&str; 7] = ["isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "isdecimal"];

/// Functions of NumPy whose first argument is an array, besides those that are methods.
const TAKE_ARRAYS: [&str; 22] = [
    "convolve",
    "correlate",
    "median",
    "average",
    "percentile",
    "quantile",
    "diff",
    "gradient",
    "unique",
    "histogram",
    "trapezoid",
    "sort",
    "argsort",
    "roll",
    "flip",
    "outer",
    "inner",
    "cross",
    "matmul",
    "norm",
    "searchsorted",
    "bincount",
];

/// Functions whose first argument says how many items there are.
const OF_SHAPES: [&str; 6] = ["zeros", "ones", "empty", "full", "arange", "eye"];

/// Builtins whose argument is a sequence.
const OF_SEQUENCES: [&str; 9] = ["len", "sum", "enumerate", "zip", "reversed", "sorted", "any", "all", "list"];

/// What the parameters may be.
pub fn guesses(def: &Def<'_>) -> Vec<Guess> {
    let defaults = defaults(def);
    let default = |arg: &Arg| defaults.iter().find(|(name, _)| *name == arg.arg.as_str()).map(|(_, value)| *value);
    def.arg_list().into_iter().map(|arg| guess(def, arg, default(arg))).collect()
}

/// The header of a function with annotations of these types: `def mean(values: pyrx.float64[:])`. `None` if there are none.
pub fn header(def: &Def<'_>, kinds: &[ParamKind], bound: bool, guesses: &[Guess]) -> Option<String> {
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
            _ => match guesses.get(at).and_then(Guess::ty).filter(|_| !receiver) {
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

fn guess(def: &Def<'_>, arg: &Arg, default: Option<&Expr>) -> Guess {
    let name = arg.arg.as_str();
    if let Some(ty) = default.and_then(of_default) {
        return ty
            .map_or_else(|| Guess::Object(uses(def, BTreeSet::from([name])).object), |ty| Guess::Type(ty.to_owned()));
    }
    let items = items(def, name);
    let of_items = uses(def, items.iter().map(String::as_str).collect());
    let own = uses(def, BTreeSet::from([name]));
    let Some(found) = own.found else { return Guess::Object(None) };
    let ty = match found {
        Use::Number => "float",
        Use::Integer => "int",
        Use::Character | Use::Text => "str",
        Use::Array if of_items.found == Some(Use::Object) => {
            return Guess::Object(of_items.object.map(|object| ObjectUse { of_items: true, ..object }));
        }
        Use::Array if own.is_text || of_items.found == Some(Use::Character) => "str",
        Use::Array if of_items.found == Some(Use::Text) => "list[str]",
        Use::Array => {
            let rank = rank::of(def, name).unwrap_or(1);
            return Guess::Type(format!("pyrx.float64[{}]", vec![":"; usize::from(rank)].join(", ")));
        }
        Use::Texts => "list[str]",
        Use::Object => return Guess::Object(own.object),
    };
    Guess::Type(ty.to_owned())
}

/// What is done with what some names stand for.
fn uses<'a>(def: &Def<'_>, names: BTreeSet<&'a str>) -> Uses<'a> {
    let mut uses =
        Uses { names, counters: counters(def), sought: BTreeSet::new(), found: None, is_text: false, object: None };
    // Where a key is looked for (`key in table`), `table[key]` is of a dict: looked at again with what was sought.
    for _ in 0..2 {
        each_stmt(def.body(), &mut |stmt| uses.stmt(stmt));
    }
    uses
}

/// The variables that count: `for i in range(n)`, `i = 0`, `i += 1`.
fn counters(def: &Def<'_>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut note = |target: &Expr| {
        if let Expr::Name(name) = target {
            found.insert(name.id.to_string());
        }
    };
    let counts = |iter: &Expr| {
        let Expr::Call(call) = iter else { return None };
        let Expr::Name(name) = &*call.func else { return None };
        match name.id.as_str() {
            "enumerate" => Some(true),
            "range" | "prange" => Some(false),
            _ => None,
        }
    };
    let mut part = |target: &Expr, iter: &Expr| match (counts(iter), target) {
        (Some(true), Expr::Tuple(tuple)) => tuple.elts.iter().take(1).for_each(&mut note),
        (Some(false), target) => note(target),
        _ => {}
    };
    each_stmt(def.body(), &mut |stmt| {
        if let Stmt::For(s) = stmt {
            part(&s.target, &s.iter);
        }
        stmt_exprs(stmt, &mut |expr| each_comprehension(expr, &mut |of| part(&of.target, &of.iter)));
    });
    each_stmt(def.body(), &mut |stmt| match stmt {
        Stmt::AugAssign(s) => note(&s.target),
        Stmt::Assign(s) if is_integer(&s.value) => s.targets.iter().for_each(&mut note),
        _ => {}
    });
    found
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

fn text(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Constant(constant) => match &constant.value {
            Constant::Str(text) => Some(text),
            _ => None,
        },
        Expr::JoinedStr(_) => Some(""),
        _ => None,
    }
}

/// What is done with a parameter.
struct Uses<'a> {
    /// Of the parameter.
    names: BTreeSet<&'a str>,
    counters: BTreeSet<String>,
    /// Names that are looked for in the parameter: `key in table`.
    sought: BTreeSet<String>,
    found: Option<Use>,
    /// Some use is one of text.
    is_text: bool,
    /// The use that tells most of the object that it is.
    object: Option<ObjectUse>,
}

impl Uses<'_> {
    fn note(&mut self, expr: &Expr, found: Use) {
        if self.is(expr) {
            self.found = self.found.max(Some(found));
            self.is_text |= matches!(found, Use::Character | Use::Text);
        }
    }

    /// The use `whole` of `expr`, or of an item of it, is one of a kind of object.
    fn note_object(&mut self, expr: &Expr, kind: Kind, whole: &Expr, of_items: bool) {
        self.note(expr, Use::Object);
        if self.is(expr) && self.object.is_none_or(|known| kind < known.kind) {
            self.object = Some(ObjectUse { kind, of_items, span: span(whole) });
        }
    }

    fn is(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Name(name) if self.names.contains(name.id.as_str()))
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::For(s) => self.iterated(&s.target, &s.iter),
            Stmt::AugAssign(s) => self.note(&s.value, Use::Number),
            _ => {}
        }
        stmt_exprs(stmt, &mut |expr| self.expr(expr));
    }

    /// `for x in a`, `for x in a[key]`.
    fn iterated(&mut self, target: &Expr, iter: &Expr) {
        self.note(iter, Use::Array);
        self.seek(target, iter);
        if let Expr::Subscript(subscript) = iter
            && self.is_key(&subscript.slice)
        {
            self.note_object(&subscript.value, Kind::Rows, iter, false);
        }
    }

    /// `key in table`, `for key in table`: then `table[key]` is of a dict.
    fn seek(&mut self, key: &Expr, table: &Expr) {
        if let Expr::Name(key) = key
            && self.is(table)
        {
            self.sought.insert(key.id.to_string());
        }
    }

    /// Whether an index is no number that counts.
    fn is_key(&self, slice: &Expr) -> bool {
        match slice {
            Expr::Name(name) => !self.counters.contains(name.id.as_str()),
            Expr::Attribute(_) | Expr::Call(_) | Expr::Subscript(_) => true,
            _ => false,
        }
    }

    fn subscript(&mut self, value: &Expr, slice: &Expr, whole: &Expr) {
        let is_sought = matches!(slice, Expr::Name(name) if self.sought.contains(name.id.as_str()));
        if text(slice).is_some() || is_sought {
            self.note_object(value, Kind::Dict, whole, false);
        } else {
            self.note(value, Use::Array);
        }
        self.index(slice);
    }

    /// `a.name`, `a[i].name`.
    fn attribute(&mut self, value: &Expr, name: &str, whole: &Expr) {
        let item = match value {
            Expr::Subscript(subscript) => Some(&*subscript.value),
            _ => None,
        };
        let of = item.unwrap_or(value);
        match name {
            _ if OF_CHARACTERS.contains(&name) => self.note(of, Use::Character),
            _ if OF_TEXT.contains(&name) => self.note(of, if item.is_some() { Use::Texts } else { Use::Text }),
            _ if OF_ARRAYS.contains(&name) => self.note(of, Use::Array),
            _ => self.note_object(of, Kind::of_attribute(name), whole, item.is_some()),
        }
    }

    /// `a == "text"`, `key in a`, `a[0] == "c"`.
    fn compare(&mut self, left: &Expr, op: &CmpOp, right: &Expr) {
        match op {
            CmpOp::Eq | CmpOp::NotEq | CmpOp::Lt | CmpOp::LtE | CmpOp::Gt | CmpOp::GtE => {
                self.compared(left, right);
                self.compared(right, left);
            }
            CmpOp::In | CmpOp::NotIn => {
                if text(right).is_some() {
                    self.note(left, Use::Character);
                }
                self.seek(left, right);
            }
            CmpOp::Is | CmpOp::IsNot => {}
        }
    }

    fn compared(&mut self, value: &Expr, other: &Expr) {
        let is_character = text(other).map(|text| text.chars().count() == 1);
        match (value, is_character) {
            (_, Some(true)) if !matches!(value, Expr::Subscript(_)) => self.note(value, Use::Character),
            (_, Some(false)) => self.note(value, Use::Text),
            (Expr::Subscript(subscript), Some(true)) => self.note(&subscript.value, Use::Character),
            _ => self.note(value, Use::Number),
        }
    }

    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Subscript(subscript) => self.subscript(&subscript.value, &subscript.slice, expr),
            Expr::Attribute(attribute) => self.attribute(&attribute.value, attribute.attr.as_str(), expr),
            Expr::Call(call) => self.call(expr, &call.func, &call.args),
            Expr::BinOp(binary)
                if binary.op == Operator::Add && text(&binary.left).or(text(&binary.right)).is_some() =>
            {
                [&binary.left, &binary.right].into_iter().for_each(|side| self.note(side, Use::Text));
            }
            Expr::BinOp(binary) => {
                let found = match binary.op {
                    Operator::LShift | Operator::RShift | Operator::BitAnd | Operator::BitOr | Operator::BitXor => {
                        Use::Integer
                    }
                    Operator::Mod | Operator::FloorDiv if is_integer(&binary.right) => {
                        self.index(&binary.left);
                        Use::Integer
                    }
                    Operator::Sub if is_integer(&binary.right) => Use::Integer,
                    _ => Use::Number,
                };
                [&binary.left, &binary.right].into_iter().for_each(|side| self.note(side, found));
            }
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Invert => self.note(&unary.operand, Use::Integer),
            Expr::UnaryOp(unary) if unary.op != UnaryOp::Not => self.note(&unary.operand, Use::Number),
            Expr::Compare(compare) => {
                let sides = std::iter::once(&*compare.left).chain(&compare.comparators);
                let pairs = sides.zip(&compare.ops).zip(&compare.comparators);
                pairs.for_each(|((left, op), right)| self.compare(left, op, right));
            }
            Expr::ListComp(comp) => self.comprehension(&comp.generators),
            Expr::GeneratorExp(comp) => self.comprehension(&comp.generators),
            Expr::SetComp(comp) => self.comprehension(&comp.generators),
            Expr::DictComp(comp) => self.comprehension(&comp.generators),
            _ => {}
        }
        child_exprs(expr, &mut |child| self.expr(child));
    }

    fn comprehension(&mut self, parts: &[Comprehension]) {
        parts.iter().for_each(|part| self.iterated(&part.target, &part.iter));
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

    fn call(&mut self, call: &Expr, function: &Expr, args: &[Expr]) {
        self.note_object(function, Kind::Function, call, false);
        let name = match function {
            Expr::Name(name) => name.id.as_str(),
            Expr::Attribute(attribute) if &*attribute.attr == "join" && text(&attribute.value).is_some() => {
                return args.iter().for_each(|arg| self.note(arg, Use::Texts));
            }
            Expr::Attribute(attribute) => return self.method(attribute.attr.as_str(), args),
            _ => "",
        };
        match name {
            "range" | "chr" => args.iter().for_each(|arg| self.index(arg)),
            "min" | "max" if args.len() == 1 => self.note(&args[0], Use::Array),
            "ord" => args.iter().for_each(|arg| self.note(arg, Use::Character)),
            "open" => args.iter().take(1).for_each(|arg| self.note(arg, Use::Text)),
            "isinstance" | "print" | "str" | "repr" => {}
            _ if OF_SEQUENCES.contains(&name) => args.iter().for_each(|arg| self.note(arg, Use::Array)),
            _ => args.iter().for_each(|arg| self.note(arg, Use::Number)),
        }
    }

    /// `np.sum(a)`, `np.zeros((n, m))`, `math.sqrt(x)`.
    fn method(&mut self, name: &str, args: &[Expr]) {
        let of_array = OF_ARRAYS.contains(&name) || TAKE_ARRAYS.contains(&name) || name.ends_with("_like");
        match args {
            _ if OF_TEXT.contains(&name) && name != "join" => args.iter().for_each(|arg| self.note(arg, Use::Text)),
            [first, ..] if of_array => self.note(first, Use::Array),
            [first, ..] if OF_SHAPES.contains(&name) => self.index(first),
            _ => args.iter().for_each(|arg| self.note(arg, Use::Number)),
        }
    }
}
