//! Functions of other modules that are compiled in: which, and what their names are called.
//!
//! A name of the module `m` is the global `m:name`; the names that the module itself imports lead there.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::scope::How;
use super::siblings::{self, All};
use super::{Context, function};
use crate::diag::{Diagnostic, Severity};
use crate::hir::c::{CScope, Found, is_settable};
use crate::hir::sign::Directed;
use crate::hir::{Const, FuncId, Function, Global, Left};
use crate::syntax::ast::{Expr, Stmt};
use crate::syntax::bindings::each_stmt;
use crate::syntax::cython::members;
use crate::syntax::{Parsed, child_exprs, dotted, stmt_exprs};

/// A function of another module: its unit, its position among the definitions there, its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reached {
    pub unit: usize,
    pub def: usize,
    name: String,
}

impl Reached {
    /// The name among the globals.
    pub fn global(&self, others: &[Context<'_>]) -> String {
        key(others[self.unit - 1].module, &self.name)
    }
}

/// The name that something of another module has among the globals.
pub fn key(module: &str, name: &str) -> String {
    format!("{module}:{name}")
}

/// The functions of other modules that the module's code leads to.
pub fn reached(all: All<'_, '_>, body: &[Stmt]) -> Vec<Reached> {
    let mut found = BTreeSet::new();
    let mut values = BTreeSet::new();
    let mut todo = vec![(all.main, body.to_vec())];
    while let Some((context, body)) = todo.pop() {
        for next in context.c.map_or_else(Vec::new, |c| functions_named(c, all.others, &body)) {
            if found.insert(next.clone()) {
                let other = &all.others[next.unit - 1];
                todo.push((other, other.scope.defs[next.def].body().to_vec()));
            }
        }
        for lead in all.leads(context, &body).into_iter().filter(|lead| lead.unit > 0) {
            let (body, context) = all.body(&lead);
            let is_new = match lead.def {
                Some(def) => found.insert(Reached { unit: lead.unit, def, name: lead.name }),
                None => values.insert((lead.unit, lead.name)),
            };
            if is_new {
                todo.push((context, body));
            }
        }
    }
    found.into_iter().collect()
}

fn functions_named(c: CScope<'_>, others: &[Context<'_>], body: &[Stmt]) -> Vec<Reached> {
    let mut found = Vec::new();
    names(body, &mut |name| {
        if let Some(Found::Declared(unit, name)) = c.find(name)
            && let Some(other) = unit.checked_sub(1).and_then(|at| others.get(at))
            && let Some(def) = definition(other, &name)
        {
            found.push(Reached { unit, def, name });
        }
    });
    found
}

/// The position of a C function among the definitions of its module.
fn definition(context: &Context<'_>, name: &str) -> Option<usize> {
    context.c.filter(|c| c.defines(name))?;
    context.scope.names.get(name)?.iter().find_map(|binding| match binding.how {
        How::Def(at) => Some(at),
        _ => None,
    })
}

/// Calls `visit` with every name, dotted or not, in statements and in the functions and classes that they define.
pub fn names(body: &[Stmt], visit: &mut dyn FnMut(&str)) {
    each_stmt(body, &mut |stmt| {
        stmt_exprs(stmt, &mut |expr| expr_names(expr, visit));
        match stmt {
            Stmt::FunctionDef(s) => names(&s.body, visit),
            Stmt::AsyncFunctionDef(s) => names(&s.body, visit),
            Stmt::ClassDef(s) => names(&s.body, visit),
            _ => {}
        }
    });
}

fn expr_names(expr: &Expr, visit: &mut dyn FnMut(&str)) {
    if let Some(name) = dotted(expr) {
        visit(&name);
    }
    child_exprs(expr, &mut |child| expr_names(child, visit));
}

/// Gives the names of other modules, and those that the module imports, their meanings.
pub fn bind(all: All<'_, '_>, main: CScope<'_>, reached: &[Reached], globals: &mut IndexMap<String, Global>) {
    let context = all.main;
    // Behind the module's own functions.
    let first = context.scope.defs.len();
    let of_c = |one: &Reached| one.unit < main.units() && main.other(one.unit).defines(&one.name);
    for (at, one) in reached.iter().enumerate().filter(|(_, one)| of_c(one)) {
        let id = FuncId((first + at) as u32);
        globals.insert(key(main.other(one.unit).module(), &one.name), Global::Function(id));
    }
    for scope in main.others() {
        for name in scope.own_names() {
            if let Some(global) = declared(scope, &name) {
                globals.entry(key(scope.module(), &name)).or_insert(global);
            }
        }
    }
    // A module of Python's may have the same name as one that is cimported (`import array`) and is what the name is then.
    for (name, found) in main.imports() {
        if let Found::Known(path) = found
            && members(&path).next().is_some()
            && globals.contains_key(name)
        {
            globals.insert(key(CIMPORT, &path), Global::CModule(path));
        }
    }
    for scope in main.others() {
        let other = all.others.iter().find(|other| !other.sibling && other.module == scope.module());
        let named = scope.imports().map(|(name, found)| (name.to_owned(), found));
        for (name, found) in named.chain(scope.starred()) {
            let is_pythons = other.is_some_and(|other| other.scope.names.contains_key(&name));
            let global = match found {
                Found::Known(path) if is_pythons && members(&path).next().is_some() => {
                    globals.insert(key(CIMPORT, &path), Global::CModule(path));
                    Some(Global::Dynamic)
                }
                found => imported(main, found, globals),
            };
            if let Some(global) = global {
                globals.entry(key(scope.module(), &name)).or_insert(global);
            }
        }
        for name in other.iter().flat_map(|other| other.scope.names.keys()) {
            globals.entry(key(scope.module(), name)).or_insert(Global::Dynamic);
        }
    }
    let own = main.imports().map(|(name, found)| (name.to_owned(), found));
    for (name, found) in own.chain(main.starred()) {
        let Some(global) = imported(main, found, globals) else { continue };
        // `global errno` assigns to the C library's variable, and `global counter` to that of the module that has it.
        let is_variable = match &global {
            Global::CMember(path) => is_settable(path),
            global => matches!(global, Global::CVariable(_)),
        };
        if is_variable {
            globals.insert(name, global);
        } else {
            globals.entry(name).or_insert(global);
        }
    }
}

/// Stands in front of the name of a module that pyrx knows, where `import` binds what `cimport` calls it.
pub const CIMPORT: &str = "cimport";

/// What a name means that a module declares, save for functions that it defines.
pub fn declared(scope: CScope<'_>, name: &str) -> Option<Global> {
    if let Some(id) = scope.struct_id(name) {
        return Some(Global::CStruct(id));
    }
    if let Some(value) = scope.constant(name) {
        return Some(Global::CConstant(Const::Int(value.clone())));
    }
    scope.header_path(name).map(Global::CMember)
}

/// What a name means that a `cimport` binds.
fn imported(main: CScope<'_>, found: Found, globals: &IndexMap<String, Global>) -> Option<Global> {
    match found {
        // A module that is cimported from may cimport from the module itself, whose names are plain.
        Found::Declared(0, name) => globals.get(&name).cloned(),
        Found::Declared(unit, name) => globals.get(&key(main.other(unit).module(), &name)).cloned(),
        Found::Unit(unit) => Some(Global::CModule(main.other(unit).module().to_owned())),
        Found::Known(path) if main.is_module(&path) => Some(Global::CModule(path)),
        Found::Known(path) => Some(Global::CMember(path)),
    }
}

/// What holds for every function of each other module.
pub fn headers(others: &[Context<'_>], parsed: &Parsed) -> Vec<Directed> {
    let of_c = parsed.modules.iter().map(|unit| &unit.directives);
    let comments = of_c.chain(parsed.siblings.iter().map(|one| &one.directives));
    let headers = others.iter().zip(comments);
    headers.map(|(context, comments)| Directed::header(context, comments, &mut Vec::new())).collect()
}

/// Lowers the functions of other modules.
pub fn lower<'m>(
    others: &'m [Context<'m>],
    headers: &[Directed],
    directed: &[Vec<Directed>],
    reached: &[Reached],
    parsed: &Parsed,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Function> {
    let lowered = reached.iter().map(|one| {
        let context = &others[one.unit - 1];
        let def = &context.scope.defs[one.def];
        if let Some(directed) = directed[one.unit - 1].get(one.def) {
            return of_sibling(context, one.def, directed.clone(), parsed);
        }
        let binding = context.open(one.def);
        let directed = Directed::of(context, def, &headers[one.unit - 1], &binding, diagnostics);
        match context.family(one.def) {
            Some(family) => function::generic(context, def, directed, family, diagnostics),
            None => function::lower(context, def, directed, binding, None, None, diagnostics),
        }
    });
    lowered.collect()
}

/// Lowers a function of a sibling. What is wrong with it is told where that is compiled itself; one of a `.pyx` that cannot be
/// compiled in is left.
fn of_sibling<'m>(context: &'m Context<'m>, at: usize, directed: Directed, parsed: &Parsed) -> Function {
    let def = &context.scope.defs[at];
    let untold: &mut Vec<Diagnostic> = &mut Vec::new();
    if let Some(family) = context.family(at) {
        return function::generic(context, def, directed, family, untold);
    }
    let exported = siblings::exported(context, parsed, at);
    let mut function = function::lower(context, def, directed, context.open(at), exported, None, untold);
    let wrong = untold.iter().find(|one| context.c.is_some() && one.severity == Severity::Error);
    let wrong = wrong.map(|error| error.message.clone());
    let why = wrong.or_else(|| siblings::closed(context)).or_else(|| siblings::changes(context, def));
    if let (None, Some(reason)) = (&function.left, why) {
        function.left = Some(Left { span: function.name_span, reason, hint: None });
    }
    function
}
