//! Module-level statements that need C: each run of them becomes a function, which the residual source calls in its
//! place.
//!
//! before: `cdef double x = 1.5` / `y = c_function(x)` / `print(y)`
//! after:  `def <module 0>(): global x, y; x = 1.5; y = c_function(x)`, and as residual `__pyrx_module_0__` / `print(y)`

use std::collections::BTreeSet;

use rustpython_parser::text_size::{TextRange, TextSize};

use super::defaults::{Moved, moved};
use super::{CAttributes, CFunction, CKind, Declarations, Edit};
use crate::diag::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::ast::{self, Arguments, Expr, Identifier, Stmt};
use crate::syntax::bindings::{bound_by, each_stmt};
use crate::syntax::{child_exprs, span, stmt_exprs};

/// Functions of NumPy's C interface that only make it ready: pyrx needs none of them.
const PREPARES: [&str; 4] = ["import_array", "import_umath", "import_ufunc", "_import_array"];

/// The module with runs as functions, and what of it neither C nor the interpreter can run.
pub fn gather(body: Vec<Stmt>, declarations: &mut Declarations) -> (Vec<Stmt>, Vec<Diagnostic>) {
    let mut gather = Gather { declarations, body: Vec::new(), run: Vec::new(), count: 0, errors: Vec::new() };
    for stmt in body {
        gather.stmt(stmt);
    }
    gather.end_run();
    (gather.body, gather.errors)
}

struct Gather<'d> {
    declarations: &'d mut Declarations,
    body: Vec<Stmt>,
    /// Statements of the run that has begun.
    run: Vec<Stmt>,
    /// Runs that have ended.
    count: u32,
    errors: Vec<Diagnostic>,
}

impl Gather<'_> {
    fn stmt(&mut self, mut stmt: Stmt) {
        if let Stmt::FunctionDef(def) = &mut stmt {
            self.end_run();
            self.show_ufunc(def);
            self.defaults(def);
            self.body.push(stmt);
            return;
        }
        match &stmt {
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Import(_) | Stmt::ImportFrom(_) | Stmt::AsyncFunctionDef(_) => {}
            Stmt::Pass(_) => return,
            Stmt::AnnAssign(declared) if declared.value.is_none() && self.uses(&stmt) => return,
            Stmt::Expr(call) if self.prepares(&call.value) => {
                self.edit(span(&stmt), "pass".into());
                return;
            }
            _ if self.uses(&stmt) => {
                self.run.push(stmt);
                return;
            }
            _ => {}
        }
        self.end_run();
        self.body.push(stmt);
    }

    /// Whether the statement, or one in its blocks, names something of C.
    fn uses(&self, stmt: &Stmt) -> bool {
        let mut found = false;
        each_stmt(std::slice::from_ref(stmt), &mut |stmt| {
            stmt_exprs(stmt, &mut |expr| found |= self.names_c(expr));
        });
        found
    }

    fn names_c(&self, expr: &Expr) -> bool {
        let own = matches!(expr, Expr::Name(name)
            if name.id.starts_with('<') || self.declarations.names.contains(name.id.as_str()));
        let mut found = own || self.picks_by_type(expr);
        child_exprs(expr, &mut |child| found |= self.names_c(child));
        found
    }

    /// `f[double]` of a function that Python sees: its names of types mean nothing there.
    fn picks_by_type(&self, expr: &Expr) -> bool {
        let Expr::Subscript(index) = expr else { return false };
        let Expr::Name(name) = &*index.value else { return false };
        let mut functions = self.declarations.functions.values();
        let is_function = functions.any(|function| function.name == name.id.as_str() && !function.nested);
        let is_text = |item: &Expr| matches!(item, Expr::Constant(_));
        let by_key = match &*index.slice {
            Expr::Tuple(tuple) => tuple.elts.iter().all(is_text),
            one => is_text(one),
        };
        is_function && !by_key
    }

    /// `cnp.import_array()`
    fn prepares(&self, expr: &Expr) -> bool {
        let Expr::Call(call) = expr else { return false };
        let cimported = |name: &str| self.declarations.cimports.iter().find(|import| import.name == name);
        match &*call.func {
            Expr::Attribute(attribute) => match &*attribute.value {
                Expr::Name(name) => {
                    PREPARES.contains(&attribute.attr.as_str())
                        && cimported(&name.id).is_some_and(|import| import.module == "numpy")
                }
                _ => false,
            },
            Expr::Name(name) => cimported(&name.id).is_some_and(|import| {
                import.module == "numpy" && import.member.as_deref().is_some_and(|name| PREPARES.contains(&name))
            }),
            _ => false,
        }
    }

    /// Ends the run, if one has begun.
    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        let Some(first) = run.first() else { return };
        let number = self.number();
        let spans: Vec<Span> = run.iter().map(|stmt| self.whole(span(stmt))).collect();
        for (at, span) in spans.iter().enumerate() {
            let repeated = at > 0 && spans[at - 1] == *span;
            if !repeated {
                self.edit(*span, if at == 0 { placeholder(number) } else { "pass".into() });
            }
        }
        let whole = span(first).to(run.last().map_or(span(first), span));
        self.function(number, whole, with_globals(run, whole));
    }

    fn number(&mut self) -> u32 {
        self.count += 1;
        self.count - 1
    }

    /// The statement with the `cdef` in front, and others on that line.
    fn whole(&self, span: Span) -> Span {
        let around = |whole: &&Span| whole.start <= span.start && span.end <= whole.end;
        self.declarations.statements.iter().find(around).copied().unwrap_or(span)
    }

    /// Replaces a statement in the residual source, whatever else was to stand there.
    fn edit(&mut self, span: Span, with: String) {
        self.declarations.edits.retain(|edit| edit.span != span);
        self.declarations.edits.push(Edit { span, with });
    }

    /// A function without parameters that stands for code of the module.
    fn function(&mut self, number: u32, whole: Span, body: Vec<Stmt>) {
        let name = format!("<module {number}>");
        self.declarations.functions.insert(
            whole.start,
            CFunction {
                name: name.clone(),
                name_span: whole,
                kind: CKind::Def,
                inline: false,
                attributes: CAttributes::default(),
                none: Default::default(),
                span: whole,
                body: whole,
                docstring: None,
                uses_c: true,
                nested: true,
                module_run: Some(number),
                in_its_place: String::new(),
                margin: None,
            },
        );
        self.body.push(Stmt::FunctionDef(ast::StmtFunctionDef {
            range: range(whole),
            name: Identifier::new(name),
            args: Box::new(Arguments::empty(Default::default())),
            body,
            decorator_list: Vec::new(),
            returns: None,
            type_comment: None,
            type_params: Vec::new(),
        }));
    }

    /// A C function that is decorated with `@cython.ufunc` is one that Python sees.
    fn show_ufunc(&mut self, def: &ast::StmtFunctionDef) {
        let cimports = &self.declarations.cimports;
        let is_member = |name: &str| {
            let mut own = cimports.iter().filter(|import| import.name == name && import.module == "cython");
            own.any(|import| import.member.as_deref() == Some("ufunc"))
        };
        let is_ufunc = |decorator: &Expr| match decorator {
            Expr::Attribute(attribute) => {
                attribute.attr.as_str() == "ufunc"
                    && matches!(&*attribute.value, Expr::Name(name) if name.id.as_str() == "cython")
            }
            Expr::Name(name) => is_member(&name.id),
            _ => false,
        };
        if !def.decorator_list.iter().any(is_ufunc) {
            return;
        }
        let at = span(def).start;
        let functions = self.declarations.functions.values_mut();
        for function in functions.filter(|function| function.span.start == at && function.kind == CKind::Cdef) {
            function.kind = CKind::Cpdef;
        }
    }

    /// Defaults that C has to evaluate, where the `def` runs.
    fn defaults(&mut self, def: &mut ast::StmtFunctionDef) {
        let at = span(def).start;
        if !self.declarations.runs(at) {
            // Only constants are known there.
            return;
        }
        let functions = &mut self.declarations.functions;
        let found = functions.iter().find(|(_, function)| function.span.start == at && function.module_run.is_none());
        match found.map(|(at, function)| (*at, function.kind)) {
            Some((function, CKind::Cdef)) => self.of_c_function(def, function),
            Some((_, CKind::Cpdef)) => {
                let moved = moved(def, self.declarations);
                self.of_python_function(def, moved);
            }
            Some((_, CKind::Def)) | None => self.of_python_function(def, Vec::new()),
        }
    }

    /// The function is gone from the residual source: what sets its defaults stands there.
    fn of_c_function(&mut self, def: &mut ast::StmtFunctionDef, function: u32) {
        let moved = moved(def, self.declarations);
        let Some(first) = moved.first() else { return };
        let whole = moved.iter().fold(first.span, |whole, one| whole.to(one.span));
        let number = self.number();
        self.function(number, whole, with_globals(moved.into_iter().map(|one| one.stmt).collect(), whole));
        if let Some(function) = self.declarations.functions.get_mut(&function) {
            function.in_its_place = placeholder(number);
        }
    }

    /// Python's function has its defaults from C; those that lie in variables of C's are set by the way.
    fn of_python_function(&mut self, def: &ast::StmtFunctionDef, moved: Vec<Moved>) {
        let args = def.args.posonlyargs.iter().chain(&def.args.args).chain(&def.args.kwonlyargs);
        for default in args.filter_map(|arg| arg.default.as_deref()) {
            if !self.names_c(default) {
                continue;
            }
            let value = Some(Box::new(default.clone()));
            let place = span(default);
            let set = moved.iter().find(|one| one.span == place).map(|one| one.stmt.clone());
            let value = Stmt::Return(ast::StmtReturn { range: range(place), value });
            let number = self.number();
            self.edit(place, placeholder(number));
            self.function(number, place, with_globals(set.into_iter().chain([value]).collect(), place));
        }
    }

    /// The body of a class runs in the interpreter.
    fn class(&mut self, class: &ast::StmtClassDef) {
        let plain = class.body.iter().filter(|stmt| !matches!(stmt, Stmt::FunctionDef(_) | Stmt::AsyncFunctionDef(_)));
        for stmt in plain.filter(|stmt| self.uses(stmt)).collect::<Vec<_>>() {
            let message = "a statement of a class that uses C is not supported yet";
            let error = Diagnostic::error(Code::CYTHON_FORM, span(stmt), message);
            self.errors.push(error.hint("give the value to a module-level name first"));
        }
    }
}

/// What the residual source has in place of a run.
fn placeholder(number: u32) -> String {
    format!("__pyrx_module_{number}__")
}

/// The statements, in front of them a `global` of all that they bind.
fn with_globals(run: Vec<Stmt>, whole: Span) -> Vec<Stmt> {
    let mut names = BTreeSet::new();
    each_stmt(&run, &mut |stmt| {
        // What a handler binds is gone at its end.
        if !matches!(stmt, Stmt::Try(_) | Stmt::TryStar(_)) {
            bound_by(stmt, &mut |name, _| {
                names.insert(name.to_owned());
            });
        }
    });
    let names: Vec<Identifier> = names.into_iter().map(Identifier::new).collect();
    let global = Stmt::Global(ast::StmtGlobal { range: range(whole), names });
    std::iter::once(global).chain(run).collect()
}

fn range(span: Span) -> TextRange {
    TextRange::new(TextSize::new(span.start), TextSize::new(span.end))
}
