//! The fused types that a module knows: Cython's own, those it declares, those it makes by `cython.fused_type(...)`.

use std::collections::VecDeque;

use indexmap::IndexMap;

use super::member::{last_part, shown, view_text};
use super::{Binding, Fused, FusedType, Member, choices, spelled};
use crate::diag::{Code, Diagnostic};
use crate::hir::c::{CScope, CScopes};
use crate::hir::lower::Context;
use crate::hir::lower::scope::How;
use crate::hir::sign::{Annotations, cython_scalar};
use crate::span::Span;
use crate::syntax;
use crate::syntax::ast::{Expr, ExprCall, ExprSubscript};
use crate::syntax::cython::{CType, CTypeKind};
use crate::ty::Type;

/// Cython's own, with the names that pure mode gives their members.
const BUILTIN: [(&str, &[&str]); 3] = [
    ("integral", &["short", "int", "long"]),
    ("floating", &["float", "double"]),
    ("numeric", &["short", "int", "long", "float", "double", "floatcomplex", "doublecomplex"]),
];

/// Fused types by their full names.
#[derive(Clone, Debug, Default)]
pub struct FusedTable {
    types: IndexMap<String, FusedType>,
}

impl FusedTable {
    pub fn get(&self, key: &str) -> Option<&FusedType> {
        self.types.get(key)
    }

    /// The fused types of a module whose other names are known.
    pub fn read<'a>(context: &mut Context<'_>, scopes: &'a CScopes<'a>, diagnostics: &mut Vec<Diagnostic>) {
        for (name, members) in BUILTIN {
            let members = members.iter().filter_map(|member| builtin(member)).collect();
            context.fused.types.insert(format!("cython.{name}"), FusedType { name: name.to_owned(), members });
        }
        let mut waiting: VecDeque<Declared<'a>> = declared(context, scopes).into();
        let mut tries = waiting.len();
        while let Some(one) = waiting.pop_front() {
            let mut wrong = Vec::new();
            let members = one.members(context, &mut wrong);
            // It may hold one that is declared in a module that comes later.
            if !wrong.is_empty() && tries > 0 && !waiting.is_empty() {
                tries -= 1;
                waiting.push_back(one);
                continue;
            }
            tries = waiting.len();
            diagnostics.append(&mut wrong);
            let name = last_part(&one.key).to_owned();
            context.fused.types.insert(one.key, FusedType { name, members });
        }
        diagnostics.extend(context.c.iter().flat_map(|c| c.misplaced(&context.fused)));
    }
}

/// A fused type as a module declares it.
struct Declared<'a> {
    /// Its full name; in the module that is compiled, the name alone.
    key: String,
    span: Span,
    written: Written<'a>,
}

/// The members as the source has them.
enum Written<'a> {
    C(CScope<'a>, Vec<CType>),
    Pure(Vec<Expr>),
}

impl Declared<'_> {
    /// The members, each once.
    fn members(&self, context: &Context<'_>, wrong: &mut Vec<Diagnostic>) -> Vec<Member> {
        let found = match &self.written {
            Written::C(scope, types) => c_members(context, *scope, types, wrong),
            Written::Pure(types) => pure_members(context, types, wrong),
        };
        if found.is_empty() && wrong.is_empty() {
            wrong.push(Diagnostic::error(Code::FUSED, self.span, "Need at least one type"));
        }
        let mut members: Vec<Member> = Vec::new();
        for member in found {
            if !members.iter().any(|known| known.name == member.name) {
                members.push(member);
            }
        }
        members
    }
}

/// The fused types that the module and those it cimports from declare.
fn declared<'a>(context: &Context<'_>, scopes: &'a CScopes<'a>) -> Vec<Declared<'a>> {
    let c = scopes.scopes().flat_map(|scope| scope.fused_types().map(move |one| (scope, one)));
    let c = c.map(|(scope, one)| {
        let end = one.members.last().map_or(one.span, |member| member.span);
        let (key, written) = (scope.full_name(&one.name), Written::C(scope, one.members.clone()));
        Declared { key, span: one.span.to(end), written }
    });
    let values = context.scope.names.keys().filter_map(|name| {
        let How::Value { value: Expr::Call(call), .. } = context.scope.only(name)?.how else { return None };
        let written = is_fused_type(context, call).then(|| Written::Pure(call.args.clone()))?;
        Some(Declared { key: name.clone(), span: syntax::span(call), written })
    });
    c.chain(values).collect()
}

fn is_fused_type(context: &Context<'_>, call: &ExprCall) -> bool {
    context.scope.path_of(&call.func).is_some_and(|path| path == "cython.fused_type")
}

fn builtin(name: &str) -> Option<Member> {
    let ty = Type::Num(cython_scalar(name)?);
    Some(Member { name: spelled(name).to_owned(), ty, is_alias: false })
}

fn c_members(context: &Context<'_>, c: CScope<'_>, types: &[CType], diagnostics: &mut Vec<Diagnostic>) -> Vec<Member> {
    let mut members = Vec::new();
    for (at, ty) in types.iter().enumerate() {
        let names: Vec<String> = types[..at].iter().map(|ty| shown(ty, &|_| None)).collect();
        if names.contains(&shown(ty, &|_| None)) {
            diagnostics.push(Diagnostic::error(Code::FUSED, ty.span, "Type specified multiple times"));
        }
        match c_member(context, &c, ty) {
            Ok(found) => members.extend(found),
            Err(error) => diagnostics.push(error),
        }
    }
    members
}

/// The members that one written type stands for: several, if it holds fused types itself.
fn c_member(context: &Context<'_>, c: &CScope<'_>, ty: &CType) -> Result<Vec<Member>, Diagnostic> {
    let open = Binding::open();
    c.resolve(ty, Fused { table: &context.fused, binding: &open })?;
    let met = open.take_met();
    let lists: Vec<Vec<Member>> =
        met.iter().filter_map(|key| context.fused.get(key)).map(|fused| fused.members.clone()).collect();
    let chosen = choices(&lists).into_iter().map(|chosen| Binding::new(met.iter().cloned().zip(chosen).collect()));
    chosen
        .map(|binding| {
            let resolved = c.resolve(ty, Fused { table: &context.fused, binding: &binding })?;
            let is_alias = matches!(&ty.kind, CTypeKind::Named(name) if c.is_alias(name, &binding));
            let name = shown(ty, &|name| c.own_name(name, &binding));
            Ok(Member { name, ty: resolved.unwrap_or(Type::Object), is_alias })
        })
        .collect()
}

fn pure_members(context: &Context<'_>, types: &[Expr], diagnostics: &mut Vec<Diagnostic>) -> Vec<Member> {
    let mut members = Vec::new();
    for ty in types {
        let key = Annotations::new(context, Binding::default()).fused_key(ty);
        if let Some(fused) = key.and_then(|key| context.fused.get(&key)) {
            members.extend(fused.members.iter().cloned());
            continue;
        }
        let mut annotations = Annotations::new(context, Binding::default());
        let read = annotations.operand(ty);
        diagnostics.append(&mut annotations.diagnostics);
        match read {
            Some(operand) => members.push(operand),
            None => diagnostics.push(Diagnostic::error(Code::FUSED, syntax::span(ty), "not parsable as a type")),
        }
    }
    members
}

/// The name that a member written as an expression has; `path` is its full name, of a view that of its items.
pub fn pure_name(expr: &Expr, path: &str, ty: &Type) -> String {
    let item = spelled(last_part(path));
    match (expr, ty) {
        (Expr::Subscript(ExprSubscript { .. }), Type::Array(array)) => view_text(item, array.ndim, array.layout),
        _ => item.to_owned(),
    }
}
