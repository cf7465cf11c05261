//! Quotients of integers that are written out, in the Python that a `.pyx` runs at import.
//!
//! before: `WIDTH = 7 / 2`
//! after:  `WIDTH = 3`
//!
//! To Cython they are C's: whole under `cdivision`, as they are everywhere under `language_level=2`.

use num_bigint::BigInt;

use super::compile_time::{Division, Known, whole_quotient};
use crate::span::Span;
use crate::syntax::ast::{Expr, Operator, Stmt};
use crate::syntax::span;
use crate::syntax::walk::{child_exprs, stmt_blocks, stmt_exprs};

/// Where they stand, and what they are; none where `/` of integers is a float.
pub fn quotients(body: &[Stmt], division: Division) -> Vec<(Span, BigInt)> {
    let mut found = Vec::new();
    if division != Division::Real {
        block(body, division, &mut found);
    }
    found
}

fn block(body: &[Stmt], division: Division, found: &mut Vec<(Span, BigInt)>) {
    for stmt in body {
        stmt_exprs(stmt, &mut |part| expr(part, division, found));
        let inner = match stmt {
            Stmt::FunctionDef(function) => vec![&function.body[..]],
            Stmt::ClassDef(class) => vec![&class.body[..]],
            _ => stmt_blocks(stmt),
        };
        inner.into_iter().for_each(|inner| block(inner, division, found));
    }
}

fn expr(e: &Expr, division: Division, found: &mut Vec<(Span, BigInt)>) {
    let is_quotient = matches!(e, Expr::BinOp(binary) if binary.op == Operator::Div);
    match whole_quotient(e, &Known::new(), division).filter(|_| is_quotient) {
        Some(value) => found.push((span(e), value)),
        None => child_exprs(e, &mut |child| expr(child, division, found)),
    }
}
