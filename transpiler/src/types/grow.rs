//! Lists that take items, and what that does to the types of all their names.

use std::collections::BTreeSet;

use super::body::{Body, holds_list};
use super::{join, lists};
use crate::hir::{Expr, ExprKind, Index, IndexItem, WebId};
use crate::ty::Type;

impl<'a> Body<'a, '_> {
    /// A list takes an item of this type: its names are of a list of both, or of an object where no native list holds
    /// both.
    pub(super) fn takes(&mut self, list: &'a Expr, item: &Type) {
        let own = self.instance.expr(list.id).clone();
        if !matches!(own, Type::List(_)) {
            return;
        }
        let grown = join(&own, &Type::List(Box::new(self.inference.known(item.clone()))));
        if grown != own {
            self.widen_names(list, &grown);
        }
    }

    /// `list[index] = value`: what is no single item is the interpreter's to store.
    pub(super) fn item_stored(&mut self, list: &'a Expr, index: &'a Index, value: &Type) {
        let integer = matches!(index.items.as_slice(), [IndexItem::Expr(at)] if !index.tuple && self.may_index(at));
        if integer { self.takes(list, value) } else { self.leak(list) }
    }

    fn may_index(&self, at: &Expr) -> bool {
        let ty = self.instance.expr(at.id);
        *ty == Type::Never || super::index::is_index(ty)
    }

    /// The lists that an expression may be become objects.
    pub(super) fn leak(&mut self, value: &'a Expr) {
        self.widen_names(value, &Type::Object);
    }

    /// A list that is an object under one of its names is the same object under all.
    pub(super) fn settle_names(&mut self) {
        let aliases = self.inference.uses[self.instance.func.0 as usize].aliases.clone();
        for (a, b) in aliases {
            for (list, other) in [(a, b), (b, a)] {
                if holds_list(self.instance.web(list)) && *self.instance.web(other) == Type::Object {
                    self.widen(list.0 as usize, &Type::Object);
                }
            }
        }
    }

    /// A list that is returned under two names stays one list: an object.
    pub(super) fn returned_together(&mut self, items: &'a [Expr]) {
        let lists = |item: &&Expr| holds_list(self.instance.expr(item.id));
        let items: Vec<&'a Expr> = items.iter().filter(lists).collect();
        let groups: Vec<BTreeSet<WebId>> = items.iter().map(|item| self.names(item)).collect();
        for (at, item) in items.iter().enumerate() {
            if groups[at + 1..].iter().any(|other| !other.is_disjoint(&groups[at])) {
                self.leak(item);
            }
        }
    }

    /// The variables that may name a list that the expression may be.
    fn names(&self, value: &'a Expr) -> BTreeSet<WebId> {
        let mut value = value;
        while let ExprKind::Index { value: tuple, .. } = &value.kind
            && matches!(self.instance.expr(tuple.id), Type::Tuple(_))
        {
            value = tuple;
        }
        let mut webs = Vec::new();
        lists::direct(self.module(), &self.inference.uses, value, &mut webs);
        let uses = &self.inference.uses[self.instance.func.0 as usize];
        let listed = |web: &WebId| holds_list(self.instance.web(*web));
        webs.into_iter().filter(listed).flat_map(|web| uses.group(web, |other| listed(&other))).collect()
    }

    fn widen_names(&mut self, value: &'a Expr, ty: &Type) {
        self.names(value).into_iter().for_each(|web| self.widen(web.0 as usize, ty));
    }

    /// Raises the type of every variable that may name the same list.
    pub(super) fn widen_group(&mut self, web: WebId, ty: &Type) {
        let uses = &self.inference.uses[self.instance.func.0 as usize];
        let listed = |web| holds_list(self.instance.web(web));
        let group: Vec<WebId> = uses.group(web, listed).into_iter().filter(|web| listed(*web)).collect();
        group.into_iter().for_each(|web| self.widen(web.0 as usize, ty));
    }
}
