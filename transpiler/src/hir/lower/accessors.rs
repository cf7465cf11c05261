//! How Python code of a `.py` comes to the variables of C's that the module declares: for each, functions that read and
//! set it, which the interpreter calls where the source names it.

use crate::hir::{
    Const, Expr, ExprId, ExprKind, Function, Origin, Param, ParamKind, Signature, Static, Stmt, StmtKind, Target,
    TargetKind, Web, WebId,
};
use crate::span::Span;
use crate::ty::{StructType, Type};
use std::collections::BTreeSet;

/// The functions of all variables; `plain` is one without anything. What Python has no value for reads as `None`, and
/// is not set.
pub fn of_all(statics: &[Static], structs: &[StructType], plain: impl Fn() -> Function) -> Vec<Function> {
    let all = statics.iter().flat_map(|one| {
        let converts = one.ty.converts(structs);
        let set = converts && !matches!(one.ty, Type::Fixed(..));
        [Some(getter(one, converts, plain())), set.then(|| setter(one, plain()))]
    });
    all.flatten().collect()
}

/// `def <get x>(): return x`
fn getter(one: &Static, converts: bool, plain: Function) -> Function {
    let kind = if converts { ExprKind::Global(one.name.clone()) } else { ExprKind::Const(Const::None) };
    let value = Expr { id: ExprId(0), span: one.span, kind };
    let body = vec![Stmt { span: one.span, kind: StmtKind::Return(Some(value)) }];
    Function { body, expr_count: 1, ..accessor("get", one, Vec::new(), plain) }
}

/// `def <set x>(value): x = value`
fn setter(one: &Static, plain: Function) -> Function {
    let web = WebId(0);
    let param = Param {
        name: "value".to_owned(),
        span: one.span,
        kind: ParamKind::PositionalOnly,
        web,
        annotation: None,
        written: None,
        optional: false,
        default: None,
    };
    let value = Expr { id: ExprId(0), span: one.span, kind: ExprKind::Local { web, check_bound: false } };
    let target = Target { span: one.span, kind: TargetKind::Global(one.name.clone()) };
    let body = vec![Stmt { span: one.span, kind: StmtKind::Assign { targets: vec![target], value } }];
    let webs = vec![Web {
        name: "value".to_owned(),
        variable: 0,
        rebound: false,
        span: one.span,
        declared: None,
        written: None,
        in_memory: false,
        unbounded: false,
        replaces: BTreeSet::new(),
    }];
    Function { body, webs, expr_count: 1, ..accessor("set", one, vec![param], plain) }
}

fn accessor(verb: &str, one: &Static, params: Vec<Param>, plain: Function) -> Function {
    let name = format!("<{verb} {}>", one.name);
    let span: Span = one.span;
    let signature = Signature {
        params: params.iter().map(|_| Some(Type::Object)).collect(),
        ranked_by_use: Vec::new(),
        returns: None,
        origin: Origin::Annotations,
        span,
    };
    Function {
        qualname: name.clone(),
        name,
        span,
        name_span: span,
        code_start: span.start,
        params,
        signatures: vec![signature],
        is_accessor: true,
        ..plain
    }
}
