//! Walks over expressions of the HIR. One place that knows every variant's operands.

use super::{Expr, ExprKind, FStringPart, Index, IndexItem};

/// Calls `f` with the expression and everything in it, outermost first.
pub fn walk_expr<'a>(expr: &'a Expr, f: &mut dyn FnMut(&'a Expr)) {
    f(expr);
    each_child(expr, &mut |child| walk_expr(child, f));
}

/// Calls `f` with the direct operands of an expression.
pub fn each_child<'a>(expr: &'a Expr, f: &mut dyn FnMut(&'a Expr)) {
    match &expr.kind {
        ExprKind::Const(_) | ExprKind::Local { .. } | ExprKind::Global(_) | ExprKind::Null | ExprKind::Left => {}
        ExprKind::Attribute { value, .. } | ExprKind::Walrus { value, .. } | ExprKind::Not(value) => f(value),
        ExprKind::Unary { operand, .. }
        | ExprKind::Address(operand)
        | ExprKind::SizeOf(operand)
        | ExprKind::TypeOf(operand) => f(operand),
        ExprKind::Cast { value, .. } | ExprKind::IsSequence(value) | ExprKind::Manager { value, .. } => f(value),
        ExprKind::Index { value, index } => {
            f(value);
            index_exprs(index, f);
        }
        ExprKind::Call { func, args, keywords } => {
            f(func);
            args.iter().chain(keywords.iter().map(|(_, value)| value)).for_each(f);
        }
        ExprKind::Binary { left, right, .. } => [left, right].into_iter().for_each(|side| f(side)),
        ExprKind::Compare { left, rest } => {
            f(left);
            rest.iter().for_each(|(_, right)| f(right));
        }
        ExprKind::IfExp { cond, then, orelse } => [cond, then, orelse].into_iter().for_each(|part| f(part)),
        ExprKind::Bool { values: items, .. }
        | ExprKind::Tuple(items)
        | ExprKind::List(items)
        | ExprKind::Set(items) => {
            items.iter().for_each(f);
        }
        ExprKind::Dict(items) => items.iter().flat_map(|(key, value)| [key, value]).for_each(f),
        ExprKind::Comp { element, generators, .. } => {
            f(element);
            generators.iter().flat_map(|one| std::iter::once(&one.iter).chain(&one.conds)).for_each(f);
        }
        ExprKind::FString(parts) => parts.iter().for_each(|part| part_exprs(part, f)),
    }
}

/// Calls `f` with the expressions between square brackets.
pub fn index_exprs<'a>(index: &'a Index, f: &mut dyn FnMut(&'a Expr)) {
    for item in &index.items {
        match item {
            IndexItem::Expr(expr) => f(expr),
            IndexItem::Slice { lower, upper, step } => [lower, upper, step].into_iter().flatten().for_each(&mut *f),
            IndexItem::NewAxis | IndexItem::Ellipsis => {}
        }
    }
}

fn part_exprs<'a>(part: &'a FStringPart, f: &mut dyn FnMut(&'a Expr)) {
    if let FStringPart::Value { value, spec, .. } = part {
        f(value);
        spec.iter().for_each(|part| part_exprs(part, f));
    }
}

/// Whether two expressions are the same text, parentheses aside, with the same meaning of names. False for what binds
/// names or makes something new.
pub fn is_same(a: &Expr, b: &Expr) -> bool {
    use ExprKind as E;
    let kinds = match (&a.kind, &b.kind) {
        (E::Const(a), E::Const(b)) => a == b,
        (E::Local { web: a, .. }, E::Local { web: b, .. }) => a == b,
        (E::Global(a), E::Global(b)) => a == b,
        (E::Attribute { name: a, .. }, E::Attribute { name: b, .. }) => a == b,
        (E::Unary { op: a, .. }, E::Unary { op: b, .. }) => a == b,
        (E::Binary { op: a, .. }, E::Binary { op: b, .. }) => a == b,
        (E::Index { index: a, .. }, E::Index { index: b, .. }) => {
            let plain = |index: &Index| index.items.iter().all(|item| matches!(item, IndexItem::Expr(_)));
            plain(a) && plain(b) && a.tuple == b.tuple
        }
        (E::Call { keywords: a, .. }, E::Call { keywords: b, .. }) => a.is_empty() && b.is_empty(),
        _ => false,
    };
    let (mut left, mut right) = (Vec::new(), Vec::new());
    each_child(a, &mut |child| left.push(child));
    each_child(b, &mut |child| right.push(child));
    kinds && left.len() == right.len() && left.iter().zip(right).all(|(a, b)| is_same(a, b))
}
