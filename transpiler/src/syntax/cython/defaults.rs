//! Defaults of C functions that are no constants: each lies in a variable of C's, which the module sets where the function
//! is defined.
//!
//! before: `cdef int f(int x, int y=limit()):`
//! after:  `def f(x: <type 0>, y: <type 1> = <default f y>):`, a [`CGlobal`] of that name and type, and as code of the
//! module `<default f y> = limit()`

use rustpython_parser::text_size::{TextRange, TextSize};

use super::{CGlobal, CType, CTypeKind, Declarations, forms};
use crate::span::Span;
use crate::syntax::ast::{self, Constant, Expr, ExprContext, Identifier, Operator, Stmt};
use crate::syntax::span;

/// A default that has become a variable.
pub struct Moved {
    /// Where the default stands.
    pub span: Span,
    /// The assignment to the variable.
    pub stmt: Stmt,
}

/// Has the parameters read variables where their defaults are computed.
pub fn moved(def: &mut ast::StmtFunctionDef, declarations: &mut Declarations) -> Vec<Moved> {
    let mut found = Vec::new();
    let function = def.name.to_string();
    let arguments = &mut *def.args;
    let all = arguments.posonlyargs.iter_mut().chain(&mut arguments.args).chain(&mut arguments.kwonlyargs);
    for arg in all {
        let Some(value) = arg.default.as_deref_mut().filter(|value| !is_constant(value, declarations)) else {
            continue;
        };
        let place = span(value);
        let name = forms::default_name(&function, &arg.def.arg);
        let ty = match arg.def.annotation.as_deref() {
            Some(Expr::Name(written)) => forms::type_index(&written.id),
            Some(_) => continue,
            None => None,
        };
        let ty = ty.unwrap_or_else(|| {
            declarations.types.push(CType { span: place, kind: CTypeKind::Unnamed });
            declarations.types.len() - 1
        });
        declarations.globals.push(CGlobal { name: name.clone(), span: place, ty, has_value: true });
        let value = std::mem::replace(value, named(&name, place, ExprContext::Load));
        found.push(Moved {
            span: place,
            stmt: Stmt::Assign(ast::StmtAssign {
                range: range(place),
                targets: vec![named(&name, place, ExprContext::Store)],
                value: Box::new(value),
                type_comment: None,
            }),
        });
    }
    found
}

fn named(name: &str, place: Span, ctx: ExprContext) -> Expr {
    Expr::Name(ast::ExprName { range: range(place), id: Identifier::new(name), ctx })
}

fn range(span: Span) -> TextRange {
    TextRange::new(TextSize::new(span.start), TextSize::new(span.end))
}

/// Whether `types::constant` knows the value by itself.
fn is_constant(value: &Expr, declarations: &Declarations) -> bool {
    match value {
        Expr::Constant(_) => true,
        Expr::Name(name) => name.id.as_str() == "NULL" || is_item(declarations, &name.id),
        Expr::Tuple(tuple) => tuple.elts.iter().all(|item| is_constant(item, declarations)),
        Expr::UnaryOp(unary) => is_number(&unary.operand, declarations),
        Expr::BinOp(binary) => {
            let folds = matches!(binary.op, Operator::Add | Operator::Sub | Operator::Mult);
            folds && is_number(&binary.left, declarations) && is_number(&binary.right, declarations)
        }
        Expr::Call(call) => is_form(call, declarations),
        _ => false,
    }
}

fn is_number(value: &Expr, declarations: &Declarations) -> bool {
    match value {
        Expr::Constant(one) => matches!(one.value, Constant::Int(_) | Constant::Float(_)),
        Expr::Name(name) => is_item(declarations, &name.id),
        Expr::UnaryOp(_) | Expr::BinOp(_) => is_constant(value, declarations),
        _ => false,
    }
}

/// `<float>0.1`, `sizeof(int)`
fn is_form(call: &ast::ExprCall, declarations: &Declarations) -> bool {
    let Expr::Name(form) = &*call.func else { return false };
    match (form.id.as_str(), &call.args[..]) {
        (forms::CAST, [Expr::Name(ty), value]) => {
            let ty = forms::type_index(&ty.id).and_then(|ty| declarations.types.get(ty));
            ty.is_some_and(|ty| matches!(ty.kind, CTypeKind::Basic(_))) && is_constant(value, declarations)
        }
        (forms::SIZEOF, [Expr::Name(ty)]) => forms::type_index(&ty.id).is_some(),
        _ => false,
    }
}

/// Whether a name is an item of an enum of the module, whose value is known.
fn is_item(declarations: &Declarations, name: &str) -> bool {
    let mut items = declarations.enums.iter().flat_map(|one| &one.items);
    items.any(|item| item.name == name && item.value.is_some())
}
