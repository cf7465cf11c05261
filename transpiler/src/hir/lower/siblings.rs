//! Modules that are imported and compiled together with this one: which of their functions and constants its code leads to.
//!
//! A name of the module `m` is the global `m:name`. A full name, as imports spell it, leads there through the imports of
//! the modules at hand: `pkg.norm` to `pkg.linear:norm` where `pkg/__init__.py` imports it from there.

use indexmap::IndexMap;

use super::foreign::{Reached, key, names};
use super::scope::{How, Place};
use super::{Context, Def, globals, handed, scope_of};
use crate::hir::fused::{Families, FusedTable};
use crate::hir::sign::pure::PureTypes;
use crate::hir::sign::{Directed, Exports};
use crate::hir::{FuncId, Function, Global, Signature};
use crate::span::LineIndex;
use crate::syntax::ast::{Expr, Stmt};
use crate::syntax::bindings::declared_global;
use crate::syntax::cython::CKind;
use crate::syntax::{Parsed, Sibling};
use crate::{Options, Source};

/// How many modules may pass a name on.
const MAX_DEPTH: u32 = 32;

/// What the lowering of a sibling's functions reads.
pub fn context<'a>(
    unit: usize,
    one: &'a Sibling,
    text: &'a str,
    lines: LineIndex,
    source: &'a Source,
    options: &'a Options,
) -> Context<'a> {
    let scope = scope_of(&one.body, &one.name, one.is_package, None);
    Context {
        text,
        lines,
        handed: handed::to_package(&scope, &one.body, "numba."),
        scope,
        options,
        unit,
        module: &one.name,
        together: &source.together,
        sibling: true,
        c: None,
        structs: Vec::new(),
        pure: PureTypes::new(),
        statics: Vec::new(),
        fused: FusedTable::default(),
        families: Families::default(),
        lenient: false,
    }
}

/// The module that is compiled, and the others at hand.
#[derive(Clone, Copy)]
pub struct All<'c, 'a> {
    pub main: &'c Context<'a>,
    pub others: &'c [Context<'a>],
}

/// Something of a module of Python that a name leads to.
pub struct Lead {
    /// The full name in the code, where it is that of an import.
    path: Option<String>,
    pub unit: usize,
    pub name: String,
    /// Its position among the definitions, if it is a function.
    pub def: Option<usize>,
}

impl<'c, 'a> All<'c, 'a> {
    fn modules(self) -> impl Iterator<Item = &'c Context<'a>> {
        // A module that makes types of C's has ids of its own for them.
        let at_hand = |other: &&Context<'_>| other.sibling && (other.c.is_none() || self.main.pure.is_empty());
        std::iter::once(self.main).chain(self.others.iter().filter(at_hand))
    }

    /// What the names in statements of a module lead to.
    pub fn leads(self, context: &Context<'_>, body: &[Stmt]) -> Vec<Lead> {
        let mut found = Vec::new();
        names(body, &mut |name| found.extend(self.lead(context, name)));
        found
    }

    fn lead(self, context: &Context<'_>, name: &str) -> Option<Lead> {
        let (first, rest) = name.split_once('.').map_or((name, None), |(first, rest)| (first, Some(rest)));
        let binding = context.scope.only(first).filter(|binding| binding.place != Place::Conditional)?;
        match (binding.how, rest) {
            (How::Module(_) | How::Member(..), rest) if context.c.is_none() || context.unit == 0 => {
                let path = context.scope.path(first)?;
                let path = rest.map_or_else(|| path.clone(), |rest| format!("{path}.{rest}"));
                let found = self.named(&path, 0)?;
                Some(Lead { path: Some(path), ..found })
            }
            (How::Def(_) | How::Value { .. }, None) if context.unit > 0 => self.member(context, name, 0),
            _ => None,
        }
    }

    /// What a full name leads to.
    fn named(self, path: &str, depth: u32) -> Option<Lead> {
        let (module, member) = path.rsplit_once('.')?;
        self.member(self.modules().find(|context| context.module == module)?, member, depth)
    }

    fn member(self, context: &Context<'_>, name: &str, depth: u32) -> Option<Lead> {
        let binding = context.scope.only(name)?;
        match binding.how {
            How::Member(..) if binding.place != Place::Conditional && depth < MAX_DEPTH => {
                self.named(&context.scope.path(name)?, depth + 1)
            }
            // What only C sees is no attribute of the module.
            How::Def(at) if is_cdef(context, at) => None,
            How::Def(at) if binding.place == Place::Top => Some(self.own(context, name, Some(at))),
            How::Value { .. } if binding.place == Place::Top => Some(self.own(context, name, None)),
            _ => None,
        }
    }

    fn own(self, context: &Context<'_>, name: &str, def: Option<usize>) -> Lead {
        Lead { path: None, unit: context.unit, name: name.to_owned(), def }
    }

    /// The statements or the value that a lead leads on from.
    pub fn body(self, lead: &Lead) -> (Vec<Stmt>, &'c Context<'a>) {
        let context = lead.unit.checked_sub(1).map_or(self.main, |at| &self.others[at]);
        let value = |value: &Expr| {
            Stmt::Expr(crate::syntax::ast::StmtExpr { range: Default::default(), value: Box::new(value.clone()) })
        };
        let body = match (lead.def, context.scope.only(&lead.name).map(|binding| binding.how)) {
            (Some(at), _) => context.scope.defs[at].body().to_vec(),
            (None, Some(How::Value { value: own, .. })) => vec![value(own)],
            _ => Vec::new(),
        };
        (body, context)
    }
}

fn is_cdef(context: &Context<'_>, def: usize) -> bool {
    let function = context.c.as_ref().and_then(|c| c.function(context.scope.defs[def].span().start));
    function.is_some_and(|function| function.kind == CKind::Cdef)
}

/// What full names lead to: names among the globals.
pub fn elsewhere(all: All<'_, '_>, reached: &[Reached], body: &[Stmt]) -> IndexMap<String, String> {
    let mut found = IndexMap::new();
    let mut seen = Vec::new();
    let mut todo = all.leads(all.main, body);
    for one in reached.iter().filter(|one| all.others[one.unit - 1].sibling) {
        let context = &all.others[one.unit - 1];
        todo.extend(all.leads(context, context.scope.defs[one.def].body()));
    }
    while let Some(lead) = todo.pop() {
        let module = lead.unit.checked_sub(1).map(|at| all.others[at].module);
        let global = module.map_or_else(|| lead.name.clone(), |module| key(module, &lead.name));
        if let Some(path) = &lead.path {
            found.insert(path.clone(), global.clone());
        }
        if !seen.contains(&global) {
            seen.push(global);
            let (body, context) = all.body(&lead);
            todo.extend(all.leads(context, &body));
        }
    }
    found.sort_keys();
    found
}

/// What decorators and comments say of the functions of each sibling; nothing of modules that are cimported.
pub fn directed(others: &[Context<'_>], headers: &[Directed]) -> Vec<Vec<Directed>> {
    let of_one = |(context, header): (&Context<'_>, &Directed)| {
        if !context.sibling {
            return Vec::new();
        }
        let defs = context.scope.defs.iter().enumerate();
        // What is wrong is told where the module is compiled itself.
        let directed = defs.map(|(at, def)| Directed::of(context, def, header, &context.open(at), &mut Vec::new()));
        let mut directed: Vec<Directed> = directed.collect();
        handed::leave_used(&context.scope, &mut directed);
        directed
    };
    others.iter().zip(headers).map(of_one).collect()
}

/// Gives the names of siblings their meanings.
pub fn bind<'m>(
    others: &'m [Context<'m>],
    directed: &[Vec<Directed>],
    reached: &[Reached],
    first: usize,
    globals: &mut IndexMap<String, Global>,
    top: &mut Function,
) {
    for (context, directed) in others.iter().zip(directed).filter(|(context, _)| context.sibling) {
        let (names, own_top) = globals::classify(context, directed, None, top.expr_count, &mut Vec::new());
        top.expr_count = own_top.expr_count;
        for (name, global) in names {
            let global = match global {
                Global::Function(FuncId(def)) => {
                    let at = reached.iter().position(|one| (one.unit, one.def) == (context.unit, def as usize));
                    at.map_or(Global::Dynamic, |at| Global::Function(FuncId((first + at) as u32)))
                }
                other => other,
            };
            // What C declares is bound already.
            globals.entry(key(context.module, &name)).or_insert(global);
        }
    }
}

/// What a sibling exports by comments.
pub fn exported(context: &Context<'_>, parsed: &Parsed, def: usize) -> Option<Vec<Signature>> {
    let sibling = parsed.siblings.iter().find(|one| one.name == context.module)?;
    Exports::read(context, &sibling.exports, &mut Vec::new()).of(def)
}

/// Why nothing of a sibling is compiled in.
pub fn closed(context: &Context<'_>) -> Option<String> {
    if !context.scope.stars.is_empty() {
        return Some(format!("`{}` has `import *`, which may bind any name", context.module));
    }
    let makes_types = context.scope.names.values().flatten().any(|binding| match binding.how {
        How::Value { value: Expr::Call(call), .. } => {
            context.scope.path_of(&call.func).is_some_and(|path| path.starts_with("cython."))
        }
        _ => false,
    });
    makes_types.then(|| format!("`{}` makes types of C's", context.module))
}

/// Why a function that changes its module's names is not compiled into another.
pub fn changes(context: &Context<'_>, def: &Def<'_>) -> Option<String> {
    let names = declared_global(def.body());
    let name = names.first()?;
    Some(format!("it may change `{name}` of `{}`", context.module))
}
