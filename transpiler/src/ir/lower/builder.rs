//! Building the body of one function: locals, temporaries, blocks, labels, facts.

use std::collections::BTreeMap;

use super::{Assumptions, Lowered, fact};
use crate::diag::Diagnostic;
use crate::facts::{Fact, FactKind};
use crate::hir::{self, WebId};
use crate::ir::{
    Block, Comprehension, Expect, Expr, ExprKind, Function, Label, Local, LocalId, Op, PyOp, Stmt, StmtKind,
};
use crate::options::Directives;
use crate::span::{LineIndex, Span};
use crate::ty::{Repr, Type};
use crate::types::{InstId, Instance, Typed};

/// A loop of the source around the place being lowered.
#[derive(Clone, Copy, Debug)]
pub(super) struct LoopScope {
    pub on_break: Label,
    pub on_continue: Label,
}

pub(super) struct Lower<'a> {
    pub module: &'a hir::Module,
    pub typed: &'a Typed,
    pub instance: &'a Instance,
    pub source: &'a hir::Function,
    text: &'a str,
    /// Those in force at the statement that is lowered.
    pub directives: &'a Directives,
    lines: &'a LineIndex,
    pub locals: Vec<Local>,
    webs: Vec<LocalId>,
    blocks: Vec<Block>,
    labels: u32,
    pub loops: Vec<LoopScope>,
    /// Loops around, of any kind; the weight of facts.
    pub depth: u32,
    pub span: Span,
    pub assumptions: Assumptions,
    /// Of calls that are attempted, by their names.
    pub attempts: BTreeMap<String, Assumptions>,
    /// Module-level arrays and computed numbers, and the locals they are loaded to on entry.
    pub global_loads: BTreeMap<String, LocalId>,
    pub comprehensions: Vec<Comprehension>,
    /// Of numbers that paths join: whether each is Python's at the moment (see `origins`).
    pub pythons: BTreeMap<LocalId, Expr>,
    /// Loops around that are spread over threads.
    pub spread_loops: u32,
    /// In a block `with parallel()` that one thread runs.
    pub on_one_thread: bool,
    /// Texts of C's become `bytes`, whatever `c_string_type` says.
    pub plain_bytes: bool,
    /// In a block `with parallel()` whose loops are shared one after the other.
    pub gang: Option<super::team::Gang>,
    facts: Vec<Fact>,
    pub diagnostics: Vec<Diagnostic>,
}

/// See [`Lower::told`].
pub(super) struct Told {
    facts: usize,
    diagnostics: usize,
}

impl<'a> Lower<'a> {
    pub fn new(module: &'a hir::Module, typed: &'a Typed, id: InstId, text: &'a str, lines: &'a LineIndex) -> Self {
        let instance = &typed.instances[id.0 as usize];
        let source = &module.functions[instance.func.0 as usize];
        let mut locals = Vec::new();
        let mut webs = Vec::new();
        // Web and local have the same number.
        for (web, ty) in source.webs.iter().zip(&instance.webs) {
            webs.push(LocalId(locals.len() as u32));
            let ty = match settled(ty) {
                // A variable in memory is the one item of an array.
                ty if web.in_memory && !ty.is_aggregate() => Type::Fixed(Box::new(ty), 1),
                ty => ty,
            };
            let replaces = web.replaces.iter().map(|other| LocalId(other.0)).collect();
            locals.push(Local { name: web.name.clone(), ty, tracked: false, range: None, replaces });
        }
        Lower {
            module,
            typed,
            instance,
            source,
            text,
            directives: &source.directives,
            lines,
            locals,
            webs,
            blocks: vec![Vec::new()],
            labels: 0,
            loops: Vec::new(),
            depth: 0,
            span: source.name_span,
            assumptions: BTreeMap::new(),
            attempts: BTreeMap::new(),
            global_loads: BTreeMap::new(),
            comprehensions: Vec::new(),
            pythons: BTreeMap::new(),
            spread_loops: 0,
            on_one_thread: false,
            plain_bytes: false,
            gang: None,
            facts: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    pub fn function(mut self) -> Lowered {
        let params = self.params();
        let source = self.source;
        self.block_of(&source.body);
        if crate::types::falls_through(&source.body) {
            self.span = source.name_span;
            self.return_value(None);
        }
        let mut body = self.load_globals();
        // The outermost block is the function's body.
        body.extend(self.blocks.pop().unwrap_or_default());
        let function = Function {
            source: self.module.written(self.instance.func),
            name: source.name.clone(),
            qualname: source.qualname.clone(),
            first_line: self.lines.line(source.name_span.start),
            file: self.lines.file(source.name_span.start),
            sibling: source.sibling().map(str::to_owned),
            params,
            locals: self.locals,
            returns: settled(&self.instance.returns),
            body,
            raises: true,
            noexcept: source.noexcept,
            c: source.c.clone(),
            python: false,
            effects: false,
            recursive: false,
            caught: false,
            detach: false,
            // What is at module level has its frame from the module.
            profile: (source.directives.profile && !source.is_module_run()).then(|| self.lines.line(source.code_start)),
            comprehensions: self.comprehensions,
        };
        Lowered {
            function,
            assumptions: self.assumptions,
            attempts: self.attempts,
            facts: self.facts,
            diagnostics: self.diagnostics,
        }
    }

    /// A parameter whose web is wider than its type gets a local of its own, converted on entry.
    fn params(&mut self) -> Vec<LocalId> {
        let mut params = Vec::new();
        for (param, ty) in self.source.params.iter().zip(&self.instance.params) {
            let web = self.web(param.web);
            if self.locals[web.0 as usize].ty == *ty {
                params.push(web);
                continue;
            }
            let local = self.local(&param.name, ty.clone());
            params.push(local);
            let value = self.read(local);
            self.assign_local(web, value);
        }
        params
    }

    /// Module-level arrays and numbers are loaded once, on entry.
    fn load_globals(&mut self) -> Block {
        let span = self.source.name_span;
        let loads = std::mem::take(&mut self.global_loads);
        let mut block = Vec::new();
        for (name, local) in loads {
            let ty = self.locals[local.0 as usize].ty.clone();
            if ty.num().is_some() {
                block.push(Stmt { kind: StmtKind::Assign(local, Op::Number { name, ty }), span });
                continue;
            }
            let object = self.local("", Type::Object);
            let load = Op::Python(PyOp::Global(name.clone()));
            block.push(Stmt { kind: StmtKind::Assign(object, load), span });
            let value = Expr { ty: Type::Object, kind: ExprKind::Take(object) };
            let unbox = Op::Python(PyOp::UnboxOrEscape { value, ty });
            block.push(Stmt { kind: StmtKind::Assign(local, unbox), span });
        }
        block
    }

    /// Raises `UnboundLocalError` here unless a definition of the local has run.
    pub fn check_bound(&mut self, local: LocalId) {
        self.locals[local.0 as usize].tracked = true;
        self.push(StmtKind::CheckBound(local));
    }

    pub fn web(&self, web: WebId) -> LocalId {
        self.webs[web.0 as usize]
    }

    /// The variable that a local holds; `None` for temporaries.
    pub fn web_of(&self, local: LocalId) -> Option<WebId> {
        self.webs.iter().position(|&own| own == local).map(|at| WebId(at as u32))
    }

    pub fn local_type(&self, local: LocalId) -> &Type {
        &self.locals[local.0 as usize].ty
    }

    pub fn local(&mut self, name: &str, ty: Type) -> LocalId {
        let id = LocalId(self.locals.len() as u32);
        self.locals.push(Local { name: name.to_string(), ty, tracked: false, range: None, replaces: Vec::new() });
        id
    }

    pub fn label(&mut self) -> Label {
        self.labels += 1;
        Label(self.labels - 1)
    }

    /// The value of a local.
    pub fn read(&self, local: LocalId) -> Expr {
        Expr::local(local, self.local_type(local).clone())
    }

    pub fn push(&mut self, kind: StmtKind) {
        let span = self.span;
        self.push_stmt(Stmt { kind, span });
    }

    /// The operation that a local without a name, which is set once, was made by.
    pub fn made_by(&self, local: LocalId) -> Option<&Op> {
        self.blocks.iter().flatten().rev().find_map(|stmt| match &stmt.kind {
            StmtKind::Assign(to, op) if *to == local => Some(op),
            _ => None,
        })
    }

    pub fn push_stmt(&mut self, stmt: Stmt) {
        // `blocks` holds the function's body until `function` ends.
        if let Some(block) = self.blocks.last_mut() {
            block.push(stmt);
        }
    }

    pub fn push_block(&mut self, block: Block) {
        block.into_iter().for_each(|stmt| self.push_stmt(stmt));
    }

    /// How much has been told of the function.
    pub fn told(&self) -> Told {
        Told { facts: self.facts.len(), diagnostics: self.diagnostics.len() }
    }

    /// Takes back what was told since.
    pub fn untell(&mut self, told: Told) {
        self.facts.truncate(told.facts);
        self.diagnostics.truncate(told.diagnostics);
    }

    /// Lowers into a block of its own.
    pub fn in_block<T>(&mut self, lower: impl FnOnce(&mut Self) -> T) -> (Block, T) {
        self.blocks.push(Vec::new());
        let result = lower(self);
        (self.blocks.pop().unwrap_or_default(), result)
    }

    /// Runs at the span of an expression or statement of the source.
    pub fn at<T>(&mut self, span: Span, lower: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.span, span);
        let result = lower(self);
        self.span = before;
        result
    }

    /// The result of an operation, in a temporary. It is moved out: use it once, or [`Self::hold`] it.
    pub fn op(&mut self, op: Op, ty: Type) -> Expr {
        let temp = self.local("", ty.clone());
        self.push(StmtKind::Assign(temp, op));
        let kind = if owns(&ty) { ExprKind::Take(temp) } else { ExprKind::Local(temp) };
        Expr { ty, kind }
    }

    /// A kernel of the runtime that may raise.
    pub fn raising(&mut self, path: &'static str, args: Vec<Expr>, ty: Type) -> Expr {
        self.op(Op::Kernel { path, args, ty: ty.clone(), raises: true }, ty)
    }

    /// The value in a local, so that it can be read many times and is not changed by what follows.
    pub fn hold(&mut self, value: Expr) -> Expr {
        match value.kind {
            ExprKind::Const(_) => value,
            ExprKind::Local(id) if self.locals[id.0 as usize].name.is_empty() => value,
            ExprKind::Take(id) => Expr { kind: ExprKind::Local(id), ..value },
            _ => {
                let id = self.hold_local(value);
                self.read(id)
            }
        }
    }

    /// As [`Self::hold`]; the local itself.
    pub fn hold_local(&mut self, value: Expr) -> LocalId {
        match value.kind {
            ExprKind::Take(id) => id,
            ExprKind::Local(id) if self.locals[id.0 as usize].name.is_empty() && *self.local_type(id) == value.ty => id,
            _ => {
                let temp = self.local("", value.ty.clone());
                let origin = self.is_python(&value);
                self.push(StmtKind::Assign(temp, Op::Use(value)));
                self.keep_origin(temp, origin);
                temp
            }
        }
    }

    /// Assigns to a local, converted to its type.
    pub fn assign_local(&mut self, local: LocalId, value: Expr) {
        let ty = self.local_type(local).clone();
        if self.is_boxed(local) {
            return self.put_boxed(local, value);
        }
        if ty.is_aggregate() {
            return self.put_whole(local, value);
        }
        let origin = self.is_python(&value);
        let value = self.coerce_written(value, &ty, self.written(local));
        self.push(StmtKind::Assign(local, Op::Use(value)));
        self.keep_origin(local, origin);
    }

    /// How the source writes the type of the variable that a local holds. A parameter that refuses `None` may be set to
    /// it.
    pub(super) fn written(&self, local: LocalId) -> Option<&'a hir::Written> {
        let web = self.web_of(local)?;
        let param = || self.source.params.iter().find(|param| param.web == web)?.written.as_ref();
        self.source.webs[web.0 as usize].written.as_ref().or_else(param)
    }

    /// Notes that this line asks the interpreter for something.
    pub fn note_python(&mut self, reason: impl Into<String>, hint: Option<&str>) {
        self.note(FactKind::Interpreter, reason, hint);
    }

    pub fn note(&mut self, kind: FactKind, reason: impl Into<String>, hint: Option<&str>) {
        let line = self.line();
        self.facts.push(fact(line, kind, self.depth, reason.into(), hint.map(str::to_string)));
    }

    /// The line of the place being lowered.
    pub fn line(&self) -> u32 {
        self.line_of(self.span)
    }

    pub fn line_of(&self, span: Span) -> u32 {
        self.lines.line(span.start)
    }

    /// The source text of a span, on one line.
    pub fn text_of(&self, span: Span) -> String {
        let text = self.text.get(span.range()).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What makes a parameter an object, and what could be done.
    pub fn used(&self, param: &str, decides: &hir::ObjectUse) -> String {
        format!("{}: {}", decides.because(param, self.text, self.lines), decides.advice())
    }

    /// Records what is assumed of a module-level name; nobody can rebind a name of C's.
    pub fn assume(&mut self, name: &str, expect: Expect) {
        use hir::Global::{CConstant, CMember, CModule, CStruct, CVariable};
        if matches!(
            self.module.globals.get(name),
            Some(CConstant(_) | CMember(_) | CModule(_) | CStruct(_) | CVariable(_))
        ) {
            return;
        }
        self.assumptions.entry(name.to_string()).or_insert(expect);
    }

    /// The inferred type of an expression, settled.
    pub fn type_of(&self, expr: &hir::Expr) -> Type {
        settled(self.instance.expr(expr.id))
    }
}

/// What remains unknown at the end of inference is never reached, or the items of a list that stays empty: inference
/// takes what is read from there for an `int`.
pub fn settled(ty: &Type) -> Type {
    match ty {
        Type::Never => Type::INT,
        Type::List(item) => Type::List(Box::new(settled(item))),
        Type::Tuple(items) => Type::Tuple(items.iter().map(settled).collect()),
        other => other.clone(),
    }
}

/// Whether values of this type hold a reference that is moved rather than copied.
pub fn owns(ty: &Type) -> bool {
    match ty {
        Type::Str | Type::Bytes | Type::Array(_) | Type::List(_) | Type::Object => true,
        Type::Tuple(items) => items.iter().any(owns),
        Type::Never | Type::None | Type::Num(_) | Type::Char | Type::Range => false,
        Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_) => false,
    }
}

/// The representation of a type that is known to be a number; `Bool` stands in for anything else, which the verifier
/// would refuse.
pub fn repr_of(ty: &Type) -> Repr {
    ty.num().map_or(Repr::Bool, |num| num.repr)
}
