//! `DEF`, `IF` and `include`: what is decided before anything is compiled.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};
use rustpython_parser::{StringKind, Tok};

use super::rewrite::{Parsing, Rewriter};
use crate::Need;
use crate::diag::{Code, Diagnostic};
use crate::syntax::ast::{self, Constant, Expr};

/// A value that is known while the source is read.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Int(BigInt),
    Float(f64),
    Str(String),
    Bytes(Vec<u8>),
    Bool(bool),
    None,
    Tuple(Vec<Value>),
}

/// Files that may take the place of an `include` in one module.
const MAX_INCLUDES: usize = 1000;

/// The names that Cython defines itself, for Linux.
pub(super) fn predefined() -> BTreeMap<String, Vec<Tok>> {
    const UNAME: [(&str, &str); 5] = [
        ("UNAME_SYSNAME", "Linux"),
        ("UNAME_NODENAME", "localhost"),
        ("UNAME_RELEASE", ""),
        ("UNAME_VERSION", ""),
        ("UNAME_MACHINE", std::env::consts::ARCH),
    ];
    UNAME.into_iter().map(|(name, value)| (name.to_owned(), vec![string(value)])).collect()
}

/// The tokens of a value as Python writes them.
pub(super) fn text(tokens: &[Tok]) -> String {
    let words = tokens.iter().map(|token| match token {
        Tok::Int { value } => value.to_string(),
        Tok::Float { value } => format!("{value:?}"),
        Tok::String { value, kind: StringKind::Bytes, .. } => format!("b{}", quoted(value)),
        Tok::String { value, .. } => quoted(value),
        Tok::Comma => ", ".to_owned(),
        other => other.to_string().trim_matches('\'').to_owned(),
    });
    words.collect()
}

fn quoted(text: &str) -> String {
    let mut out = String::from("'");
    for c in text.chars() {
        match c {
            '\'' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            c if u32::from(c) < 256 => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            c => out.push_str(&format!("\\U{:08x}", u32::from(c))),
        }
    }
    out.push('\'');
    out
}

fn string(value: &str) -> Tok {
    Tok::String { value: value.to_owned(), kind: StringKind::String, triple_quoted: false }
}

impl Rewriter<'_> {
    /// `DEF NAME = value`
    pub(super) fn define(&mut self) -> Parsing<()> {
        let start = self.here();
        self.at += 1;
        let (name, _) = self.name("a name")?;
        self.expect(&Tok::Equal, "`=`")?;
        let value = self.value()?;
        self.constants.insert(name, value.tokens());
        self.emit(Tok::Pass, start);
        self.blank(start.to(self.before()));
        Ok(())
    }

    /// The compile-time value of the expression up to the end of the line or the colon.
    fn value(&mut self) -> Parsing<Value> {
        let span = self.here();
        let out = self.out.len();
        self.expression(&[Tok::Colon]);
        let expr = self.parsed_since(out)?;
        match evaluate(&expr, &Known::new(), Division::Real) {
            Some(value) => Ok(value),
            None => self.fail_at(span.to(self.before()), "this is not known at compile time"),
        }
    }

    /// `IF`, `ELIF`, `ELSE`: the lines of the branch that holds take the place of all.
    pub(super) fn if_block(&mut self) -> Parsing<()> {
        let mut taken = false;
        loop {
            let start = self.here();
            let otherwise = self.is_name("ELSE");
            self.at += 1;
            let holds = otherwise || self.value()?.truth();
            self.expect(&Tok::Colon, "`:`")?;
            let header = start.to(self.before());
            if self.peek() != Some(&Tok::Newline) {
                return self.fail("expected the end of the line");
            }
            self.at += 1;
            if holds && !taken {
                self.replace(header, "if True:");
                self.branches += 1;
                let branch = self.branch();
                self.branches -= 1;
                branch?;
            } else {
                self.skip_block();
                let end = self.read_up_to().unwrap_or(header.end);
                self.replace(crate::span::Span::new(start.start, end), "");
            }
            taken |= holds;
            if otherwise || !(self.is_name("ELIF") || self.is_name("ELSE")) {
                return Ok(());
            }
        }
    }

    /// The lines of an indented block, as if they stood outside of it.
    fn branch(&mut self) -> Parsing<()> {
        self.expect(&Tok::Indent, "an indented block")?;
        let mut depth = 0;
        while let Some(token) = self.peek() {
            match token {
                Tok::Dedent if depth == 0 => break,
                Tok::Indent => {
                    depth += 1;
                    self.indent();
                }
                Tok::Dedent => {
                    depth -= 1;
                    self.dedent();
                }
                Tok::Newline | Tok::EndOfFile => self.copy(),
                _ => self.statement(),
            }
        }
        self.at += 1;
        Ok(())
    }

    /// `include "file.pxi"`: its tokens take the place of the line.
    pub(super) fn include(&mut self) -> Parsing<()> {
        let start = self.here();
        if !self.blocks.is_empty() {
            return self.fail("include statement not allowed here");
        }
        self.at += 1;
        let span = start.to(self.here());
        let Some(Tok::String { value: name, .. }) = self.peek().cloned() else { return self.fail("expected a file") };
        self.at += 1;
        if !matches!(self.peek(), None | Some(Tok::Newline | Tok::EndOfFile)) {
            return self.fail("expected the end of the line");
        }
        self.emit(Tok::Pass, start);
        self.replace(span, "pass");
        self.copy();
        let need = Need::Include { from: self.file(start.start).path.to_owned(), name };
        let Some(part) = self.source.part(&need) else { return self.no_file(span, need) };
        self.includes += 1;
        if self.includes > MAX_INCLUDES {
            return self.fail_at(span, "files include each other without end");
        }
        if self.announcing.contains(&self.file(start.start).base) {
            self.announcing.insert(part.base);
        }
        let (tokens, _) = self.file_tokens(part, false);
        let at = self.at.min(self.tokens.len());
        self.tokens.splice(at..at, tokens);
        Ok(())
    }

    /// A file that an `include` names is not there, or was not asked for yet.
    fn no_file(&mut self, span: crate::span::Span, need: Need) -> Parsing<()> {
        let Need::Include { name, .. } = &need else { return Ok(()) };
        let error = Diagnostic::error(Code::CYTHON_FILE, span, format!("there is no file `{name}`"));
        self.errors.push(error.hint("it is looked for beside the file that includes it and in the folders of `-I`"));
        self.missing.push(need);
        Ok(())
    }
}

impl Value {
    fn tokens(&self) -> Vec<Tok> {
        let signed = |negative: bool, value: Tok| match negative {
            true => vec![Tok::Lpar, Tok::Minus, value, Tok::Rpar],
            false => vec![value],
        };
        match self {
            Value::Int(value) => signed(value.is_negative(), Tok::Int { value: value.abs() }),
            Value::Float(value) => signed(value.is_sign_negative(), Tok::Float { value: value.abs() }),
            Value::Str(value) => vec![string(value)],
            Value::Bytes(value) => {
                let value = value.iter().map(|byte| char::from(*byte)).collect();
                vec![Tok::String { value, kind: StringKind::Bytes, triple_quoted: false }]
            }
            Value::Bool(true) => vec![Tok::True],
            Value::Bool(false) => vec![Tok::False],
            Value::None => vec![Tok::None],
            Value::Tuple(items) => {
                let items = items.iter().flat_map(|item| item.tokens().into_iter().chain([Tok::Comma]));
                std::iter::once(Tok::Lpar).chain(items).chain([Tok::Rpar]).collect()
            }
        }
    }

    fn truth(&self) -> bool {
        match self {
            Value::Int(value) => !value.is_zero(),
            Value::Float(value) => *value != 0.0,
            Value::Str(value) => !value.is_empty(),
            Value::Bytes(value) => !value.is_empty(),
            Value::Bool(value) => *value,
            Value::None => false,
            Value::Tuple(items) => !items.is_empty(),
        }
    }

    fn number(&self) -> Option<f64> {
        match self {
            Value::Int(value) => value.to_f64(),
            Value::Float(value) => Some(*value),
            Value::Bool(value) => Some(f64::from(u8::from(*value))),
            Value::Str(_) | Value::Bytes(_) | Value::None | Value::Tuple(_) => None,
        }
    }

    fn integer(&self) -> Option<BigInt> {
        match self {
            Value::Int(value) => Some(value.clone()),
            Value::Bool(value) => Some(BigInt::from(u8::from(*value))),
            Value::Float(_) | Value::Str(_) | Value::Bytes(_) | Value::None | Value::Tuple(_) => None,
        }
    }
}

/// Integers that names stand for; `None` for one whose value is not known.
pub type Known<'k> = BTreeMap<&'k str, Option<&'k BigInt>>;

/// What `/` of two integers is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Division {
    /// A float.
    Real,
    /// As `//`.
    Floored,
    /// C's.
    Truncated,
}

/// The integer that an expression of literals and known names gives, as C has it: where C's compiler wants one, `/` gives one.
pub fn integer(expr: &Expr, known: &Known<'_>) -> Option<BigInt> {
    evaluate(expr, known, Division::Truncated)?.integer()
}

/// The same, if it is an integer by this division, too.
pub(super) fn whole_quotient(expr: &Expr, known: &Known<'_>, division: Division) -> Option<BigInt> {
    match evaluate(expr, known, division)? {
        Value::Int(value) => Some(value),
        _ => None,
    }
}

/// The value of an expression of literals and known names; `None` if it has anything else.
fn evaluate(expr: &Expr, known: &Known<'_>, division: Division) -> Option<Value> {
    let evaluate = |expr: &Expr| self::evaluate(expr, known, division);
    match expr {
        Expr::Name(name) => known.get(name.id.as_str()).copied().flatten().cloned().map(Value::Int),
        Expr::Constant(constant) => literal(&constant.value),
        Expr::Tuple(tuple) => tuple.elts.iter().map(&evaluate).collect::<Option<_>>().map(Value::Tuple),
        Expr::UnaryOp(unary) => apply_unary(unary.op, evaluate(&unary.operand)?),
        Expr::BinOp(binary) => apply(binary.op, &evaluate(&binary.left)?, &evaluate(&binary.right)?, division),
        Expr::BoolOp(chain) => {
            let and = chain.op == ast::BoolOp::And;
            let mut last = Value::Bool(and);
            for value in &chain.values {
                last = evaluate(value)?;
                if last.truth() != and {
                    break;
                }
            }
            Some(last)
        }
        Expr::IfExp(choice) => {
            let holds = evaluate(&choice.test)?.truth();
            evaluate(if holds { &choice.body } else { &choice.orelse })
        }
        Expr::Compare(compare) => {
            let mut left = evaluate(&compare.left)?;
            for (op, right) in compare.ops.iter().zip(&compare.comparators) {
                let right = evaluate(right)?;
                if !holds(*op, &left, &right)? {
                    return Some(Value::Bool(false));
                }
                left = right;
            }
            Some(Value::Bool(true))
        }
        Expr::Call(call) if call.keywords.is_empty() => {
            let Expr::Name(name) = &*call.func else { return None };
            let args: Vec<Value> = call.args.iter().map(&evaluate).collect::<Option<_>>()?;
            call_of(&name.id, &args)
        }
        _ => None,
    }
}

fn literal(constant: &Constant) -> Option<Value> {
    Some(match constant {
        Constant::None => Value::None,
        Constant::Bool(value) => Value::Bool(*value),
        Constant::Str(value) => Value::Str(value.clone()),
        Constant::Bytes(value) => Value::Bytes(value.clone()),
        Constant::Int(value) => Value::Int(value.clone()),
        Constant::Float(value) => Value::Float(*value),
        Constant::Tuple(_) | Constant::Complex { .. } | Constant::Ellipsis => return None,
    })
}

fn apply_unary(op: ast::UnaryOp, value: Value) -> Option<Value> {
    match (op, &value) {
        (ast::UnaryOp::Not, _) => Some(Value::Bool(!value.truth())),
        (ast::UnaryOp::USub, Value::Float(value)) => Some(Value::Float(-value)),
        (ast::UnaryOp::UAdd, Value::Float(_)) => Some(value),
        (ast::UnaryOp::USub, _) => Some(Value::Int(-value.integer()?)),
        (ast::UnaryOp::UAdd, _) => Some(Value::Int(value.integer()?)),
        (ast::UnaryOp::Invert, _) => Some(Value::Int(-value.integer()? - 1)),
    }
}

fn apply(op: ast::Operator, left: &Value, right: &Value, division: Division) -> Option<Value> {
    use ast::Operator as O;
    if let (O::Add, Value::Str(a), Value::Str(b)) = (op, left, right) {
        return Some(Value::Str(format!("{a}{b}")));
    }
    let (Some(a), Some(b)) = (left.integer(), right.integer()) else { return apply_float(op, left, right) };
    let shift = || b.to_u32().filter(|count| *count <= 4096);
    Some(Value::Int(match op {
        O::Add => a + b,
        O::Sub => a - b,
        O::Mult => a * b,
        O::Div => match division {
            Division::Real => return apply_float(op, left, right),
            _ if b.is_zero() => return None,
            Division::Floored => floor_div(&a, &b),
            Division::Truncated => a / b,
        },
        O::FloorDiv if !b.is_zero() => floor_div(&a, &b),
        O::Mod if !b.is_zero() => &a - floor_div(&a, &b) * &b,
        O::Pow if b.is_negative() => return apply_float(op, left, right),
        O::Pow => a.pow(shift()?),
        O::LShift => a << shift()?,
        O::RShift => a >> shift()?,
        O::BitAnd => a & b,
        O::BitOr => a | b,
        O::BitXor => a ^ b,
        O::FloorDiv | O::Mod | O::MatMult => return None,
    }))
}

fn floor_div(a: &BigInt, b: &BigInt) -> BigInt {
    let quotient = a / b;
    let exact = (&quotient * b) == *a;
    if !exact && a.is_negative() != b.is_negative() { quotient - 1 } else { quotient }
}

fn apply_float(op: ast::Operator, left: &Value, right: &Value) -> Option<Value> {
    use ast::Operator as O;
    let (a, b) = (left.number()?, right.number()?);
    let value = match op {
        O::Add => a + b,
        O::Sub => a - b,
        O::Mult => a * b,
        O::Div if b != 0.0 => a / b,
        O::FloorDiv if b != 0.0 => (a / b).floor(),
        O::Mod if b != 0.0 => a - (a / b).floor() * b,
        O::Pow => a.powf(b),
        _ => return None,
    };
    value.is_finite().then_some(Value::Float(value))
}

fn holds(op: ast::CmpOp, left: &Value, right: &Value) -> Option<bool> {
    use ast::CmpOp as C;
    if let (C::In | C::NotIn, Value::Tuple(items)) = (op, right) {
        return Some(items.iter().any(|item| equal(left, item)) == (op == C::In));
    }
    if let (C::In | C::NotIn, Value::Str(text), Value::Str(part)) = (op, right, left) {
        return Some(text.contains(part.as_str()) == (op == C::In));
    }
    let order = match (left, right) {
        (Value::Str(a), Value::Str(b)) => a.partial_cmp(b),
        (Value::Tuple(_), _) | (_, Value::Tuple(_)) => None,
        _ => left.number().zip(right.number()).and_then(|(a, b)| a.partial_cmp(&b)),
    };
    match op {
        C::Eq | C::Is => Some(equal(left, right)),
        C::NotEq | C::IsNot => Some(!equal(left, right)),
        C::Lt => order.map(|order| order.is_lt()),
        C::LtE => order.map(|order| order.is_le()),
        C::Gt => order.map(|order| order.is_gt()),
        C::GtE => order.map(|order| order.is_ge()),
        C::In | C::NotIn => None,
    }
}

fn equal(left: &Value, right: &Value) -> bool {
    match (left.number(), right.number()) {
        (Some(a), Some(b)) => a == b,
        _ => left == right,
    }
}

/// Functions that Cython lets a compile-time expression call.
fn call_of(name: &str, args: &[Value]) -> Option<Value> {
    let extreme = |above: bool| {
        let mut found = args.first()?.clone();
        for value in &args[1..] {
            if holds(if above { ast::CmpOp::Gt } else { ast::CmpOp::Lt }, value, &found)? {
                found = value.clone();
            }
        }
        Some(found)
    };
    match (name, args) {
        ("max", _) => extreme(true),
        ("min", _) => extreme(false),
        ("int", [Value::Float(value)]) => num_traits::FromPrimitive::from_f64(value.trunc()).map(Value::Int),
        ("int", [value]) => value.integer().map(Value::Int),
        ("float", [value]) => value.number().map(Value::Float),
        ("bool", [value]) => Some(Value::Bool(value.truth())),
        ("abs", [Value::Float(value)]) => Some(Value::Float(value.abs())),
        ("abs", [value]) => Some(Value::Int(value.integer()?.abs())),
        ("len", [Value::Str(text)]) => Some(Value::Int(text.chars().count().into())),
        ("len", [Value::Tuple(items)]) => Some(Value::Int(items.len().into())),
        ("ord", [Value::Str(text)]) => text.chars().next().map(|c| Value::Int(u32::from(c).into())),
        _ => None,
    }
}
