//! AST to HIR: names resolved, sugar removed, signatures and directives read.

mod cforms;
mod expr;
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

use super::c::CScope;
use super::sign::{self, Directed, Exports};
use super::{Module, Static};
use crate::diag::Diagnostic;
use crate::span::{LineIndex, Span};
use crate::syntax::{Parsed, cython};
use crate::ty::StructType;
use crate::{Options, Source};

pub(super) use scope::{Def, DefNode, Scope};

/// What the lowering of every function of a module reads.
pub(super) struct Context<'a> {
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
}

/// Lowers a module. Diagnostics may hold errors; the module is well-formed all the same.
///
/// To be run by `syntax::with_large_stack`.
pub fn lower(parsed: &Parsed, source: &Source, options: &Options) -> (Module, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut scope = Scope::new(&parsed.body, &source.module);
    let c = parsed.c.as_ref().map(CScope::new);
    let cimports = c.iter().flat_map(CScope::cimports);
    scope.cimports = cimports.map(|(name, path, _)| (name.to_owned(), path.to_owned())).collect();
    let (structs, mut wrong) = c.as_ref().map(CScope::struct_types).unwrap_or_default();
    diagnostics.append(&mut wrong);
    let (statics, mut wrong) = c.as_ref().map(CScope::statics).unwrap_or_default();
    diagnostics.append(&mut wrong);
    let handed = handed::to_package(&scope, &parsed.body, "numba.");
    let context = Context {
        text: &source.text,
        lines: LineIndex::new(&source.text),
        scope,
        options,
        handed,
        c,
        structs,
        statics,
    };
    let header = Directed::header(&context, &parsed.directives, &mut diagnostics);
    let exports = Exports::read(&context, &parsed.exports, &mut diagnostics);
    let mut directed: Vec<Directed> =
        context.scope.defs.iter().map(|def| Directed::of(&context, def, &header, &mut diagnostics)).collect();
    handed::leave_used(&context.scope, &mut directed);
    let stub_text = source.stub.as_ref().map(sign::stub::text);
    let parsed_stub = source
        .stub
        .as_ref()
        .zip(stub_text.as_ref())
        .and_then(|(stub, text)| sign::stub::parse(stub, text, &mut diagnostics));
    let stub = stub_text.as_ref().zip(parsed_stub.as_ref()).map(|(text, parsed)| Context {
        text,
        lines: LineIndex::new(text),
        scope: Scope::new(&parsed.body, &source.module),
        options,
        handed: Vec::new(),
        c: None,
        structs: Vec::new(),
        statics: Vec::new(),
    });
    let declared = stub.as_ref().zip(parsed_stub.as_ref()).map(|(stub, parsed)| (stub, &parsed.body[..]));
    let (globals, top) = globals::classify(&context, &directed, declared, &mut diagnostics);
    let defs = context.scope.defs.iter().zip(directed).enumerate();
    let functions = defs
        .map(|(at, (def, directed))| {
            function::lower(&context, def, directed, exports.of(at), stub.as_ref(), &mut diagnostics)
        })
        .collect();
    if let Some((stub, text)) = source.stub.as_ref().zip(stub_text.as_ref()) {
        sign::stub::relocate(stub, text, &mut diagnostics);
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics.dedup();
    let residual = parsed.c.as_ref().map(|c| cython::residual(&source.text, c));
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
