//! AST to HIR: names resolved, sugar removed, signatures and directives read.

mod accessors;
mod branches;
mod cforms;
mod declared;
mod expr;
mod foreign;
mod fstring;
mod function;
mod fused;
mod globals;
mod handed;
mod leave;
mod manager;
mod matching;
pub(super) mod names;
mod pointers;
pub(super) mod scope;
mod shared;
mod siblings;
mod snippets;
mod specialized;
mod stmt;
mod target;
mod undeclared;

use std::sync::LazyLock;

use indexmap::IndexMap;

use self::siblings::All;
use super::c::{CScope, CScopes, Found};
use super::fused::{Binding, Families, Family, Fused, FusedTable, Placed};
use super::sign::pure::PureTypes;
use super::sign::{self, Directed, Exports};
use super::{FuncId, Function, FusedCopy, Global, Module, Snippet, Static};
use crate::diag::{Code, Diagnostic};
use crate::span::{LineIndex, Span};
use crate::syntax::ast::Stmt;
use crate::syntax::cython::{Declarations, Piece};
use crate::syntax::{self, Parsed, cython};
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
    /// Its place among the modules at hand: 0 is the one that is compiled, then those of C's, then siblings.
    pub unit: usize,
    /// Its full name.
    pub module: &'a str,
    /// The full names of the modules that are compiled together, itself among them.
    pub together: &'a [String],
    /// It is compiled together with the module, which, or another such, imports it: Python sees its functions.
    pub sibling: bool,
    /// C's names, in a `.pyx`.
    pub c: Option<CScope<'a>>,
    pub structs: Vec<StructType>,
    /// Types that a `.py` makes.
    pub pure: PureTypes,
    pub statics: Vec<Static>,
    pub fused: FusedTable,
    /// The functions with fused parameters.
    pub families: Families,
    /// It only says types for another file: what it says of others is not for us.
    pub lenient: bool,
}

impl<'a> Context<'a> {
    /// Whether the variable of another module, by its name among the globals, can be reached.
    fn shares(&self, global: &str) -> bool {
        self.statics.iter().any(|one| one.module.is_some() && one.name == global)
    }

    /// The module of another file that functions are compiled in from; `None` for the module itself.
    pub fn foreign(&self) -> Option<&'a str> {
        (self.unit > 0).then_some(self.module)
    }

    /// The family of a definition, if it has fused parameters.
    fn family(&self, def: usize) -> Option<&Family> {
        self.families.get(self.unit, def)
    }
}

/// Lowers a module. Diagnostics may hold errors; the module is well-formed all the same.
///
/// To be run by `syntax::with_large_stack`.
pub fn lower(parsed: &Parsed, source: &Source, options: &Options) -> (Module, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let whole = source.whole();
    let scopes = c_scopes(parsed, source);
    diagnostics.extend(scopes.scopes().flat_map(|scope| scope.wrong_imports()));
    let c = parsed.c.as_ref().map(|_| scopes.scope(0));
    let scope = scope_of(&parsed.body, &source.module, Source::is_package(&source.path), c);
    let handed = handed::to_package(&scope, &parsed.body, "numba.");
    let mut context = Context {
        text: &whole,
        lines: source.lines(),
        scope,
        options,
        handed,
        unit: 0,
        module: &source.module,
        together: &source.together,
        sibling: false,
        c,
        structs: Vec::new(),
        pure: PureTypes::new(),
        statics: Vec::new(),
        fused: FusedTable::default(),
        families: Families::default(),
        lenient: false,
    };
    sign::pure::read(&mut context, &mut diagnostics);
    FusedTable::read(&mut context, &scopes, &mut diagnostics);
    if context.pure.is_empty() {
        (context.structs, context.statics) = declared_types(&context, &scopes, &mut diagnostics);
    }
    let parsed_stub = sign::stub::parse(source, &mut diagnostics);
    let stub_scopes = parsed_stub.as_ref().map(|stub| c_scopes(stub, source));
    let stub = parsed_stub.as_ref().zip(stub_scopes.as_ref()).map(|(stub, scopes)| Context {
        text: &whole,
        lines: source.lines(),
        scope: stub_scope(&stub.body, source, stub.c.as_ref().map(|_| scopes.scope(0))),
        options,
        handed: Vec::new(),
        unit: 0,
        module: &source.module,
        together: &[],
        sibling: false,
        c: stub.c.as_ref().map(|_| scopes.scope(0)),
        structs: Vec::new(),
        pure: PureTypes::new(),
        statics: Vec::new(),
        fused: FusedTable::default(),
        families: Families::default(),
        lenient: true,
    });
    if context.c.is_none() {
        context.statics = sign::variables::read(&context, stub.as_ref(), &mut diagnostics);
    }
    let (binding, table) = (Binding::default(), context.fused.clone());
    let fused = Fused { table: &table, binding: &binding };
    let of_others = if parsed.c.is_some() { shared::of_others(&scopes, fused) } else { Vec::new() };
    context.statics.extend(of_others.iter().cloned());
    shared::mark(&mut context, source);
    let of_c = (1..).zip(&parsed.modules).map(|(at, unit)| {
        let c = Some(scopes.scope(at));
        Context {
            text: &whole,
            lines: source.lines(),
            scope: scope_of(&unit.body, &unit.name, false, c),
            options,
            handed: Vec::new(),
            unit: at,
            module: &unit.name,
            together: if parsed.c.is_none() { &source.together } else { &[] },
            sibling: parsed.c.is_none(),
            c,
            structs: context.structs.clone(),
            pure: PureTypes::new(),
            statics: c.map_or_else(Vec::new, |c| c.statics(fused).0).into_iter().chain(of_others.clone()).collect(),
            fused: context.fused.clone(),
            families: Families::default(),
            lenient: false,
        }
    });
    let siblings = (1 + parsed.modules.len()..).zip(&parsed.siblings);
    let siblings = siblings.map(|(at, one)| siblings::context(at, one, &whole, source.lines(), source, options));
    let mut others: Vec<Context<'_>> = of_c.chain(siblings).collect();
    diagnostics.extend(parsed.settings.iter().map(|span| {
        let message = "`# distutils:` settings are not used: no C compiler runs";
        Diagnostic::warning(Code::CYTHON_FORM, *span, message)
    }));
    let reached = foreign::reached(All { main: &context, others: &others }, &parsed.body);
    let placed = placed(&context, &others, &reached);
    let families = Families::find(|unit| context_of(&context, &others, unit), &placed, &mut diagnostics);
    others.iter_mut().for_each(|other| other.families = families.clone());
    context.families = families;
    let header = Directed::header(&context, &parsed.directives, &mut diagnostics);
    let exports = Exports::read(&context, &parsed.exports, &mut diagnostics);
    let defs = || context.scope.defs.iter().enumerate();
    let mut directed: Vec<Directed> =
        defs().map(|(at, def)| Directed::of(&context, def, &header, &context.open(at), &mut diagnostics)).collect();
    handed::leave_used(&context.scope, &mut directed);
    let declared = stub.as_ref().zip(parsed_stub.as_ref()).map(|(stub, parsed)| (stub, &parsed.body[..]));
    let (mut globals, mut top) = globals::classify(&context, &directed, declared, 0, &mut diagnostics);
    top.directives = header.directives.clone();
    foreign::bind(All { main: &context, others: &others }, scopes.scope(0), &reached, &mut globals);
    let mut functions: Vec<Function> = defs()
        .zip(directed)
        .map(|((at, def), directed)| match context.family(at) {
            Some(family) => function::generic(&context, def, directed, family, &mut diagnostics),
            None => {
                let binding = Binding::default();
                function::lower(&context, def, directed, binding, exports.of(at), stub.as_ref(), &mut diagnostics)
            }
        })
        .collect();
    let headers = foreign::headers(&others, parsed);
    let of_siblings = siblings::directed(&others, &headers);
    siblings::bind(&others, &of_siblings, &reached, context.scope.defs.len(), &mut globals, &mut top);
    functions.extend(foreign::lower(&others, &headers, &of_siblings, &reached, parsed, &mut diagnostics));
    let place = |unit: usize| match unit.checked_sub(1) {
        Some(at) => (&others[at], &headers[at]),
        None => (&context, &header),
    };
    let copies = copies(&context.families, place, &mut functions, &mut diagnostics);
    if context.c.is_none() {
        let plain = || function::Lowerer::outside(&context, None).into_top();
        functions.extend(accessors::of_all(&context.statics, &context.structs, plain));
    }
    let division = match &header.directives {
        directives if directives.int_division => cython::Division::Floored,
        directives if directives.cdivision => cython::Division::Truncated,
        _ => cython::Division::Real,
    };
    let quotients = || cython::quotients(&parsed.body, division);
    let residual = parsed.c.as_ref().map(|c| cython::residual(&whole, c, &quotients()));
    let named = functions.iter().flat_map(|function| &function.snippets);
    globals.extend(named.map(|snippet| (snippet.name.clone(), Global::Snippet)));
    let elsewhere = siblings::elsewhere(All { main: &context, others: &others }, &reached, &parsed.body);
    let module = Module {
        snippets: snippets(&functions, source),
        functions,
        globals,
        star_import: !context.scope.stars.is_empty(),
        structs: context.structs,
        enums: scopes.enum_types(),
        statics: context.statics,
        cimports: c.map_or_else(Vec::new, |c| c.known_members()),
        residual,
        copies,
        elsewhere,
        digests: others
            .iter()
            .filter(|other| other.sibling)
            .map(|other| (other.module.to_owned(), syntax::digest(source, other.module)))
            .collect(),
        top,
    };
    if module.residual.is_some() {
        diagnostics.extend(undeclared::undeclared(&module, &parsed.body));
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics.dedup();
    (module, diagnostics)
}

/// What the interpreter runs for the functions, each once: copies of a function share it.
fn snippets(functions: &[Function], source: &Source) -> Vec<Piece> {
    let paths: Vec<&str> = source.parts().map(|part| part.path).collect();
    let all = functions.iter().flat_map(|function| &function.snippets);
    let named: IndexMap<&str, &Snippet> = all.map(|snippet| (snippet.name.as_str(), snippet)).collect();
    let piece = |snippet: &&Snippet| Piece { path: paths[snippet.file].to_owned(), text: snippet.text.clone() };
    named.values().map(piece).collect()
}

/// C's names of the module, none in Python, and of those that it cimports from or imports.
fn c_scopes<'a>(parsed: &'a Parsed, source: &'a Source) -> CScopes<'a> {
    static NONE: LazyLock<Declarations> = LazyLock::new(Declarations::default);
    let main = (source.module.as_str(), parsed.c.as_ref().unwrap_or_else(|| &*NONE));
    CScopes::new(std::iter::once(main).chain(parsed.modules.iter().map(|unit| (unit.name.as_str(), &unit.c))))
}

/// The names of a module, those of C's that pyrx knows by itself among them.
fn scope_of<'a>(body: &'a [Stmt], module: &str, is_package: bool, c: Option<CScope<'_>>) -> Scope<'a> {
    let mut scope = Scope::new(body, module, is_package);
    let imports = c.iter().flat_map(CScope::imports);
    scope.cimports = imports.filter_map(|(name, found)| Some((name.to_owned(), known_path(found)?))).collect();
    scope
}

/// The names of a stub; a `.pxd` has those of Cython without an import.
fn stub_scope<'a>(body: &'a [Stmt], source: &Source, c: Option<CScope<'_>>) -> Scope<'a> {
    let mut scope = scope_of(body, &source.module, false, c);
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

/// The module's structs and unions, and its variables of C's.
fn declared_types<'a>(
    context: &Context<'_>,
    scopes: &'a CScopes<'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<StructType>, Vec<Static>) {
    let binding = Binding::default();
    let fused = Fused { table: &context.fused, binding: &binding };
    let (structs, mut wrong) = scopes.struct_types(fused);
    diagnostics.append(&mut wrong);
    let (statics, mut wrong) = context.c.as_ref().map(|c| c.statics(fused)).unwrap_or_default();
    diagnostics.append(&mut wrong);
    diagnostics.extend(context.c.iter().flat_map(|c| {
        let open = Binding::open();
        c.wrong_declarations(Fused { table: &context.fused, binding: &open })
    }));
    (structs, statics)
}

/// The functions in order of their ids: those of the module, then those of others that are compiled in.
fn placed(context: &Context<'_>, others: &[Context<'_>], reached: &[foreign::Reached]) -> Vec<Placed> {
    let own = context.scope.defs.iter().enumerate().map(|(def, one)| (0, def, one.name().to_owned()));
    let others = reached.iter().map(|one| (one.unit, one.def, one.global(others)));
    let places = own.chain(others).zip(0..);
    places.map(|((unit, def, global), id)| Placed { unit, def, id: FuncId(id), global }).collect()
}

fn context_of<'c, 'm>(context: &'c Context<'m>, others: &'c [Context<'m>], unit: usize) -> &'c Context<'m> {
    unit.checked_sub(1).map_or(context, |at| &others[at])
}

/// Adds the copies of functions with fused parameters, and gives their names.
fn copies<'c>(
    families: &Families,
    place: impl Fn(usize) -> (&'c Context<'c>, &'c Directed),
    functions: &mut Vec<Function>,
    diagnostics: &mut Vec<Diagnostic>,
) -> IndexMap<String, FuncId> {
    let mut names = IndexMap::new();
    for ((unit, at), family) in families.iter() {
        let (context, header) = place(unit);
        let def = &context.scope.defs[at];
        for (id, binding) in family.copies().into_iter().zip(family.bindings()) {
            let mut found = Vec::new();
            let key = binding.key();
            let directed = Directed::of(context, def, header, &binding, &mut found);
            let copy = FusedCopy { generic: family.generic, key };
            let function = function::lower(context, def, directed, binding, None, None, &mut found);
            let generic = &mut functions[family.generic.0 as usize];
            generic.left = generic.left.take().or_else(|| function.left.clone());
            names.insert(format!("{}[{}]", family.global, copy.key), id);
            functions.push(Function { copy_of: Some(copy), ..function });
            // What is wrong in each copy is told once.
            found.retain(|one| !diagnostics.contains(one));
            diagnostics.append(&mut found);
        }
    }
    names
}

impl Context<'_> {
    /// What fused types stand for while a definition is looked at from outside: of one with fused parameters, anything.
    fn open(&self, def: usize) -> Binding {
        if self.family(def).is_some() { Binding::open() } else { Binding::default() }
    }
}
