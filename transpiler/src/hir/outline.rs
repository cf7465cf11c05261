//! What a tool that adds types to a module has to know of it: its functions, where their parameters stand, and which
//! names annotations may use there.

use super::lower::{Def, Scope};
use super::{Function, Module, ParamKind};
use crate::Source;
use crate::span::LineIndex;
use crate::syntax::ast::{Expr, Stmt};
use crate::syntax::bindings::{bound_by, each_stmt, imported_name};
use crate::syntax::{self, Parsed};

/// The functions of a module of Python, and its names.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Those that pyrx looks at, in order of source.
    pub functions: Vec<Outlined>,
    /// The names of `numpy` and of `pyrx`, where the module has one.
    pub numpy: Option<Imported>,
    pub pyrx: Option<Imported>,
    /// Names of types that mean something else in this module.
    pub rebound: Vec<&'static str>,
}

/// A name that a module of another is imported by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub name: String,
    /// It is bound before anything is defined, so that each annotation may be evaluated.
    pub early: bool,
}

/// One function.
#[derive(Clone, Debug)]
pub struct Outlined {
    /// As `__qualname__` has it.
    pub qualname: String,
    pub name: String,
    /// Names of the classes around it, outermost first.
    pub classes: Vec<String>,
    /// The lines of the first decorator and of `def`: code counts its lines from one of them.
    pub lines: (u32, u32),
    /// Where the first line of it starts, decorators included.
    pub start: u32,
    pub params: Vec<OutlinedParam>,
    /// The annotation of the result, as the source has it.
    pub returns: Option<String>,
    /// Something says types of it already, of all parameters or of some.
    pub typed: bool,
    /// The builtin decorator that makes it another kind of method.
    pub method: Option<&'static str>,
    /// Numba compiles it where it is not compiled by pyrx.
    pub numba: bool,
    /// Why it cannot be compiled, whatever its types.
    pub left: Option<String>,
    /// A class around it gives names another meaning that annotations use: where they are evaluated, they would find it.
    pub hidden: bool,
    /// Another function has the same qualified name.
    pub several: bool,
}

/// One parameter.
#[derive(Clone, Debug)]
pub struct OutlinedParam {
    /// As the source has it.
    pub name: String,
    pub kind: ParamKind,
    /// The offset behind its name.
    pub end: u32,
    /// Its annotation, as the source has it.
    pub annotation: Option<String>,
    /// Something says its type, one that pyrx understands.
    pub stated: bool,
    pub default: bool,
    /// It receives the object or the class that a method is called on.
    pub is_receiver: bool,
}

/// Names of types that annotations use without an import.
const BUILTINS: [&str; 8] = ["bool", "int", "float", "complex", "str", "bytes", "list", "tuple"];

/// Builtin decorators of methods.
const METHODS: [&str; 3] = ["staticmethod", "classmethod", "property"];

/// Outlines a module of Python.
pub fn outline(parsed: &Parsed, source: &Source, module: &Module) -> Outline {
    let scope = Scope::new(&parsed.body, &source.module, Source::is_package(&source.path));
    let lines = LineIndex::new(&source.text);
    let numpy = imported(&parsed.body, &scope, "numpy");
    let pyrx = imported(&parsed.body, &scope, "pyrx");
    let used = |name: &str| {
        let modules = [&numpy, &pyrx].into_iter().flatten();
        BUILTINS.contains(&name) || modules.into_iter().any(|module| module.name == name)
    };
    let functions = scope.defs.iter().zip(&module.functions).map(|(def, function)| Outlined {
        hidden: binds(def.class_body, &used),
        several: scope.defs.iter().filter(|other| other.qualname() == function.qualname).count() > 1,
        ..outlined(def, function, &scope, (&source.text, &lines))
    });
    let functions = functions.collect();
    Outline {
        functions,
        numpy,
        pyrx,
        rebound: BUILTINS.into_iter().filter(|name| scope.path(name) != Some(format!("builtins.{name}"))).collect(),
    }
}

fn outlined(def: &Def<'_>, function: &Function, scope: &Scope<'_>, (text, lines): (&str, &LineIndex)) -> Outlined {
    let first = def.decorators().first().map_or(function.span.start, |decorator| syntax::span(decorator).start);
    let first_line = lines.line(first);
    let decorated = |name: &&str| {
        let path = Some(format!("builtins.{name}"));
        def.decorators().iter().any(|decorator| scope.path_of(decorator) == path)
    };
    let method = METHODS.into_iter().find(decorated).filter(|_| function.in_class);
    let params = def.arg_list().into_iter().zip(&function.params).enumerate().map(|(at, (arg, param))| OutlinedParam {
        name: arg.arg.to_string(),
        kind: param.kind,
        end: arg.annotation.as_deref().map_or(syntax::span(arg).end, |annotation| syntax::span(annotation).end),
        annotation: arg.annotation.as_deref().map(|annotation| written(annotation, text)),
        stated: function.signatures.iter().any(|signature| signature.params.get(at).is_some_and(Option::is_some)),
        default: param.default.is_some(),
        is_receiver: at == 0 && function.bound,
    });
    Outlined {
        qualname: function.qualname.clone(),
        name: def.name().to_owned(),
        classes: def.classes.clone(),
        lines: (first_line, lines.line(function.span.start)),
        start: lines.line_start(first_line).unwrap_or(0),
        params: params.collect(),
        returns: def.returns().map(|annotation| written(annotation, text)),
        method,
        numba: def.decorators().iter().any(|decorator| is_numba(decorator, scope)),
        typed: !function.signatures.is_empty(),
        left: function.left.as_ref().map(|left| left.reason.clone()),
        hidden: false,
        several: false,
    }
}

/// The text of an annotation, in one line.
fn written(annotation: &Expr, text: &str) -> String {
    let span = syntax::span(annotation);
    let words = text.get(span.start as usize..span.end as usize).unwrap_or_default().split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a block binds one of some names.
fn binds(body: &[Stmt], wanted: &dyn Fn(&str) -> bool) -> bool {
    let mut found = false;
    each_stmt(body, &mut |stmt| bound_by(stmt, &mut |name, _| found |= wanted(name)));
    found
}

/// `@njit`, `@numba.jit(cache=True)`.
fn is_numba(decorator: &Expr, scope: &Scope<'_>) -> bool {
    let named = if let Expr::Call(call) = decorator { &call.func } else { decorator };
    scope.path_of(named).is_some_and(|path| path.starts_with("numba."))
}

/// The one name that a module is imported by at the top, with nothing else of the same name.
fn imported(body: &[Stmt], scope: &Scope<'_>, module: &str) -> Option<Imported> {
    let mut found = None;
    let mut early = true;
    for stmt in body {
        early &= !matches!(stmt, Stmt::FunctionDef(_) | Stmt::AsyncFunctionDef(_) | Stmt::ClassDef(_) | Stmt::If(_))
            && !matches!(stmt, Stmt::Try(_) | Stmt::With(_) | Stmt::For(_) | Stmt::While(_) | Stmt::Match(_));
        let Stmt::Import(import) = stmt else { continue };
        for alias in &import.names {
            let name = imported_name(alias);
            // `import numpy.linalg` binds `numpy`, `import numpy.linalg as n` does not.
            let binds = &*alias.name == module || (alias.asname.is_none() && name == module);
            if binds && found.is_none() && scope.path(name).as_deref() == Some(module) && scope.only(name).is_some() {
                found = Some(Imported { name: name.to_owned(), early });
            }
        }
    }
    found
}

impl Outlined {
    /// The line of `def`.
    pub fn line(&self) -> u32 {
        self.lines.1
    }

    /// Whether code that starts at this line is the function's.
    pub fn starts_at(&self, line: u32) -> bool {
        (self.lines.0..=self.lines.1).contains(&line)
    }
}
