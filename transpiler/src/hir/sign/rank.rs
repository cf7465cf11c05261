//! The rank of an array parameter, from how the function uses it.
//!
//! `m, n = a.shape` fixes it. Otherwise the deepest place counts: items in `a[i, j]`, subscripts in a row as in
//! `a[i][j]`, loops inside of each other over it, `a.shape[1]`; rows under names of their own (`for row in a`,
//! `row = a[i]`) are followed. A use of `a.ndim`, or an ellipsis, means that any rank will do.

use std::collections::HashMap;

use crate::hir::lower::Def;
use crate::syntax::ast::{Comprehension, Constant, Expr, ExprConstant, Stmt};
use crate::syntax::bindings::{bound_by, each_stmt};
use crate::syntax::{child_exprs, stmt_exprs};

/// The rank that the body of a function fixes for a parameter.
pub fn of(def: &Def<'_>, param: &str) -> Option<u8> {
    let mut bindings: HashMap<String, u32> = HashMap::from([(param.to_owned(), 1)]);
    each_stmt(def.body(), &mut |stmt| {
        bound_by(stmt, &mut |name, _| *bindings.entry(name.to_owned()).or_default() += 1);
    });
    let mut uses =
        Uses { bindings, depths: HashMap::from([(param.to_owned(), 0)]), deepest: 0, exact: None, open: false };
    if uses.bindings[param] > 1 {
        return None;
    }
    each_stmt(def.body(), &mut |stmt| uses.stmt(stmt));
    let rank = match uses {
        Uses { open: true, exact: None, .. } => None,
        Uses { exact: Some(rank), deepest, .. } => (rank >= deepest).then_some(rank),
        Uses { deepest, .. } => Some(deepest),
    };
    rank.filter(|rank| (1..=super::axes::MAX_RANK).contains(&usize::from(*rank)))
}

struct Uses {
    /// How often each name is bound.
    bindings: HashMap<String, u32>,
    /// How many axes the array under a name has fewer than the parameter.
    depths: HashMap<String, u8>,
    deepest: u8,
    exact: Option<u8>,
    open: bool,
}

impl Uses {
    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::For(s) => {
                if let Some(depth) = self.depth(&s.iter) {
                    self.reach(depth.saturating_add(1));
                    self.alias(&s.target, depth.saturating_add(1));
                }
            }
            Stmt::Assign(s) => {
                for target in &s.targets {
                    self.unpack(target, &s.value);
                    if let Some(depth) = self.depth(&s.value) {
                        self.alias(target, depth);
                    }
                }
            }
            _ => {}
        }
        stmt_exprs(stmt, &mut |expr| self.expr(expr));
    }

    fn reach(&mut self, depth: u8) {
        self.deepest = self.deepest.max(depth);
    }

    /// A name that stands for a part of the array, if that is all it is ever bound to.
    fn alias(&mut self, target: &Expr, depth: u8) {
        if let Expr::Name(name) = target
            && self.bindings.get(name.id.as_str()) == Some(&1)
        {
            self.depths.insert(name.id.to_string(), depth);
        }
    }

    /// `m, n = a.shape`.
    fn unpack(&mut self, target: &Expr, value: &Expr) {
        let elements = match target {
            Expr::Tuple(tuple) => &tuple.elts,
            Expr::List(list) => &list.elts,
            _ => return,
        };
        let starred = elements.iter().any(|element| matches!(element, Expr::Starred(_)));
        if let Some(depth) = self.shape(value).filter(|_| !starred) {
            let rank = (elements.len() + usize::from(depth)).min(255) as u8;
            self.open |= self.exact.is_some_and(|exact| exact != rank);
            self.exact = Some(rank);
        }
    }

    /// `x.shape` of an array under a name.
    fn shape(&self, expr: &Expr) -> Option<u8> {
        match expr {
            Expr::Attribute(attribute) if &*attribute.attr == "shape" => self.depth(&attribute.value),
            _ => None,
        }
    }

    /// How many axes an expression has fewer than the parameter, if it is a part of it.
    fn depth(&self, expr: &Expr) -> Option<u8> {
        match expr {
            Expr::Name(name) => self.depths.get(name.id.as_str()).copied(),
            Expr::Subscript(subscript) => {
                let depth = self.depth(&subscript.value)?;
                let dropped = items(&subscript.slice).iter().filter(|item| !is_kept(item)).count();
                Some(depth.saturating_add(dropped.min(100) as u8))
            }
            _ => None,
        }
    }

    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Subscript(subscript) => {
                if let Some(depth) = self.shape(&subscript.value) {
                    self.shape_item(depth, &subscript.slice);
                } else if let Some(depth) = self.depth(&subscript.value) {
                    self.subscript(depth, &subscript.slice);
                }
            }
            Expr::Attribute(attribute) if &*attribute.attr == "ndim" => {
                self.open |= self.depth(&attribute.value).is_some();
            }
            Expr::ListComp(comp) => self.comprehension(&comp.generators),
            Expr::GeneratorExp(comp) => self.comprehension(&comp.generators),
            _ => {}
        }
        child_exprs(expr, &mut |child| self.expr(child));
    }

    fn comprehension(&mut self, generators: &[Comprehension]) {
        for generator in generators {
            if let Some(depth) = self.depth(&generator.iter) {
                self.reach(depth.saturating_add(1));
                self.comprehension_alias(&generator.target, depth.saturating_add(1));
            }
        }
    }

    /// The targets of comprehensions are names of their own, which no statement binds.
    fn comprehension_alias(&mut self, target: &Expr, depth: u8) {
        if let Expr::Name(name) = target
            && !self.bindings.contains_key(name.id.as_str())
        {
            self.depths.insert(name.id.to_string(), depth);
        }
    }

    /// `a.shape[1]` tells of two axes at least; `a.shape[0]` of nothing, as it is `len(a)`.
    fn shape_item(&mut self, depth: u8, item: &Expr) {
        if let Expr::Constant(ExprConstant { value: Constant::Int(axis), .. }) = item
            && let Ok(axis @ 1..32) = u8::try_from(axis)
        {
            self.reach(depth.saturating_add(axis + 1));
        }
    }

    fn subscript(&mut self, depth: u8, slice: &Expr) {
        let items = items(slice);
        let constant = |item: &&Expr| match item {
            Expr::Constant(constant) => Some(constant.value.clone()),
            _ => None,
        };
        let ellipsis = items.iter().filter_map(constant).any(|value| value == Constant::Ellipsis);
        let new_axes = items.iter().filter(|item| is_new_axis(item)).count();
        self.open |= ellipsis;
        let counted = items.len() - new_axes - usize::from(ellipsis);
        self.reach(depth.saturating_add(counted.min(100) as u8));
    }
}

fn items(slice: &Expr) -> Vec<&Expr> {
    match slice {
        Expr::Tuple(tuple) => tuple.elts.iter().collect(),
        single => vec![single],
    }
}

/// Whether an item of a subscript leaves its axis in place, or adds one.
fn is_kept(item: &Expr) -> bool {
    matches!(item, Expr::Slice(_))
        || is_new_axis(item)
        || matches!(item, Expr::Constant(ExprConstant { value: Constant::Ellipsis, .. }))
}

fn is_new_axis(item: &Expr) -> bool {
    match item {
        Expr::Constant(constant) => constant.value == Constant::None,
        Expr::Attribute(attribute) => &*attribute.attr == "newaxis",
        _ => false,
    }
}
