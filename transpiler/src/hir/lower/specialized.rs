//! `f[double]`: one specialization of a function with fused parameters.

use super::function::Lowerer;
use super::fused::same_type;
use super::scope::How;
use crate::diag::{Code, Diagnostic};
use crate::hir::c::Found;
use crate::hir::fused::Family;
use crate::hir::{Const, Expr, ExprKind, Index, IndexItem, Member};
use crate::span::Span;
use crate::syntax::ast::{self, ExprSubscript};
use crate::syntax::cython::CKind;
use crate::syntax::{self, dotted};

/// Why an index picks nothing; `None`: it holds no types, which Python may understand.
type Unpicked = Option<Diagnostic>;

impl<'m> Lowerer<'m> {
    /// The function itself where it is one of C's and `called`, else what Python's `f["double"]` gives.
    pub(super) fn specialized(&mut self, index: &'m ExprSubscript, called: bool) -> Option<ExprKind> {
        let family = self.indexed_family(&index.value)?;
        match self.picked(family, index) {
            Ok(key) if called && family.kind != CKind::Def || family.kind == CKind::Cdef => {
                Some(ExprKind::Global(format!("{}[{key}]", family.global)))
            }
            Ok(key) => Some(self.python_index(family.global.clone(), key, syntax::span(index))),
            Err(None) => None,
            Err(Some(error)) => {
                self.annotations.diagnostics.push(error);
                Some(ExprKind::Const(Const::None))
            }
        }
    }

    /// The function with fused parameters that is indexed.
    fn indexed_family(&self, indexed: &ast::Expr) -> Option<&'m Family> {
        let context = self.context;
        let name = dotted(indexed).filter(|_| self.may_be_type(indexed))?;
        match context.scope.only(&self.mangle(&name)).map(|binding| binding.how) {
            Some(How::Def(at)) => context.family(at),
            _ => match context.c?.find(&name)? {
                Found::Declared(unit, member) => context.families.named(unit, &member),
                Found::Unit(_) | Found::Known(_) => None,
            },
        }
    }

    fn python_index(&mut self, name: String, key: String, span: Span) -> ExprKind {
        let value = Box::new(Expr { id: self.next_id(), span, kind: ExprKind::Global(name) });
        let key = Expr { id: self.next_id(), span, kind: ExprKind::Const(Const::Str(key)) };
        ExprKind::Index { value, index: Index { items: vec![IndexItem::Expr(key)], tuple: false, span } }
    }

    /// The key of the specialization that an index picks.
    fn picked(&mut self, family: &Family, index: &'m ExprSubscript) -> Result<String, Unpicked> {
        let items = match &*index.slice {
            ast::Expr::Tuple(tuple) => tuple.elts.as_slice(),
            one => std::slice::from_ref(one),
        };
        let span = syntax::span(index);
        let types = self.index_types(items).ok_or_else(|| {
            let message = "Can only index fused functions with types";
            (family.kind == CKind::Cdef).then(|| Diagnostic::error(Code::FUSED, span, message))
        })?;
        counted(family, types.len(), span)?;
        let keys = types.iter().zip(items).zip(&family.types);
        let keys = keys.map(|((ty, item), (_, fused, _))| member_name(ty, &fused.members, syntax::span(item)));
        Ok(keys.collect::<Result<Vec<_>, _>>()?.join("|"))
    }

    fn index_types(&mut self, items: &'m [ast::Expr]) -> Option<Vec<Member>> {
        let mut one = |item| self.may_be_type(item).then(|| self.annotations.operand(item)).flatten();
        items.iter().map(&mut one).collect()
    }
}

/// An index has a type for each fused one.
fn counted(family: &Family, given: usize, span: Span) -> Result<(), Unpicked> {
    let wrong = |message: String| Err(Some(Diagnostic::error(Code::FUSED, span, message)));
    match family.types.get(given) {
        _ if given > family.types.len() => wrong("Too many types specified".to_owned()),
        Some((_, ty, _)) => {
            let message = "Not enough types specified to specialize the function";
            wrong(format!("{message}, {} is still fused", ty.name))
        }
        None => Ok(()),
    }
}

/// The name of the member that a type is, the one of its own name before others for the same type.
fn member_name(ty: &Member, members: &[Member], span: Span) -> Result<String, Unpicked> {
    let mut same = members.iter().filter(|member| same_type(member, ty));
    let found = same.clone().find(|member| member.name == ty.name).or_else(|| same.next());
    let missing = || Some(Diagnostic::error(Code::FUSED, span, "Type not in fused type"));
    found.map(|member| member.name.clone()).ok_or_else(missing)
}
