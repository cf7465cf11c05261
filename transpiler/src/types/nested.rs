//! Lists of lists that never leave the function but by `return`, and so may be native.
//!
//! Rows are shared owners, natively as in Python, so that `row = grid[i]` names the list in `grid`. What must not happen
//! is that a row becomes known to the interpreter, which would get a copy: a variable qualifies only if each of its uses
//! is one of those below. Of the variables that name rows this asks nothing; a row that leaks is an object, and with it
//! all lists that may hold it (`Body::settle_rows`).

use std::collections::BTreeSet;

use super::iterate::{self, Iterable};
use super::{lists, resolve};
use crate::hir::{
    AugTarget, CmpOp, Deleted, Expr, ExprKind, FStringPart, Function, Generator, Index, IndexItem, Module, Stmt,
    StmtKind, Target, TargetKind, WebId,
};

/// What is found of the variables of one function.
#[derive(Clone, Debug, Default)]
pub struct Nests {
    /// Variables with a use that is not understood.
    bad: BTreeSet<WebId>,
    /// Pairs of variables that may name one list, or lists with rows in common.
    same: Vec<(WebId, WebId)>,
    /// A variable, and one that may name an item of its list.
    pub rows: Vec<(WebId, WebId)>,
    /// Variables that are returned together.
    together: Vec<BTreeSet<WebId>>,
}

impl Nests {
    /// Whether a list of lists in the variable may be native.
    pub fn holds(&self, web: WebId) -> bool {
        let all = closure(web, self.same.iter().chain(&self.rows));
        let twice = |webs: &BTreeSet<WebId>| webs.iter().filter(|web| all.contains(web)).count() > 1;
        self.group(web).is_disjoint(&self.bad) && !self.together.iter().any(twice)
    }

    /// The variables that may name the same list as one does, or one with the same rows.
    pub fn group(&self, web: WebId) -> BTreeSet<WebId> {
        closure(web, self.same.iter())
    }
}

/// What pairs connect with a variable.
fn closure<'p>(web: WebId, pairs: impl Iterator<Item = &'p (WebId, WebId)> + Clone) -> BTreeSet<WebId> {
    let mut group = BTreeSet::from([web]);
    loop {
        let before = group.len();
        for (a, b) in pairs.clone() {
            if group.contains(a) || group.contains(b) {
                group.extend([*a, *b]);
            }
        }
        if group.len() == before {
            return group;
        }
    }
}

/// The nests of every function; the last entry is for module level, where there is none.
pub fn nests(module: &Module) -> Vec<Nests> {
    let of = |function: &Function| {
        let mut scan = Scan { module, nests: Nests::default() };
        scan.nests.bad.extend(function.params.iter().map(|param| param.web));
        scan.block(&function.body);
        scan.nests
    };
    module.functions.iter().map(of).chain([Nests::default()]).collect()
}

/// Methods of a list after which its items are still its own; what they are given becomes an item.
const GROWING: &[&str] = &["append", "insert"];
const PLAIN: &[&str] = &["clear", "reverse"];

/// Builtins that look at what they are given later.
const LAZY: &[&str] = &["builtins.enumerate", "builtins.zip", "builtins.reversed"];

/// Methods of a row.
const ROW_METHODS: &[&str] =
    &["append", "insert", "extend", "pop", "remove", "clear", "reverse", "sort", "index", "count", "copy"];

/// The list a part of which an expression is: `grid` of `grid[i]` and `grid.pop()`.
pub fn owner(expr: &Expr) -> Option<WebId> {
    let value = match &expr.kind {
        ExprKind::Index { value, index } if one(index) => value,
        ExprKind::Call { func, .. } => match &func.kind {
            ExprKind::Attribute { value, name } if name == "pop" => value,
            _ => return None,
        },
        _ => return None,
    };
    local(value)
}

fn one(index: &Index) -> bool {
    matches!(index.items.as_slice(), [IndexItem::Expr(_)] if !index.tuple)
}

fn local(expr: &Expr) -> Option<WebId> {
    match expr.kind {
        ExprKind::Local { web, .. } => Some(web),
        _ => None,
    }
}

struct Scan<'a> {
    module: &'a Module,
    nests: Nests,
}

impl Scan<'_> {
    fn block(&mut self, block: &[Stmt]) {
        block.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, value, .. } => {
                self.read(value);
                self.aug_target(target);
            }
            StmtKind::If { cond, then, orelse } => {
                self.truth(cond);
                self.block(then);
                self.block(orelse);
            }
            StmtKind::While { cond, body, orelse } => {
                self.truth(cond);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::For { target, iter, body, orelse } => {
                self.looped(iter, target);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::Return(Some(value)) => self.returned(value),
            StmtKind::Expr(expr) => self.effect(expr),
            StmtKind::Raise { exc, cause } => exc.iter().chain(cause).for_each(|expr| self.any(expr)),
            StmtKind::Assert { cond, message } => {
                self.truth(cond);
                message.iter().for_each(|message| self.any(message));
            }
            StmtKind::Try { body, handlers, orelse, finally } => {
                self.block(body);
                for handler in handlers {
                    handler.class.iter().for_each(|class| self.any(class));
                    self.block(&handler.body);
                }
                self.block(orelse);
                self.block(finally);
            }
            StmtKind::Delete(Deleted::Local(_) | Deleted::Global(_)) => {}
            StmtKind::Delete(Deleted::Attribute { value, .. }) => self.any(value),
            StmtKind::Delete(Deleted::Index { value, index }) => {
                self.any(value);
                self.items(index);
            }
            StmtKind::Directed { body, .. } => self.block(body),
            StmtKind::Return(None) | StmtKind::Break | StmtKind::Continue | StmtKind::Pass | StmtKind::Left => {}
        }
    }

    /// Rows may change places: `grid[i], grid[j] = grid[j], grid[i]`.
    fn assign(&mut self, targets: &[Target], value: &Expr) {
        let unpacks = |target: &Target| matches!(target.kind, TargetKind::Tuple { .. });
        let mut flat = Vec::new();
        targets.iter().for_each(|target| flatten(target, &mut flat));
        match &value.kind {
            ExprKind::Tuple(parts) if targets.iter().all(unpacks) => {
                parts.iter().for_each(|part| self.assign_part(&flat, part));
            }
            // The rows would get names, and a list in a tuple is out of sight.
            ExprKind::Local { .. } if targets.iter().any(unpacks) => self.any(value),
            // The items of a row.
            _ if targets.iter().all(unpacks) => self.read(value),
            _ if targets.iter().any(unpacks) => self.any(value),
            _ => self.assign_part(&flat, value),
        }
        flat.into_iter().for_each(|target| self.target(target));
    }

    fn assign_part(&mut self, targets: &[&Target], part: &Expr) {
        match (local(part), owner(part)) {
            (Some(from), _) => targets.iter().for_each(|target| self.given(from, target)),
            (_, Some(from)) => {
                self.inside(part);
                targets.iter().for_each(|target| self.given_row(from, target));
            }
            _ => self.fresh(part),
        }
    }

    /// The list of a variable goes to a target.
    fn given(&mut self, from: WebId, target: &Target) {
        match &target.kind {
            TargetKind::Local(to) => self.nests.same.push((from, *to)),
            TargetKind::Index { value, .. } => match local(value) {
                Some(list) => {
                    self.nests.rows.push((list, from));
                    // A list of lists does not become a row.
                    self.nests.bad.insert(from);
                }
                None => self.bad(from),
            },
            TargetKind::Global(_) | TargetKind::Attribute { .. } | TargetKind::Tuple { .. } => self.bad(from),
        }
    }

    /// An item of the list of a variable goes to a target.
    fn given_row(&mut self, from: WebId, target: &Target) {
        match &target.kind {
            TargetKind::Local(to) => self.nests.rows.push((from, *to)),
            TargetKind::Index { value, .. } => match (local(value), owner(value)) {
                (Some(list), _) => self.nests.same.push((from, list)),
                // An item of a row is no row, if `from` is a row.
                _ => self.bad(from),
            },
            TargetKind::Global(_) | TargetKind::Attribute { .. } | TargetKind::Tuple { .. } => self.bad(from),
        }
    }

    fn target(&mut self, target: &Target) {
        match &target.kind {
            TargetKind::Local(_) | TargetKind::Global(_) => {}
            TargetKind::Attribute { value, .. } => self.any(value),
            TargetKind::Index { value, index } => self.stored(value, index),
            TargetKind::Tuple { elements, .. } => elements.iter().for_each(|element| self.target(element)),
        }
    }

    fn stored(&mut self, container: &Expr, index: &Index) {
        self.items(index);
        match (local(container), owner(container)) {
            (Some(_), _) if one(index) => {}
            (_, Some(_)) => self.inside(container),
            _ => self.any(container),
        }
    }

    fn aug_target(&mut self, target: &AugTarget) {
        match target {
            AugTarget::Local { read, write, .. } => {
                self.bad(*read);
                self.bad(*write);
            }
            AugTarget::Global { .. } => {}
            AugTarget::Attribute { value, .. } => self.any(value),
            AugTarget::Index { value, index, .. } => {
                // `grid[i] += more` of a row.
                local(value).into_iter().for_each(|web| self.bad(web));
                self.stored(value, index);
            }
        }
    }

    /// One list may be returned, or several that have no rows in common.
    fn returned(&mut self, value: &Expr) {
        let parts = match &value.kind {
            ExprKind::Tuple(parts) => parts.as_slice(),
            _ => std::slice::from_ref(value),
        };
        let mut together = BTreeSet::new();
        for part in parts {
            match local(part) {
                Some(web) if !together.insert(web) => self.bad(web),
                Some(_) => {}
                None => self.any(part),
            }
        }
        self.nests.together.push(together);
    }

    /// A statement that is an expression: nothing gets its value.
    fn effect(&mut self, expr: &Expr) {
        if owner(expr).is_some() { self.inside(expr) } else { self.any(expr) }
    }

    /// What makes a list of its own.
    fn fresh(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::List(items) => items.iter().for_each(|item| self.fresh(item)),
            _ => self.any(expr),
        }
    }

    /// A loop over a list of lists names its rows.
    fn looped(&mut self, iter: &Expr, target: &Target) {
        let iterable = iterate::iterable(self.module, iter);
        self.iterated(&iterable, Some(target));
        self.target(target);
    }

    fn iterated(&mut self, iterable: &Iterable, target: Option<&Target>) {
        let element = |at: usize| match target.map(|target| &target.kind) {
            Some(TargetKind::Tuple { elements, star: None }) => elements.get(at),
            _ => None,
        };
        match iterable {
            Iterable::Range { args, .. } => args.iter().for_each(|arg| self.any(arg)),
            Iterable::ParallelRange { args, keywords, .. } => {
                args.iter().chain(keywords.iter().map(|(_, value)| value)).for_each(|arg| self.any(arg));
            }
            Iterable::Enumerate { inner, start } => {
                start.iter().for_each(|start| self.any(start));
                self.iterated(inner, element(1));
            }
            Iterable::Zip { parts, .. } => {
                parts.iter().enumerate().for_each(|(at, part)| self.iterated(part, element(at)));
            }
            Iterable::Reversed(inner) => self.iterated(inner, target),
            Iterable::Value(value) => self.iterated_value(value, target),
        }
    }

    fn iterated_value(&mut self, value: &Expr, target: Option<&Target>) {
        match (local(value), target.map(|target| &target.kind)) {
            (Some(list), Some(TargetKind::Local(row))) => self.nests.rows.push((list, *row)),
            _ => self.read(value),
        }
    }

    /// A condition.
    fn truth(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Local { .. } => {}
            ExprKind::Not(operand) => self.truth(operand),
            ExprKind::Bool { values, .. } => values.iter().for_each(|value| self.truth(value)),
            _ => self.read(expr),
        }
    }

    /// A row that is looked at and forgotten.
    fn read(&mut self, expr: &Expr) {
        if owner(expr).is_some() { self.inside(expr) } else { self.any(expr) }
    }

    /// What stands in `grid[i]` and `grid.pop(i)` beside the list.
    fn inside(&mut self, row: &Expr) {
        match &row.kind {
            ExprKind::Index { index, .. } => self.items(index),
            ExprKind::Call { args, keywords, .. } => {
                args.iter().chain(keywords.iter().map(|(_, value)| value)).for_each(|arg| self.any(arg));
            }
            _ => {}
        }
    }

    /// A value that may go anywhere: a list of lists must not be in it.
    fn any(&mut self, expr: &Expr) {
        if let Some(list) = owner(expr) {
            self.bad(list);
            return self.inside(expr);
        }
        match &expr.kind {
            ExprKind::Local { web, .. } => self.bad(*web),
            ExprKind::Const(_) | ExprKind::Global(_) | ExprKind::Null | ExprKind::Left => {}
            ExprKind::SizeOf(_) | ExprKind::TypeOf(_) => {}
            ExprKind::Cast { value, .. } | ExprKind::Address(value) => self.any(value),
            ExprKind::Attribute { value, .. } => self.any(value),
            ExprKind::Not(_) => self.truth(expr),
            ExprKind::IsSequence(value) | ExprKind::Manager { value, .. } | ExprKind::Unary { operand: value, .. } => {
                self.any(value)
            }
            ExprKind::Index { value, index } => {
                // An item, or a part, of a row.
                self.read(value);
                self.items(index);
            }
            ExprKind::Call { func, args, keywords } => self.call(func, args, keywords),
            // A new list of the same items.
            ExprKind::Binary { left, right, .. } => [left, right].into_iter().for_each(|side| self.read(side)),
            ExprKind::Compare { left, rest } => {
                let looks = rest.iter().all(|(op, _)| !matches!(op, CmpOp::Is | CmpOp::IsNot));
                for side in std::iter::once(&**left).chain(rest.iter().map(|(_, right)| right)) {
                    if looks { self.read(side) } else { self.any(side) }
                }
            }
            ExprKind::Bool { values, .. } => values.iter().for_each(|value| self.any(value)),
            ExprKind::IfExp { cond, then, orelse } => {
                self.truth(cond);
                self.any(then);
                self.any(orelse);
            }
            ExprKind::Walrus { web, value } => {
                self.bad(*web);
                self.any(value);
            }
            ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) => {
                items.iter().for_each(|item| self.any(item));
            }
            ExprKind::Dict(items) => items.iter().flat_map(|(key, value)| [key, value]).for_each(|part| self.any(part)),
            ExprKind::Comp { element, generators, .. } => self.comprehension(element, generators),
            ExprKind::FString(parts) => self.f_string(parts),
        }
    }

    fn comprehension(&mut self, element: &Expr, generators: &[Generator]) {
        for generator in generators {
            self.looped(&generator.iter, &generator.target);
            generator.conds.iter().for_each(|cond| self.truth(cond));
        }
        self.any(element);
    }

    fn f_string(&mut self, parts: &[FStringPart]) {
        for part in parts {
            if let FStringPart::Value { value, spec, .. } = part {
                self.any(value);
                self.f_string(spec);
            }
        }
    }

    fn items(&mut self, index: &Index) {
        for item in &index.items {
            match item {
                IndexItem::Expr(expr) => self.any(expr),
                IndexItem::Slice { lower, upper, step } => {
                    [lower, upper, step].into_iter().flatten().for_each(|bound| self.any(bound));
                }
                IndexItem::NewAxis | IndexItem::Ellipsis => {}
            }
        }
    }

    fn call(&mut self, func: &Expr, args: &[Expr], keywords: &[(String, Expr)]) {
        let path = resolve::path(self.module, func);
        let named = keywords.iter().map(|(_, value)| value);
        match (&func.kind, &path) {
            (ExprKind::Attribute { value, name }, None) => {
                match (local(value), owner(value)) {
                    (Some(list), _) if GROWING.contains(&name.as_str()) => {
                        args.iter().chain(named).for_each(|arg| self.added(list, arg));
                        return;
                    }
                    (Some(_), _) if PLAIN.contains(&name.as_str()) => {}
                    (_, Some(_)) if ROW_METHODS.contains(&name.as_str()) => self.inside(value),
                    _ => self.any(value),
                }
                args.iter().chain(named).for_each(|arg| self.any(arg));
            }
            (_, Some(path)) if path.name == "builtins.len" => args.iter().for_each(|arg| match local(arg) {
                Some(_) => {}
                None => self.read(arg),
            }),
            (_, Some(path))
                if lists::is_reader(&path.name) && args.len() == 1 && !LAZY.contains(&path.name.as_str()) =>
            {
                args.iter().for_each(|arg| self.read(arg));
                named.for_each(|value| self.any(value));
            }
            _ => {
                self.any(func);
                args.iter().chain(named).for_each(|arg| self.any(arg));
            }
        }
    }

    /// `list.append(item)`
    fn added(&mut self, list: WebId, item: &Expr) {
        match (local(item), owner(item)) {
            (Some(row), _) => {
                self.nests.rows.push((list, row));
                self.bad(row);
            }
            (_, Some(other)) => {
                self.nests.same.push((list, other));
                self.inside(item);
            }
            _ => self.any(item),
        }
    }

    fn bad(&mut self, web: WebId) {
        self.nests.bad.insert(web);
    }
}

/// The targets in a target.
fn flatten<'t>(target: &'t Target, flat: &mut Vec<&'t Target>) {
    match &target.kind {
        TargetKind::Tuple { elements, star: None } => elements.iter().for_each(|element| flatten(element, flat)),
        _ => flat.push(target),
    }
}
