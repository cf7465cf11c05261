//! Lists that take items, and what that does to the types of all their names.

use std::collections::{BTreeMap, BTreeSet};

use super::body::{Body, holds_list, is_nested};
use super::{join, lists, nested};
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
        let item = super::kept_item(self.inference.known(item.clone()));
        let grown = join(&own, &Type::List(Box::new(item)));
        if grown != own {
            self.widen_names(list, &grown);
        }
    }

    /// `list[index] = value`: what is no single item is the interpreter's to store.
    pub(super) fn item_stored(&mut self, list: &'a Expr, index: &'a Index, value: &Type) {
        let integer = matches!(index.items.as_slice(), [IndexItem::Expr(at)] if !index.tuple && self.may_index(at));
        if integer { self.takes(list, value) } else { self.leak(list) }
    }

    /// `del list[index]`: what is no item or slice is the interpreter's to delete.
    pub(super) fn item_deleted(&mut self, list: &'a Expr, index: &'a Index) {
        if !self.is_item_or_slice(index) {
            self.leak(list);
        }
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
        let webs = self.own_names(value);
        let uses = &self.inference.uses[self.instance.func.0 as usize];
        let listed = |web: &WebId| holds_list(self.instance.web(*web));
        webs.into_iter().flat_map(|web| uses.group(web, |other| listed(&other))).collect()
    }

    /// The variables of which one is the expression.
    fn own_names(&self, value: &'a Expr) -> Vec<WebId> {
        let mut value = value;
        while let ExprKind::Index { value: tuple, .. } = &value.kind
            && matches!(self.instance.expr(tuple.id), Type::Tuple(_))
        {
            value = tuple;
        }
        let mut webs = Vec::new();
        lists::direct(self.module(), &self.inference.uses, value, &mut webs);
        webs.retain(|web| holds_list(self.instance.web(*web)));
        webs
    }

    fn widen_names(&mut self, value: &'a Expr, ty: &Type) {
        if let Some(list) = nested::owner(value)
            && is_nested(self.instance.web(list))
        {
            return self.widen_nest(list, ty);
        }
        let names = self.own_names(value);
        self.widen_around(names, ty);
    }

    /// Raises the types of variables, of those that may name the same lists, and of those that may name what is put into
    /// them or what they are put into.
    fn widen_around(&mut self, webs: Vec<WebId>, ty: &Type) {
        let uses = &self.inference.uses[self.instance.func.0 as usize];
        let mut levels: BTreeMap<WebId, i32> = webs.into_iter().map(|web| (web, 0)).collect();
        loop {
            let before = levels.len();
            for pair @ (item, list) in &uses.aliases {
                let up = i32::from(uses.held.contains(pair));
                for (from, to, step) in [(item, list, up), (list, item, -up)] {
                    if let Some(level) = levels.get(from).copied()
                        && holds_list(self.instance.web(*to))
                    {
                        levels.entry(*to).or_insert(level + step);
                    }
                }
            }
            if levels.len() == before {
                break;
            }
        }
        for (web, level) in levels {
            match (level, ty) {
                (0, _) | (_, Type::Object) => self.widen(web.0 as usize, ty),
                (1, Type::List(_)) => self.widen(web.0 as usize, &Type::List(Box::new(ty.clone()))),
                (-1, Type::List(row)) if holds_list(row) => self.widen(web.0 as usize, &row.clone()),
                _ => {}
            }
        }
    }

    /// Raises the types of all variables that may name a list of lists, or one with the same rows.
    pub(super) fn widen_nest(&mut self, web: WebId, ty: &Type) {
        let group = self.inference.nests[self.instance.func.0 as usize].group(web);
        let ty = match ty {
            // Of a row.
            Type::List(_) if !is_nested(ty) => &Type::List(Box::new(ty.clone())),
            _ => ty,
        };
        let listed: Vec<WebId> = group.into_iter().filter(|web| holds_list(self.instance.web(*web))).collect();
        listed.into_iter().for_each(|web| self.widen(web.0 as usize, ty));
    }

    /// The rows of lists of lists are of one type under all their names, and objects if one is.
    pub(super) fn settle_rows(&mut self) {
        let rows = self.inference.nests[self.instance.func.0 as usize].rows.clone();
        for (list, row) in rows {
            if !is_nested(self.instance.web(list)) {
                continue;
            }
            match self.instance.web(row).clone() {
                ty @ (Type::Object | Type::List(_)) => self.widen_nest(list, &ty),
                _ => continue,
            }
            match self.instance.web(list).clone() {
                Type::List(item) if holds_list(&item) => self.widen(row.0 as usize, &item),
                _ => self.widen(row.0 as usize, &Type::Object),
            }
            let held = self.instance.web(list).clone();
            self.widen_nest(list, &held);
        }
    }

    /// Raises the type of every variable that may name the same list.
    pub(super) fn widen_group(&mut self, web: WebId, ty: &Type) {
        let listed = holds_list(self.instance.web(web));
        self.widen_around(listed.then_some(web).into_iter().collect(), ty);
    }
}
