//! The level of each function, why, and the facts of its instances in one list.

use std::collections::{BTreeMap, BTreeSet};

use crate::Source;
use crate::diag::{Code, Diagnostic};
use crate::facts::{CheckCounts, Fact, FactKind, Facts, FunctionFacts, Level};
use crate::hir::{self, FuncId, Misread, ParamKind, Stmt, StmtKind};
use crate::ir::lower::Findings;
use crate::ir::{self, Check, Op, Program, SliceItem, objects, visit};
use crate::options::Options;
use crate::span::{LineIndex, Span};
use crate::ty::Type;
use crate::types::{self, Typed};

/// What the facts of all functions are made from.
struct Told<'a> {
    module: &'a hir::Module,
    program: &'a Program,
    text: &'a str,
    lines: &'a LineIndex,
}

/// What is known of every function of the module.
pub fn facts(module: &hir::Module, typed: &Typed, program: &Program, findings: Findings, source: &Source) -> Facts {
    let (whole, lines) = (source.whole(), source.lines());
    let told = Told { module, program, text: &whole, lines: &lines };
    let mut facts = Facts::default();
    // The copies of functions with fused parameters stand behind all others, and count for these.
    // Functions of other modules of Python stand behind those of this one, and count there.
    let counts =
        |function: &hir::Function| function.copy_of.is_none() && function.sibling().is_none() && !function.is_accessor;
    for (at, function) in module.functions.iter().enumerate().filter(|(_, function)| counts(function)) {
        let id = FuncId(at as u32);
        let mut own = instance_facts(module, typed, &findings, id, at);
        own.extend(check_facts(program, id, at, &lines));
        own.sort();
        own.dedup();
        let level = level(program, id);
        let mut described = function_facts(&told, function, id, level, &own);
        let file = lines.file(function.span.start);
        if file > 0 {
            described.file = source.parts().nth(file).map(|part| part.path.to_owned());
            facts.functions.push(described);
            continue;
        }
        facts.lines.extend(match level {
            Level::Native | Level::Mixed => own,
            Level::Interpreted => left_facts(&told, id, own, &described, at),
        });
        facts.functions.push(described);
    }
    facts.lines.sort();
    facts
}

fn instance_facts(module: &hir::Module, typed: &Typed, findings: &Findings, id: FuncId, at: usize) -> Vec<Fact> {
    let own = |instance: &types::Instance| module.written(instance.func) == id;
    let instances = typed.instances.iter().zip(&findings.facts).filter(|(instance, _)| own(instance));
    instances.flat_map(|(_, facts)| facts.iter().cloned()).map(|fact| Fact { function: Some(at), ..fact }).collect()
}

/// Native if all its compiled instances are.
fn level(program: &Program, id: FuncId) -> Level {
    let mut instances = program.functions.iter().filter(|function| function.source == id).peekable();
    if instances.peek().is_none() {
        return Level::Interpreted;
    }
    if instances.any(|function| objects::used_by(&program.functions, function)) { Level::Mixed } else { Level::Native }
}

fn function_facts(told: &Told, function: &hir::Function, id: FuncId, level: Level, own: &[Fact]) -> FunctionFacts {
    let Told { module, program, lines, .. } = told;
    let (reason, hint) = reason(told, function, id, level, own);
    let code_lines: BTreeSet<u32> = code_lines(module, id, lines).into_keys().collect();
    let python: BTreeSet<u32> =
        own.iter().filter(|fact| fact.kind == FactKind::Interpreter).map(|fact| fact.line).collect();
    let interpreter_lines = match level {
        Level::Interpreted => code_lines.len(),
        Level::Mixed | Level::Native => code_lines.intersection(&python).count(),
    } as u32;
    FunctionFacts {
        file: None,
        qualname: function.qualname.clone(),
        first_line: lines.line(function.span.start),
        last_line: lines.line(function.span.end.saturating_sub(1)),
        level,
        reason,
        hint,
        untyped: level == Level::Interpreted && is_untyped(function),
        signatures: signatures(program, id),
        releases_gil: program.functions.iter().any(|function| function.source == id && function.detach),
        checks: checks(program, id),
        native_lines: code_lines.len() as u32 - interpreter_lines,
        interpreter_lines,
    }
}

fn reason(
    told: &Told,
    function: &hir::Function,
    id: FuncId,
    level: Level,
    own: &[Fact],
) -> (Option<String>, Option<String>) {
    match level {
        Level::Native if is_internal(told.program, function, id) => {
            let (why, hint) = internal(told, function);
            (Some(format!("called from Python it runs as written: {why}")), hint)
        }
        Level::Native => (None, None),
        Level::Mixed => {
            let first = first_touch(own);
            let text = first.map(|fact| format!("line {}: {}", fact.line, fact.reason));
            (text, first.and_then(|fact| fact.hint.clone()))
        }
        Level::Interpreted => match &function.left {
            Some(left) => (Some(left.reason.clone()), left.hint.clone()),
            None if function.signatures.is_empty() && function.fused.is_none() => untyped(told, function),
            None => match first_touch(own) {
                Some(fact) => (
                    Some(format!("line {}: {}; compiling the rest would gain nothing", fact.line, fact.reason)),
                    fact.hint.clone(),
                ),
                None => {
                    let reason = "it has no native loop and no typed value: compiling it would gain nothing";
                    (Some(reason.to_string()), None)
                }
            },
        },
    }
}

/// Whether only compiled code calls what was compiled of a function that Python sees.
fn is_internal(program: &Program, function: &hir::Function, id: FuncId) -> bool {
    !function.is_hidden() && !program.exports.iter().any(|export| export.source == id)
}

/// Why what was compiled of a function is not for Python's calls.
fn internal(told: &Told, function: &hir::Function) -> (String, Option<String>) {
    if function.signatures.is_empty() {
        let (reason, hint) = untyped(told, function);
        return (reason.unwrap_or_default(), hint);
    }
    let mut types = function.signatures.iter().flat_map(|signature| signature.params.iter().flatten());
    let reason = match types.any(|ty| matches!(ty, Type::List(_))) {
        true => "its caller sees what becomes of the list",
        false => "with Python objects for its arguments it has no native loop",
    };
    (reason.to_owned(), None)
}

/// Whether nothing says the types of parameters that could have some.
fn is_untyped(function: &hir::Function) -> bool {
    if function.fused.is_some() || function.left.is_some() {
        return false;
    }
    match &function.signatures[..] {
        [] => open_params(function).any(|(_, guess)| !matches!(guess, hir::Guess::Object(Some(_)))),
        [signature, ..] => hir::has_open(&function.params, signature, function.bound),
    }
}

/// The parameters that a caller gives and that may have a type, and what their uses suggest.
fn open_params(function: &hir::Function) -> impl Iterator<Item = (&hir::Param, &hir::Guess)> {
    let is_star = |param: &hir::Param| matches!(param.kind, ParamKind::VarArgs | ParamKind::VarKeywords);
    let params = function.params.iter().zip(&function.guessed).skip(usize::from(function.bound));
    params.filter(move |(param, _)| !is_star(param))
}

/// Why nothing is known of the parameters.
fn untyped(told: &Told, function: &hir::Function) -> (Option<String>, Option<String>) {
    let object = object_use(told, function);
    if function.bound && open_params(function).next().is_none() {
        let reason = "it has no parameters but the object it is called on, whose type is not known".to_owned();
        return (Some(reason), object.map(|(_, advice)| advice.to_owned()));
    }
    let hint = match (&function.suggested, &object) {
        (Some(header), None) => format!("annotate it, for example `{header}`"),
        (Some(header), Some((because, advice))) => {
            format!("annotate it, for example `{header}`; {because}: {advice}")
        }
        (None, Some((_, advice))) => (*advice).to_owned(),
        (None, None) => {
            format!("annotate the parameters of `{}`, for example `x: float` or `a: pyrx.float64[:]`", function.name)
        }
    };
    if function.params.iter().all(|param| matches!(param.kind, ParamKind::VarArgs | ParamKind::VarKeywords)) {
        let hint = "name the parameters and annotate them, or pass an array".to_string();
        return (Some("star arguments have no native type".to_string()), Some(hint));
    }
    let said = |param: &hir::Param| told.text.get(param.annotation?.range()).map(|text| (param.name.clone(), text));
    match function.params.iter().find_map(said) {
        Some((param, annotation)) => {
            let Misread { because, hint: own } =
                hir::misread(told.module, &param, annotation, function.suggested.as_deref());
            (Some(because), own.or(Some(hint)))
        }
        None => {
            let because = object.filter(|_| function.suggested.is_none()).map(|(because, _)| because);
            (Some(because.unwrap_or_else(|| "the types of its parameters are not known".to_owned())), Some(hint))
        }
    }
}

/// The first parameter that is used as an object, by which use, and what could be done.
fn object_use(told: &Told, function: &hir::Function) -> Option<(String, &'static str)> {
    let params = function.params.iter().zip(&function.guessed).enumerate();
    let mut uses = params.filter_map(|(at, (param, guess))| match guess {
        // What methods the class of the receiver has does not make it a dict.
        hir::Guess::Object(Some(decides)) if at > 0 || !function.bound || decides.is_record() => Some((param, decides)),
        hir::Guess::Object(_) | hir::Guess::Type(_) => None,
    });
    let (param, decides) = uses.next()?;
    Some((decides.because(&param.name, told.text, told.lines), decides.advice()))
}

/// The fact that tells best why a function is not native: the first line's, one with a hint before others.
fn first_touch(own: &[Fact]) -> Option<&Fact> {
    let first = own.iter().find(|fact| fact.kind == FactKind::Interpreter);
    let first = first.or_else(|| own.iter().find(|fact| fact.kind == FactKind::Conversion))?;
    let same = |fact: &&Fact| fact.line == first.line && fact.kind == first.kind && fact.hint.is_some();
    own.iter().find(same).or(Some(first))
}

fn signatures(program: &Program, id: FuncId) -> Vec<String> {
    let Some(export) = program.exports.iter().find(|export| export.source == id) else { return Vec::new() };
    let text = |overload: &ir::Overload| {
        let params = export.params.iter().zip(&overload.params);
        let params: Vec<String> = params.map(|(param, boundary)| format!("{}: {}", param.name, boundary.ty)).collect();
        format!("({}) -> {}", params.join(", "), overload.returns)
    };
    export.versions().map(text).collect()
}

/// Every line of a function that is left to the interpreter touches it; some have a reason of their own.
fn left_facts(told: &Told, id: FuncId, mut own: Vec<Fact>, described: &FunctionFacts, at: usize) -> Vec<Fact> {
    own.retain(|fact| fact.kind == FactKind::Interpreter);
    let known: BTreeSet<u32> = own.iter().map(|fact| fact.line).collect();
    let fact = |(line, depth)| Fact {
        line,
        kind: FactKind::Interpreter,
        reason: format!("`{}` is left to the interpreter", described.qualname),
        hint: described.hint.clone(),
        depth,
        function: Some(at),
    };
    let others = code_lines(told.module, id, told.lines).into_iter().filter(|(line, _)| !known.contains(line));
    own.extend(others.map(fact));
    own
}

/// Lines of a function on which a statement starts, with the loops around them.
fn code_lines(module: &hir::Module, id: FuncId, lines: &LineIndex) -> BTreeMap<u32, u32> {
    let mut found = BTreeMap::new();
    for id in module.lowered(id) {
        collect_lines(&module.functions[id.0 as usize].body, lines, 0, &mut found);
    }
    found
}

fn collect_lines(block: &[Stmt], lines: &LineIndex, depth: u32, found: &mut BTreeMap<u32, u32>) {
    for stmt in block {
        found.entry(lines.line(stmt.span.start)).or_insert(depth);
        match &stmt.kind {
            StmtKind::If { then: body, orelse, .. } => {
                collect_lines(body, lines, depth, found);
                collect_lines(orelse, lines, depth, found);
            }
            StmtKind::While { body, orelse, .. } | StmtKind::For { body, orelse, .. } => {
                collect_lines(body, lines, depth + 1, found);
                collect_lines(orelse, lines, depth, found);
            }
            StmtKind::Try { body, handlers, orelse, finally } => {
                collect_lines(body, lines, depth, found);
                handlers.iter().for_each(|handler| collect_lines(&handler.body, lines, depth, found));
                collect_lines(orelse, lines, depth, found);
                collect_lines(finally, lines, depth, found);
            }
            StmtKind::Directed { body, .. } => collect_lines(body, lines, depth, found),
            _ => {}
        }
    }
}

/// The checks of one statement, with what is checked.
fn stmt_checks(stmt: &ir::Stmt) -> Vec<(Check, &'static str)> {
    let axes = |index: &[ir::AxisIndex]| index.iter().map(|axis| (axis.check, "the index")).collect::<Vec<_>>();
    let op = match &stmt.kind {
        ir::StmtKind::Store { index, .. } => return axes(index),
        ir::StmtKind::Assign(_, op) | ir::StmtKind::Eval(op) => op,
        _ => return Vec::new(),
    };
    match op {
        Op::Load { index, .. } => axes(index),
        Op::Int { check, .. } => vec![(*check, "overflow")],
        Op::List(ir::ListOp::Get { check, .. } | ir::ListOp::Set { check, .. }) => vec![(*check, "the index")],
        Op::Slice { items, .. } => items
            .iter()
            .filter_map(|item| match item {
                SliceItem::Index(axis) => Some((axis.check, "the index")),
                SliceItem::Range { .. } | SliceItem::NewAxis => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn checks(program: &Program, id: FuncId) -> CheckCounts {
    let mut counts = CheckCounts::default();
    for function in program.functions.iter().filter(|function| function.source == id) {
        visit::walk(&function.body, &mut |stmt| {
            for (check, _) in stmt_checks(stmt) {
                match check {
                    Check::Each => counts.kept += 1,
                    Check::Hoisted => counts.hoisted += 1,
                    Check::Proven => counts.proven += 1,
                    Check::Off | Check::Present => counts.off += 1,
                }
            }
        });
    }
    counts
}

fn check_facts(program: &Program, id: FuncId, at: usize, lines: &LineIndex) -> Vec<Fact> {
    let mut facts = Vec::new();
    for function in program.functions.iter().filter(|function| function.source == id) {
        collect_check_facts(&function.body, 0, at, lines, &mut facts);
    }
    // Where one version of a loop keeps a check that another has lifted out, the lifted one tells the story.
    let lifted: BTreeSet<u32> =
        facts.iter().filter(|fact| fact.kind == FactKind::CheckHoisted).map(|fact| fact.line).collect();
    facts.retain(|fact| fact.kind != FactKind::CheckKept || !lifted.contains(&fact.line));
    facts
}

fn collect_check_facts(block: &ir::Block, depth: u32, at: usize, lines: &LineIndex, facts: &mut Vec<Fact>) {
    for stmt in block {
        for (check, what) in stmt_checks(stmt) {
            let (kind, text) = match check {
                Check::Each => (FactKind::CheckKept, "is checked each time"),
                Check::Hoisted => (FactKind::CheckHoisted, "is checked once, before the loop"),
                Check::Proven => (FactKind::CheckProven, "cannot fail and is not checked"),
                Check::Off => (FactKind::CheckOff, "is not checked: a directive says so"),
                Check::Present => (FactKind::CheckOff, "is not checked, save for whether the view is None"),
            };
            let line = lines.line(stmt.span.start);
            facts.push(Fact { line, kind, reason: format!("{what} {text}"), hint: None, depth, function: Some(at) });
        }
        let inner = depth + u32::from(matches!(stmt.kind, ir::StmtKind::For { .. } | ir::StmtKind::Loop { .. }));
        for block in visit::blocks(stmt) {
            collect_check_facts(block, inner, at, lines, facts);
        }
    }
}

/// Strict mode: every function that is not native is an error.
pub fn strict(module: &hir::Module, facts: &Facts, options: &Options) -> Vec<Diagnostic> {
    let functions = module.functions.iter().filter(|function| function.sibling().is_none());
    functions
        .zip(&facts.functions)
        .filter(|(function, _)| !function.is_module_run())
        .filter(|(function, own)| (options.strict || function.directives.strict) && own.level != Level::Native)
        .map(|(function, own)| strict_error(function.name_span, own))
        .collect()
}

fn strict_error(span: Span, own: &FunctionFacts) -> Diagnostic {
    let what = match own.level {
        Level::Interpreted => "is left to the interpreter",
        Level::Mixed | Level::Native => "uses the interpreter",
    };
    let reason = own.reason.as_deref().unwrap_or("its values have no native type");
    let error = Diagnostic::error(Code::STRICT, span, format!("`{}` {what}: {reason}", own.qualname));
    match &own.hint {
        Some(hint) => error.hint(hint.clone()),
        None => error,
    }
}
