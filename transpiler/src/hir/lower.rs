//! AST to HIR: names resolved, sugar removed, signatures and directives read.

mod cforms;
mod expr;
mod foreign;
mod fstring;
mod function;
mod globals;
mod handed;
mod leave;
mod matching;
pub(super) mod names;
pub(super) mod scope;
mod stmt;
mod target;

use super::c::{CScope, CScopes, Found};
use super::sign::{self, Directed, Exports};
use super::{Function, Module, Static};
use crate::diag::Diagnostic;
use crate::span::{LineIndex, Span};
use crate::syntax::ast::Stmt;
use crate::syntax::{Parsed, cython};
use crate::ty::StructType;
use crate::{Options, Source};

pub(super) use scope::{Def, DefNode, Scope};

/// What the lowering of every function of a module reads.
pub(super) struct Context<'a> {
    /// Of all files: spans are in it.
    pub text: &'a str,
    pub lines: LineIndex,
    pub scope: Scope<'a>,
    pub options: &'a Options,
    /// Functions that module code hands to Numba, and where.
    pub handed: Vec<(String, Span)>,
    /// C's names, in a `.pyx`.
    pub c: Option<CScope<'a>>,
    pub structs: Vec<StructType>,
    pub statics: Vec<Static>,
    /// It only says types for another file: what it says of others is not for us.
    pub lenient: bool,
}

impl<'a> Context<'a> {
    /// The module of another file that functions are compiled in from; `None` for the module itself.
    pub fn foreign(&self) -> Option<&'a str> {
        self.c.filter(|c| c.unit() > 0).map(|c| c.module())
    }
}

/// Lowers a module. Diagnostics may hold errors; the module is well-formed all the same.
///
/// To be run by `syntax::with_large_stack`.
pub fn lower(parsed: &Parsed, source: &Source, options: &Options) -> (Module, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let whole = source.whole();
    let scopes = c_scopes(parsed, source);
    let (structs, mut wrong) = scopes.struct_types();
    diagnostics.append(&mut wrong);
    diagnostics.extend(scopes.scopes().flat_map(|scope| scope.wrong_imports()));
    let c = parsed.c.as_ref().map(|_| scopes.scope(0));
    let scope = scope_of(&parsed.body, &source.module, c);
    let (statics, mut wrong) = c.as_ref().map(CScope::statics).unwrap_or_default();
    diagnostics.append(&mut wrong);
    let handed = handed::to_package(&scope, &parsed.body, "numba.");
    let context =
        Context { text: &whole, lines: source.lines(), scope, options, handed, c, structs, statics, lenient: false };
    let others: Vec<Context<'_>> = (1..)
        .zip(&parsed.modules)
        .map(|(at, unit)| {
            let c = Some(scopes.scope(at));
            let scope = scope_of(&unit.body, &unit.name, c);
            let (structs, statics, handed) = (context.structs.clone(), Vec::new(), Vec::new());
            Context { text: &whole, lines: source.lines(), scope, options, handed, c, structs, statics, lenient: false }
        })
        .collect();
    let header = Directed::header(&context, &parsed.directives, &mut diagnostics);
    let exports = Exports::read(&context, &parsed.exports, &mut diagnostics);
    let mut directed: Vec<Directed> =
        context.scope.defs.iter().map(|def| Directed::of(&context, def, &header, &mut diagnostics)).collect();
    handed::leave_used(&context.scope, &mut directed);
    let parsed_stub = sign::stub::parse(source, &mut diagnostics);
    let stub_scopes = parsed_stub.as_ref().map(|stub| c_scopes(stub, source));
    let stub = parsed_stub.as_ref().zip(stub_scopes.as_ref()).map(|(stub, scopes)| Context {
        text: &whole,
        lines: source.lines(),
        scope: stub_scope(&stub.body, source, stub.c.as_ref().map(|_| scopes.scope(0))),
        options,
        handed: Vec::new(),
        c: stub.c.as_ref().map(|_| scopes.scope(0)),
        structs: Vec::new(),
        statics: Vec::new(),
        lenient: true,
    });
    let declared = stub.as_ref().zip(parsed_stub.as_ref()).map(|(stub, parsed)| (stub, &parsed.body[..]));
    let reached = foreign::reached(&context, &others, &parsed.body);
    let (mut globals, top) = globals::classify(&context, &directed, declared, &mut diagnostics);
    foreign::bind(&context, &reached, &mut globals);
    let defs = context.scope.defs.iter().zip(directed).enumerate();
    let mut functions: Vec<Function> = defs
        .map(|(at, (def, directed))| {
            function::lower(&context, def, directed, exports.of(at), stub.as_ref(), &mut diagnostics)
        })
        .collect();
    functions.extend(foreign::lower(&others, &parsed.modules, &reached, &mut diagnostics));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics.dedup();
    let residual = parsed.c.as_ref().map(|c| cython::residual(&whole, c));
    let module = Module {
        functions,
        globals,
        star_import: !context.scope.stars.is_empty(),
        structs: context.structs,
        statics: context.statics,
        residual,
        top,
    };
    (module, diagnostics)
}

/// C's names of the module and of those that it cimports from.
fn c_scopes<'a>(parsed: &'a Parsed, source: &'a Source) -> CScopes<'a> {
    let main = parsed.c.iter().map(|c| (source.module.as_str(), c));
    CScopes::new(main.chain(parsed.modules.iter().map(|unit| (unit.name.as_str(), &unit.c))))
}

/// The names of a module, those of C's that pyrx knows by itself among them.
fn scope_of<'a>(body: &'a [Stmt], module: &str, c: Option<CScope<'_>>) -> Scope<'a> {
    let mut scope = Scope::new(body, module);
    let imports = c.iter().flat_map(CScope::imports);
    scope.cimports = imports.filter_map(|(name, found)| Some((name.to_owned(), known_path(found)?))).collect();
    scope
}

/// The names of a stub; a `.pxd` has those of Cython without an import.
fn stub_scope<'a>(body: &'a [Stmt], source: &Source, c: Option<CScope<'_>>) -> Scope<'a> {
    let mut scope = scope_of(body, &source.module, c);
    if c.is_some() {
        scope.cimports.entry("cython".to_owned()).or_insert_with(|| "cython".to_owned());
    }
    scope
}

/// The full name of something that pyrx knows by itself.
fn known_path(found: Found) -> Option<String> {
    match found {
        Found::Known(path) => Some(path),
        Found::Declared(..) | Found::Unit(_) => None,
    }
}
