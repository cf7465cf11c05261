//! The names of the module: every binding of each, and where its functions are.

use indexmap::IndexMap;

use super::names::{mangle, normalize};
use crate::hir::PRANGES;
use crate::syntax::ast::{self, Expr, Stmt};
use crate::syntax::bindings::{bound_by, declared_global, each_stmt, imported_name, target_names, walrus_names};
use crate::syntax::{self, absolute, stmt_blocks, stmt_exprs};

/// How a name is bound at module level, once.
#[derive(Clone, Copy, Debug)]
pub enum How<'a> {
    /// `import a.b as c`, or `import a.b` which binds `a`: the name of the module.
    Module(&'a str),
    /// `from a import b`: the module (as [`Scope::absolute`] has it) and the member.
    Member(&'a ast::StmtImportFrom, &'a str),
    /// Index into [`Scope::defs`].
    Def(usize),
    /// By a `class` statement.
    Class,
    Value {
        value: &'a Expr,
        annotation: Option<&'a Expr>,
    },
    Other,
}

/// Where a binding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Runs whenever the module does.
    Top,
    /// In the body of a `try` at the top.
    Try,
    /// May not run, or run more than once.
    Conditional,
}

#[derive(Clone, Debug)]
pub struct Binding<'a> {
    pub how: How<'a>,
    pub place: Place,
    /// Position among all bindings and star imports.
    pub order: u32,
}

/// A `def` that becomes a [`super::super::Function`].
#[derive(Clone, Debug)]
pub struct Def<'a> {
    pub node: DefNode<'a>,
    /// Names of the classes around it, outermost first.
    pub classes: Vec<String>,
    /// The body of the innermost class.
    pub class_body: &'a [Stmt],
    /// Decorators of the classes around it.
    pub class_decorators: Vec<&'a Expr>,
}

/// `def` or `async def`.
#[derive(Clone, Copy, Debug)]
pub enum DefNode<'a> {
    Sync(&'a ast::StmtFunctionDef),
    Async(&'a ast::StmtAsyncFunctionDef),
}

/// All names of a module.
#[derive(Debug, Default)]
pub struct Scope<'a> {
    pub names: IndexMap<String, Vec<Binding<'a>>>,
    /// `from x import *`: the module's name and its position.
    pub stars: Vec<(String, u32)>,
    /// In order of source.
    pub defs: Vec<Def<'a>>,
    /// The variables that `cython.declare` declares at module level, and what it says of their types.
    pub declares: Vec<(String, &'a Expr)>,
    /// What `cimport`ed names stand for.
    pub cimports: IndexMap<String, String>,
    /// The full name of the module, for relative imports.
    module: String,
    is_package: bool,
    count: u32,
}

impl<'a> Scope<'a> {
    /// `is_package`: the module is what a package runs.
    pub fn new(body: &'a [Stmt], module: &str, is_package: bool) -> Self {
        let mut scope = Scope { module: module.into(), is_package, ..Scope::default() };
        scope.block(body, Place::Top);
        scope
    }

    /// The only way a name is bound, if there is one and it runs at the top or in a `try`.
    pub fn only(&self, name: &str) -> Option<&Binding<'a>> {
        let bindings = self.names.get(name)?;
        let (first, rest) = bindings.split_first()?;
        let same = |other: &Binding<'a>| match (first.how, other.how) {
            (How::Module(a), How::Module(b)) => module_bound(name, a) == module_bound(name, b),
            _ => false,
        };
        let hidden = !name.starts_with('_') && self.stars.iter().any(|(_, order)| *order > first.order);
        (rest.iter().all(same) && !hidden).then_some(first)
    }

    /// The `prange` that a name is, whichever of its imports runs: `from numba import prange` or else
    /// `from pyrx import prange` or `prange = range`.
    pub fn any_prange(&self, name: &str) -> Option<String> {
        let bindings = self.names.get(name)?;
        let path = |binding: &Binding<'_>| {
            self.binding_path(name, binding.how).filter(|path| PRANGES.contains(&path.as_str()))
        };
        let stands_in = |binding: &Binding<'_>| match binding.how {
            How::Value { value: Expr::Name(value), .. } => &*value.id == "range" && !self.names.contains_key("range"),
            _ => path(binding).is_some(),
        };
        let first = bindings.first().and_then(path)?;
        (bindings.iter().all(stands_in) && self.stars.is_empty()).then_some(first)
    }

    /// The full name that a name stands for in annotations and decorators: an import, even a conditional one, or a
    /// builtin. `None` if the module gives the name another meaning.
    pub fn path(&self, name: &str) -> Option<String> {
        let Some(bindings) = self.names.get(name) else {
            if let Some(path) = self.cimports.get(name) {
                return Some(path.clone());
            }
            return Some(self.star_path(name).unwrap_or_else(|| format!("builtins.{name}")));
        };
        let mut paths = bindings.iter().filter_map(|binding| self.binding_path(name, binding.how));
        let first = paths.next()?;
        let elsewhere = bindings.iter().any(|b| b.place == Place::Top && self.binding_path(name, b.how).is_none());
        (!elsewhere && paths.all(|path| path == first)).then_some(first)
    }

    /// The full name of a dotted expression, such as `numpy.float64` for `np.float64`.
    pub fn path_of(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Name(name) => self.path(&name.id),
            Expr::Attribute(attribute) => Some(format!("{}.{}", self.path_of(&attribute.value)?, attribute.attr)),
            _ => None,
        }
    }

    fn binding_path(&self, name: &str, how: How<'_>) -> Option<String> {
        match how {
            How::Module(module) => Some(plain(module_bound(name, module)).to_owned()),
            How::Member(from, member) => {
                let module = self.absolute(from)?;
                Some(plain(&format!("{module}.{member}")).to_owned())
            }
            How::Def(_) | How::Class | How::Value { .. } | How::Other => None,
        }
    }

    /// A name that only a star import from a package of types can have bound.
    fn star_path(&self, name: &str) -> Option<String> {
        let owners = ["pyrx", "numba", "cython"];
        let (star, _) = self.stars.iter().find(|(star, _)| owners.contains(&star.as_str()))?;
        let known = matches!(star.as_str(), "pyrx") && super::super::sign::pyrx_scalar(name).is_some()
            || star == "numba" && super::super::sign::numba_scalar(name).is_some();
        known.then(|| format!("{star}.{name}"))
    }

    /// The absolute name of the module that a `from` names, if it can be told.
    pub fn absolute(&self, from: &ast::StmtImportFrom) -> Option<String> {
        absolute(from, &self.module, self.is_package)
    }

    fn bind(&mut self, name: &str, how: How<'a>, place: Place) {
        self.count += 1;
        let binding = Binding { how, place, order: self.count };
        self.names.entry(normalize(name)).or_default().push(binding);
    }

    fn block(&mut self, body: &'a [Stmt], place: Place) {
        for stmt in body {
            self.stmt(stmt, place);
        }
    }

    fn stmt(&mut self, stmt: &'a Stmt, place: Place) {
        if place == Place::Top {
            self.declare(stmt);
        }
        match stmt {
            Stmt::FunctionDef(s) => self.def(DefNode::Sync(s), &s.name, &s.body, place),
            Stmt::AsyncFunctionDef(s) => self.def(DefNode::Async(s), &s.name, &s.body, place),
            Stmt::ClassDef(s) => {
                self.bind(&s.name, How::Class, place);
                self.class(s, Vec::new());
            }
            Stmt::Import(s) => {
                for alias in &s.names {
                    self.bind(imported_name(alias), How::Module(&alias.name), place);
                }
            }
            Stmt::ImportFrom(s) => self.import_from(s, place),
            Stmt::Assign(s) => {
                for target in &s.targets {
                    self.assign(target, &s.value, place);
                }
            }
            Stmt::AnnAssign(s) => {
                if let (Expr::Name(name), Some(value)) = (&*s.target, &s.value) {
                    self.bind(&name.id, How::Value { value, annotation: Some(&s.annotation) }, place);
                }
            }
            _ => self.other(stmt, place),
        }
        if matches!(stmt, Stmt::FunctionDef(_) | Stmt::AsyncFunctionDef(_) | Stmt::ClassDef(_))
            || matches!(stmt, Stmt::Assign(_) | Stmt::AnnAssign(_))
        {
            let bind = &mut |name: &str, _| self.bind(name, How::Other, place);
            stmt_exprs(stmt, &mut |expr| walrus_names(expr, bind));
        }
        self.inner(stmt, place);
    }

    /// `x = cython.declare(T, value)`, `cython.declare(x=T)`
    fn declare(&mut self, stmt: &'a Stmt) {
        let (target, value) = match stmt {
            Stmt::Assign(s) => match &s.targets[..] {
                [Expr::Name(target)] => (Some(&target.id), &*s.value),
                _ => return,
            },
            Stmt::AnnAssign(s) => match (&*s.target, &s.value) {
                (Expr::Name(target), Some(value)) => (Some(&target.id), &**value),
                _ => return,
            },
            Stmt::Expr(s) => (None, &*s.value),
            _ => return,
        };
        let Expr::Call(call) = value else { return };
        if self.path_of(&call.func).is_none_or(|path| path != "cython.declare") {
            return;
        }
        match (target, &call.args[..], &call.keywords[..]) {
            (Some(name), [ty] | [ty, _], []) => self.declares.push((normalize(name), ty)),
            (None, [], keywords) if keywords.iter().all(|keyword| keyword.arg.is_some()) => {
                let named =
                    keywords.iter().filter_map(|keyword| Some((normalize(keyword.arg.as_ref()?), &keyword.value)));
                self.declares.extend(named);
            }
            _ => {}
        }
    }

    /// Statements whose bindings say nothing of the value.
    fn other(&mut self, stmt: &'a Stmt, place: Place) {
        bound_by(stmt, &mut |name, _| self.bind(name, How::Other, place));
    }

    fn inner(&mut self, stmt: &'a Stmt, place: Place) {
        if let Stmt::If(choice) = stmt
            && let Some(compiled) = self.asks_compiled(&choice.test)
        {
            return self.block(if compiled { &choice.body } else { &choice.orelse }, place);
        }
        if let Stmt::If(_) | Stmt::Try(_) = stmt {
            let blocks = stmt_blocks(stmt);
            for (at, block) in blocks.into_iter().enumerate() {
                let in_try = matches!(stmt, Stmt::Try(_)) && at == 0 && place != Place::Conditional;
                self.block(block, if in_try { Place::Try } else { Place::Conditional });
            }
            return;
        }
        for block in stmt_blocks(stmt) {
            let defs = self.defs.len();
            self.block(block, Place::Conditional);
            // A `def` in a loop or a `with` is not a function of the module.
            self.forget_defs(defs);
        }
    }

    /// What `cython.compiled` or its negation is where the module runs compiled.
    fn asks_compiled(&self, test: &Expr) -> Option<bool> {
        match test {
            Expr::UnaryOp(not) if not.op == ast::UnaryOp::Not => self.asks_compiled(&not.operand).map(|is| !is),
            _ => (self.path_of(test)? == "cython.compiled").then_some(true),
        }
    }

    fn forget_defs(&mut self, keep: usize) {
        self.defs.truncate(keep);
        for binding in self.names.values_mut().flatten() {
            if matches!(binding.how, How::Def(at) if at >= keep) {
                binding.how = How::Other;
            }
        }
    }

    fn def(&mut self, node: DefNode<'a>, name: &str, body: &'a [Stmt], place: Place) {
        self.bind(name, How::Def(self.defs.len()), place);
        self.defs.push(Def { node, classes: Vec::new(), class_body: &[], class_decorators: Vec::new() });
        self.globals_of(body);
    }

    fn import_from(&mut self, from: &'a ast::StmtImportFrom, place: Place) {
        for alias in &from.names {
            if &*alias.name == "*" {
                self.count += 1;
                let module = self.absolute(from).unwrap_or_default();
                self.stars.push((module, self.count));
            } else {
                let name = alias.asname.as_ref().unwrap_or(&alias.name);
                self.bind(name, How::Member(from, &alias.name), place);
            }
        }
    }

    /// `target = value`, with the elements of a tuple display told apart.
    fn assign(&mut self, target: &'a Expr, value: &'a Expr, place: Place) {
        match (target, value) {
            (Expr::Name(name), _) => self.bind(&name.id, How::Value { value, annotation: None }, place),
            (Expr::Tuple(targets), Expr::Tuple(values))
                if targets.elts.len() == values.elts.len()
                    && !targets.elts.iter().chain(&values.elts).any(|e| matches!(e, Expr::Starred(_))) =>
            {
                for (target, value) in targets.elts.iter().zip(&values.elts) {
                    self.assign(target, value, place);
                }
            }
            _ => target_names(target, &mut |name, _| self.bind(name, How::Other, place)),
        }
    }

    /// The methods of a class, and of the classes in it.
    fn class(&mut self, class: &'a ast::StmtClassDef, mut around: Vec<&'a ast::StmtClassDef>) {
        around.push(class);
        self.globals_of(&class.body);
        self.class_block(&class.body, &around);
    }

    fn class_block(&mut self, block: &'a [Stmt], around: &[&'a ast::StmtClassDef]) {
        for stmt in block {
            let node = match stmt {
                Stmt::FunctionDef(s) => Some((DefNode::Sync(s), &s.body)),
                Stmt::AsyncFunctionDef(s) => Some((DefNode::Async(s), &s.body)),
                Stmt::ClassDef(s) => {
                    self.class(s, around.to_vec());
                    None
                }
                Stmt::If(_) | Stmt::Try(_) => {
                    stmt_blocks(stmt).into_iter().for_each(|block| self.class_block(block, around));
                    None
                }
                _ => None,
            };
            if let Some((node, body)) = node {
                self.defs.push(Def {
                    node,
                    classes: around.iter().map(|class| normalize(&class.name)).collect(),
                    class_body: around.last().map_or(&[], |class| &class.body),
                    class_decorators: around.iter().flat_map(|class| &class.decorator_list).collect(),
                });
                self.globals_of(body);
            }
        }
    }

    /// Bindings of module-level names from inside a function or class by `global`.
    fn globals_of(&mut self, body: &'a [Stmt]) {
        let declared: Vec<String> = declared_global(body).iter().map(|name| normalize(name)).collect();
        let mut inner: Vec<&'a [Stmt]> = Vec::new();
        let mut bound = Vec::new();
        each_stmt(body, &mut |stmt| {
            bound_by(stmt, &mut |name, _| bound.push(normalize(name)));
            match stmt {
                Stmt::FunctionDef(s) => inner.push(&s.body),
                Stmt::AsyncFunctionDef(s) => inner.push(&s.body),
                Stmt::ClassDef(s) => inner.push(&s.body),
                _ => {}
            }
        });
        for name in bound.iter().filter(|name| declared.contains(name)) {
            self.bind(name, How::Other, Place::Conditional);
        }
        inner.into_iter().for_each(|body| self.globals_of(body));
    }
}

/// The module that `name` is bound to by importing `module`: `import a.b` binds `a` to the module `a`.
/// The package that stands in for C's modules in pure mode.
const CIMPORTS: &str = "cython.cimports";

/// The name of a module of C's as a `.pyx` would have it.
fn plain(path: &str) -> &str {
    path.strip_prefix(CIMPORTS).and_then(|rest| rest.strip_prefix('.')).unwrap_or(path)
}

/// Whether a `from` imports what a `.pyx` would cimport.
pub fn is_cimport(from: &ast::StmtImportFrom) -> bool {
    from.module.as_ref().is_some_and(|module| module.as_str() == CIMPORTS || plain(module) != module.as_str())
}

fn module_bound<'m>(name: &str, module: &'m str) -> &'m str {
    match module.split_once('.') {
        Some((first, _)) if first == name => first,
        _ => module,
    }
}

impl<'a> Def<'a> {
    pub fn name(&self) -> &'a str {
        match self.node {
            DefNode::Sync(node) => &node.name,
            DefNode::Async(node) => &node.name,
        }
    }

    /// As `__qualname__` has it.
    pub fn qualname(&self) -> String {
        let names = self.classes.iter().map(String::as_str).chain([self.name()]);
        names.map(normalize).collect::<Vec<_>>().join(".")
    }

    pub fn args(&self) -> &'a ast::Arguments {
        match self.node {
            DefNode::Sync(node) => &node.args,
            DefNode::Async(node) => &node.args,
        }
    }

    /// The parameters, in the order of [`super::super::Function::params`].
    pub fn arg_list(&self) -> Vec<&'a ast::Arg> {
        let args = self.args();
        let plain = args.posonlyargs.iter().chain(&args.args).map(|arg| &arg.def);
        let keywords = args.kwonlyargs.iter().map(|arg| &arg.def);
        plain.chain(args.vararg.as_deref()).chain(keywords).chain(args.kwarg.as_deref()).collect()
    }

    pub fn body(&self) -> &'a [Stmt] {
        match self.node {
            DefNode::Sync(node) => &node.body,
            DefNode::Async(node) => &node.body,
        }
    }

    pub fn returns(&self) -> Option<&'a Expr> {
        match self.node {
            DefNode::Sync(node) => node.returns.as_deref(),
            DefNode::Async(node) => node.returns.as_deref(),
        }
    }

    pub fn decorators(&self) -> &'a [Expr] {
        match self.node {
            DefNode::Sync(node) => &node.decorator_list,
            DefNode::Async(node) => &node.decorator_list,
        }
    }

    pub fn type_params(&self) -> &'a [ast::TypeParam] {
        match self.node {
            DefNode::Sync(node) => &node.type_params,
            DefNode::Async(node) => &node.type_params,
        }
    }

    pub fn span(&self) -> crate::span::Span {
        match self.node {
            DefNode::Sync(node) => syntax::span(node),
            DefNode::Async(node) => syntax::span(node),
        }
    }

    /// A name as it is bound in the body.
    pub fn mangle(&self, name: &str) -> String {
        mangle(self.classes.last().map(String::as_str), name)
    }
}
