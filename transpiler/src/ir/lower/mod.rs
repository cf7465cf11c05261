//! HIR with types to IR: every implicit conversion, check and interpreter operation becomes explicit.

mod arith;
mod assign;
mod builder;
mod call;
mod changes;
mod checked;
mod classes;
mod coerce;
mod compare;
mod cond;
mod constant;
mod consume;
mod create;
mod cursor;
mod definitions;
mod dialects;
mod effects;
mod entry;
mod exports;
mod exposed;
mod expr;
mod families;
mod index;
mod library;
mod listing;
mod locks;
mod loops;
mod memory;
mod modular;
mod nogil;
mod nullness;
mod object;
mod origin;
mod origins;
mod parallel;
mod plain;
mod races;
mod reductions;
mod results;
mod scalar;
mod special;
mod stmt;
mod strict;
mod team;
mod texts;
mod touch;
mod tries;
mod variables;
mod why;
mod worth;
mod written;

use std::collections::BTreeMap;

use super::{Expect, Function, Program};
use crate::diag::{Code, Diagnostic, Severity};
use crate::facts::{Fact, FactKind};
use crate::hir;
use crate::span::LineIndex;
use crate::syntax::{self, cython::Piece};
use crate::types::{InstId, Instance, Typed};
use crate::{Options, Source};
use builder::Lower;

/// What lowering found out on the way.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Facts of each instance, in order of [`Typed::instances`]; `Fact::function` is not set.
    pub facts: Vec<Vec<Fact>>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Findings {
    /// Each instance of a function finds the same.
    fn settle(&mut self, options: &Options) {
        let mut settled: Vec<Diagnostic> = Vec::new();
        for mut diagnostic in std::mem::take(&mut self.diagnostics) {
            if options.strict && diagnostic.code == Code::RACE {
                diagnostic.severity = Severity::Error;
            }
            if !settled.contains(&diagnostic) {
                settled.push(diagnostic);
            }
        }
        self.diagnostics = settled;
    }
}

/// What an instance assumes about module-level names.
pub(super) type Assumptions = BTreeMap<String, Expect>;

/// Lowers all instances. Functions are numbered as their instances are.
pub fn lower(module: &hir::Module, typed: &Typed, source: &Source, options: &Options) -> (Program, Findings) {
    let (whole, lines) = (source.whole(), source.lines());
    let mut findings = Findings::default();
    let mut functions = Vec::new();
    let mut assumptions = Vec::new();
    let mut attempts = BTreeMap::new();
    for at in 0..typed.instances.len() {
        let lowered = Lower::new(module, typed, InstId(at as u32), &whole, &lines).function();
        functions.push(lowered.function);
        assumptions.push(lowered.assumptions);
        attempts.extend(lowered.attempts);
        findings.facts.push(lowered.facts);
        findings.diagnostics.extend(lowered.diagnostics);
    }
    let effects = effects::mark(&mut functions, module);
    parallel::finish(&mut functions, module, &effects, &lines, &mut findings);
    let nogil = nogil::errors(&functions, &lines, &findings);
    entry::ask(&mut functions);
    let own = module.functions.iter().find(|function| function.foreign.is_none());
    let mut program = Program {
        module: source.module.clone(),
        path: source.path.clone(),
        pieces: match &module.residual {
            Some(pieces) => pieces.clone(),
            None => vec![Piece { path: source.path.clone(), text: source.text.clone() }],
        },
        snippets: module.snippets.clone(),
        files: source.parts().map(|part| part.path.to_owned()).collect(),
        functions,
        structs: module.structs.clone(),
        enums: module.enums.clone(),
        statics: module.statics.clone(),
        exports: Vec::new(),
        guards: Vec::new(),
        checked: Vec::new(),
        attempts: Vec::new(),
        digest: syntax::digest(source, &source.module),
        c_strings: own.map_or_else(Default::default, |function| function.directives.c_strings),
        jit: module.functions.iter().any(|function| function.directives.jit),
        part: options.part,
    };
    let kept = exports::add(&mut program, module, typed, options, &lines, &effects, (&assumptions, &attempts));
    program.checked = checked::functions(module, &program.exports, &lines);
    // What stays with the interpreter holds its lock.
    findings.diagnostics.extend(kept.iter().flat_map(|at| nogil[*at].clone()));
    findings.settle(options);
    for at in (0..findings.facts.len()).filter(|at| !kept.contains(at)) {
        let instance = &typed.instances[at];
        // Of a compiled function, those instances count that are; of others, all tell why.
        let Some(other) = kept.iter().find(|other| typed.instances[**other].func == instance.func) else { continue };
        let dropped = std::mem::take(&mut findings.facts[at]);
        if let Some(note) = dropped_rank(module, instance, &dropped, &lines) {
            findings.facts[*other].push(note);
        }
    }
    (program, findings)
}

/// Why arrays of some rank run the original, where other ranks are native.
fn dropped_rank(module: &hir::Module, instance: &Instance, facts: &[Fact], lines: &LineIndex) -> Option<Fact> {
    let function = &module.functions[instance.func.0 as usize];
    let open = function.signatures.first().is_some_and(|signature| signature.origin == hir::Origin::AnyRank);
    let rank = instance.params.iter().find_map(|ty| ty.array())?.ndim;
    let why = facts.iter().filter(|fact| fact.kind == FactKind::Interpreter).min()?;
    let reason = format!("arrays of rank {rank} run the original: line {}: {}", why.line, why.reason);
    open.then(|| fact(lines.line(function.name_span.start), FactKind::Note, 0, reason, None))
}

/// The lowered form of one instance.
struct Lowered {
    function: Function,
    assumptions: Assumptions,
    attempts: BTreeMap<String, Assumptions>,
    facts: Vec<Fact>,
    diagnostics: Vec<Diagnostic>,
}

/// A fact about a line, before it is known which function of the report it belongs to.
fn fact(line: u32, kind: FactKind, depth: u32, reason: String, hint: Option<String>) -> Fact {
    Fact { line, kind, reason, hint, depth, function: None }
}
