//! Expressions and targets as text; operations are fully parenthesised.

use super::Names;
use crate::hir::{
    CmpOp, CompKind, Const, Expr, ExprKind, FStringPart, Generator, Index, IndexItem, Target, TargetKind, UnaryOp,
    WebId,
};

pub fn expr(names: &Names, e: &Expr) -> String {
    match &e.kind {
        ExprKind::Const(value) => constant(value),
        ExprKind::Local { web, check_bound } => local(names, *web, *check_bound),
        ExprKind::Global(name) => name.clone(),
        ExprKind::Attribute { value, name } => format!("{}.{name}", expr(names, value)),
        ExprKind::Index { value, index } => format!("{}[{}]", expr(names, value), self::index(names, index)),
        ExprKind::Call { func, args, keywords } => {
            let args = args.iter().map(|arg| expr(names, arg));
            let keywords = keywords.iter().map(|(name, value)| format!("{name}={}", expr(names, value)));
            format!("{}({})", expr(names, func), args.chain(keywords).collect::<Vec<_>>().join(", "))
        }
        ExprKind::Unary { op, operand } => format!("({}{})", unary(*op), expr(names, operand)),
        ExprKind::Binary { op, left, right } => {
            format!("({} {} {})", expr(names, left), op.sign(), expr(names, right))
        }
        ExprKind::Compare { left, rest } => {
            let rest = rest.iter().map(|(op, right)| format!(" {} {}", compare(*op), expr(names, right)));
            format!("({}{})", expr(names, left), rest.collect::<String>())
        }
        ExprKind::Bool { and, values } => format!("({})", join(names, values, if *and { " and " } else { " or " })),
        ExprKind::IsSequence(value) => format!("sequence({})", expr(names, value)),
        ExprKind::Manager { enter, value } => {
            format!("{}({})", if *enter { "enter" } else { "exit of" }, expr(names, value))
        }
        ExprKind::Not(operand) => format!("(not {})", expr(names, operand)),
        ExprKind::IfExp { cond, then, orelse } => {
            format!("({} if {} else {})", expr(names, then), expr(names, cond), expr(names, orelse))
        }
        ExprKind::Walrus { web, value } => format!("({} := {})", names.web(*web), expr(names, value)),
        ExprKind::Address(place) => format!("&{}", expr(names, place)),
        ExprKind::TypeOf(value) => format!("typeof({})", expr(names, value)),
        ExprKind::SizeOf(value) => format!("sizeof({})", expr(names, value)),
        ExprKind::Null => "NULL".into(),
        ExprKind::Cast { ty, checked, value, .. } => {
            format!("<{ty}{}>{}", if *checked { "?" } else { "" }, expr(names, value))
        }
        ExprKind::Tuple(items) if items.len() == 1 => format!("({},)", join(names, items, "")),
        ExprKind::Tuple(items) => format!("({})", join(names, items, ", ")),
        ExprKind::List(items) => format!("[{}]", join(names, items, ", ")),
        ExprKind::Set(items) => format!("{{{}}}", join(names, items, ", ")),
        ExprKind::Dict(items) => {
            let items = items.iter().map(|(key, value)| format!("{}: {}", expr(names, key), expr(names, value)));
            format!("{{{}}}", items.collect::<Vec<_>>().join(", "))
        }
        ExprKind::Comp { kind, element, generators } => {
            let generators: String = generators.iter().map(|generator| self::generator(names, generator)).collect();
            let element = expr(names, element);
            match kind {
                CompKind::List => format!("[{element}{generators}]"),
                CompKind::Lazy => format!("({element}{generators})"),
                CompKind::Set => format!("{{{element}{generators}}}"),
                CompKind::Dict => format!("dict({element}{generators})"),
            }
        }
        ExprKind::FString(parts) => format!("f\"{}\"", f_string(names, parts)),
        ExprKind::Left => "<left>".into(),
    }
}

pub fn local(names: &Names, web: WebId, check_bound: bool) -> String {
    format!("{}{}", names.web(web), if check_bound { "?" } else { "" })
}

fn join(names: &Names, exprs: &[Expr], separator: &str) -> String {
    exprs.iter().map(|e| expr(names, e)).collect::<Vec<_>>().join(separator)
}

fn generator(names: &Names, generator: &Generator) -> String {
    let conds = generator.conds.iter().map(|cond| format!(" if {}", expr(names, cond)));
    let target = target(names, &generator.target);
    format!(" for {target} in {}{}", expr(names, &generator.iter), conds.collect::<String>())
}

fn f_string(names: &Names, parts: &[FStringPart]) -> String {
    let part = |part: &FStringPart| match part {
        FStringPart::Text(text) => text.escape_debug().to_string().replace('{', "{{").replace('}', "}}"),
        FStringPart::Value { value, conversion, spec } => {
            let conversion = conversion.map_or(String::new(), |c| format!("!{c}"));
            let spec = if spec.is_empty() { String::new() } else { format!(":{}", f_string(names, spec)) };
            format!("{{{}{conversion}{spec}}}", expr(names, value))
        }
    };
    parts.iter().map(part).collect()
}

pub fn index(names: &Names, index: &Index) -> String {
    let items: Vec<String> = index.items.iter().map(|item| index_item(names, item)).collect();
    let comma = if index.tuple && items.len() == 1 { "," } else { "" };
    if items.is_empty() { "()".into() } else { format!("{}{comma}", items.join(", ")) }
}

fn index_item(names: &Names, item: &IndexItem) -> String {
    let bound = |bound: &Option<Expr>| bound.as_ref().map_or(String::new(), |e| expr(names, e));
    match item {
        IndexItem::Expr(e) => expr(names, e),
        IndexItem::Slice { lower, upper, step: None } => format!("{}:{}", bound(lower), bound(upper)),
        IndexItem::Slice { lower, upper, step } => format!("{}:{}:{}", bound(lower), bound(upper), bound(step)),
        IndexItem::NewAxis => "newaxis".into(),
        IndexItem::Ellipsis => "...".into(),
    }
}

pub fn target(names: &Names, t: &Target) -> String {
    match &t.kind {
        TargetKind::Local(web) => names.web(*web).into(),
        TargetKind::Global(name) => name.clone(),
        TargetKind::Attribute { value, name } => format!("{}.{name}", expr(names, value)),
        TargetKind::Index { value, index } => format!("{}[{}]", expr(names, value), self::index(names, index)),
        TargetKind::Tuple { elements, star } => {
            let elements = elements.iter().enumerate();
            let texts = elements.map(|(at, element)| {
                let star = if *star == Some(at) { "*" } else { "" };
                format!("{star}{}", target(names, element))
            });
            format!("({})", texts.collect::<Vec<_>>().join(", "))
        }
    }
}

fn constant(value: &Const) -> String {
    match value {
        Const::None => "None".into(),
        Const::Bool(true) => "True".into(),
        Const::Bool(false) => "False".into(),
        Const::Int(value) => value.to_string(),
        Const::Float(value) => format!("{value:?}"),
        Const::Imaginary(value) => format!("{value:?}j"),
        Const::Str(text) => format!("{text:?}"),
        Const::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Const::Tuple(items) => format!("({})", items.iter().map(constant).collect::<Vec<_>>().join(", ")),
        Const::Ellipsis => "...".into(),
    }
}

fn unary(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Neg => "-",
        UnaryOp::Pos => "+",
        UnaryOp::Invert => "~",
    }
}

fn compare(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => "==",
        CmpOp::Ne => "!=",
        CmpOp::Lt => "<",
        CmpOp::Le => "<=",
        CmpOp::Gt => ">",
        CmpOp::Ge => ">=",
        CmpOp::Is => "is",
        CmpOp::IsNot => "is not",
        CmpOp::In => "in",
        CmpOp::NotIn => "not in",
    }
}
