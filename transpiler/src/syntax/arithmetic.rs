//! Names that take part in arithmetic which may overflow.
//!
//! Cython gives an untyped local the C integer type of what is assigned to it only if it is not among them: `s = a` of an
//! `int a` is a C `int`, unless `s * s` stands somewhere; then it is an integer of Python's.

use std::collections::BTreeSet;

use super::ast::{Expr, Operator, Stmt, UnaryOp};
use super::walk::{child_exprs, stmt_blocks, stmt_exprs};

/// The names of a body that take part in arithmetic. Bit operations and comparisons do not overflow.
pub fn operands(body: &[Stmt]) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    block(body, &mut found);
    found
}

fn block<'a>(body: &'a [Stmt], found: &mut BTreeSet<&'a str>) {
    for stmt in body {
        let in_place = matches!(stmt, Stmt::AugAssign(_));
        stmt_exprs(stmt, &mut |part| expr(part, in_place, found));
        stmt_blocks(stmt).into_iter().for_each(|inner| block(inner, found));
    }
}

/// `overflows`: what the expression is an operand of may.
fn expr<'a>(e: &'a Expr, overflows: bool, found: &mut BTreeSet<&'a str>) {
    let overflows = match e {
        Expr::Name(name) if overflows => {
            found.insert(&name.id);
            false
        }
        Expr::BinOp(binary) => match binary.op {
            Operator::BitAnd | Operator::BitOr | Operator::BitXor => overflows,
            _ => true,
        },
        Expr::UnaryOp(unary) => overflows || unary.op == UnaryOp::USub,
        Expr::Call(call) => overflows || matches!(&*call.func, Expr::Name(name) if &*name.id == "abs"),
        _ => false,
    };
    child_exprs(e, &mut |child| expr(child, overflows, found));
}

#[cfg(test)]
mod tests {
    use super::operands;
    use crate::syntax::parse;

    #[test]
    fn only_operands_of_arithmetic_are_found() {
        let text = "x = a + b[i] + c[j - 1]\ny = d | e < f\nz = -g\nh += k\nl = abs(m) + n(o)\nfor p in range(q):\n    r = s & t\n";
        let parsed = parse(text).unwrap_or_else(|errors| panic!("{errors:?}"));
        let found: Vec<&str> = operands(&parsed.body).into_iter().collect();
        // As to Cython, what is called is an operand, too.
        assert_eq!(found, ["a", "abs", "g", "h", "j", "k", "m", "n", "o"]);
    }
}
