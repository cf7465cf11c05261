//! Expressions that only C has, which `syntax` hands over as calls.

use super::declared::wrong;
use super::foreign::{CIMPORT, key};
use super::function::Lowerer;
use super::scope::How;
use crate::diag::{Code, Diagnostic};
use crate::hir::c::{Found, known_headers, layout};
use crate::hir::{
    BinOp, CmpOp, Const, Expr, ExprKind, Index, IndexItem, Stmt, StmtKind, Target, TargetKind, WebId, Written, sign,
};
use crate::span::Span;
use crate::syntax::cython::{forms, members};
use crate::syntax::{self, ast, dotted};
use crate::ty::{EnumId, Kind, Layout, Num, Repr, Rules, Type};

impl<'m> Lowerer<'m> {
    /// The expression that a call of one of [`forms`] stands for.
    pub(super) fn c_form(&mut self, form: &str, args: &'m [ast::Expr], span: Span) -> ExprKind {
        match (form, args) {
            (forms::CAST | forms::CHECKED_CAST, [ty, operand]) => {
                let written = self.written(ty).map(|written| Box::new(Written { none: false, ..written }));
                let ty = self.annotations.local(ty).unwrap_or(Type::Object);
                let value = Box::new(self.expr(operand));
                ExprKind::Cast { ty, written, checked: form == forms::CHECKED_CAST, value }
            }
            (forms::SIZEOF, [operand]) => self.sizeof(operand, span),
            (forms::FSTRING, parts) => {
                ExprKind::FString(parts.iter().filter_map(|part| self.f_string_part(part)).collect())
            }
            (forms::ADDRESS, [place]) => {
                self.take_address(place);
                ExprKind::Address(Box::new(self.expr(place)))
            }
            // `<T[:n, :m]>p`: the view of a tuple of the pointer and the extents.
            (forms::CAST, [ty, parts @ ..]) => {
                let mut ty = self.annotations.local(ty).unwrap_or(Type::Object);
                if let Type::Array(view) = &mut ty {
                    view.layout = Layout::C;
                }
                let parts = parts.iter().map(|part| self.expr(part)).collect();
                let value = Box::new(self.made(span, ExprKind::Tuple(parts)));
                ExprKind::Cast { ty, written: None, checked: false, value }
            }
            _ => self.c_unsupported(span, "this form"),
        }
    }

    /// A variable whose address is taken lies in memory; of `&x.y` and `&x[i]` that is `x`, where it is an aggregate.
    fn take_address(&mut self, place: &ast::Expr) {
        let ast::Expr::Name(name) = place else { return };
        if let Some(at) = self.lookup(&self.mangle(&name.id)) {
            self.variables[at as usize].in_memory = true;
        }
    }

    /// `cython.cast(T, x)`, `cython.sizeof(x)`: forms of Cython's that pure mode writes as calls.
    pub(super) fn pure_form(&mut self, call: &'m ast::ExprCall, span: Span) -> Option<ExprKind> {
        let is_local = dotted(&call.func)
            .is_none_or(|path| self.lookup(&self.mangle(path.split('.').next().unwrap_or_default())).is_some());
        let cimported = || match self.context.c?.find(&dotted(&call.func)?)? {
            Found::Known(path) => Some(path),
            Found::Declared(..) | Found::Unit(_) => None,
        };
        let path = self.context.scope.path_of(&call.func).or_else(cimported).filter(|_| !is_local)?;
        match (path.as_str(), &call.args[..], &call.keywords[..]) {
            ("cython.operator.dereference", [pointer], []) => {
                let value = Box::new(self.expr(pointer));
                let first = self.made(span, ExprKind::Const(Const::Int(0.into())));
                let index = Index { items: vec![IndexItem::Expr(first)], tuple: false, span };
                Some(ExprKind::Index { value, index })
            }
            ("cython.cast", [ty, value], keywords)
                if keywords.iter().all(asks_typecheck) && sign::classes::named(self.context, ty).is_some() =>
            {
                let class = sign::classes::named(self.context, ty)?;
                let written = Written { name: class.clone(), none: false, class: Some(class), cast: false };
                let (written, checked) = (Some(Box::new(written)), !keywords.is_empty());
                Some(ExprKind::Cast { ty: Type::Object, written, checked, value: Box::new(self.expr(value)) })
            }
            ("cython.cast", [ty, value], []) => {
                let noted = self.annotations.diagnostics.len();
                let Some(ty) = self.annotations.local(ty) else {
                    self.annotations.diagnostics.truncate(noted);
                    return None;
                };
                Some(ExprKind::Cast { ty, written: None, checked: false, value: Box::new(self.expr(value)) })
            }
            ("cython.sizeof" | "cython.<sizeof>", [operand], []) => Some(self.sizeof(operand, span)),
            ("cython.address", [place], []) => {
                self.take_address(place);
                Some(ExprKind::Address(Box::new(self.expr(place))))
            }
            ("cython.typeof", [operand], []) => Some(self.typeof_(operand)),
            _ => None,
        }
    }

    /// What Cython calls the type of an expression: of a variable as it is declared, of others by what is inferred.
    fn typeof_(&mut self, operand: &'m ast::Expr) -> ExprKind {
        match self.type_of_name(operand).and_then(|ty| self.context.c?.shown(ty, self.annotations.meanings())) {
            Some(name) => ExprKind::Const(Const::Str(name)),
            None => ExprKind::TypeOf(Box::new(self.expr(operand))),
        }
    }

    /// The type that a variable, or a place behind one, is declared to have.
    fn place_type(&mut self, place: &ast::Expr) -> Option<Type> {
        match place {
            ast::Expr::Name(name) => match self.lookup(&self.mangle(&name.id)) {
                Some(at) => self.variable_type(at),
                None => self.context.statics.iter().find(|one| *one.name == *name.id).map(|one| one.ty.clone()),
            },
            ast::Expr::Subscript(subscript) => {
                let whole = self.place_type(&subscript.value)?;
                let indices = match &*subscript.slice {
                    ast::Expr::Slice(_) => return None,
                    ast::Expr::Tuple(items) => items.elts.len(),
                    _ => 1,
                };
                match whole.array() {
                    Some(array) => (usize::from(array.ndim) == indices).then(|| array.item()),
                    None => whole.pointee().filter(|_| indices == 1).cloned(),
                }
            }
            ast::Expr::Attribute(attribute) => {
                let whole = self.place_type(&attribute.value)?;
                let Type::Struct(id) = whole.pointee().unwrap_or(&whole) else { return None };
                let (_, ty) = self.context.structs.get(id.0 as usize)?.field(&attribute.attr)?;
                Some(ty.clone())
            }
            _ => None,
        }
    }

    /// The size of a type, or of the type of a variable or place.
    fn sizeof(&mut self, operand: &'m ast::Expr, span: Span) -> ExprKind {
        let declared = self.place_type(operand);
        let noted = self.annotations.diagnostics.len();
        if let Some(name) = dotted(operand).filter(|name| self.context.c.is_some_and(|c| c.is_incomplete(name))) {
            self.error(wrong(span, format!("Cannot take sizeof incomplete type '{name}'")));
        }
        let named = || self.context.c.as_ref()?.type_named(&dotted(operand)?, self.annotations.meanings());
        let ty = declared.or_else(named).or_else(|| self.annotations.local(operand));
        let ty = ty.or_else(|| int_literal(operand));
        match ty.and_then(|ty| layout(&ty, &self.context.structs)) {
            Some((size, _)) => {
                let size = self.made(span, ExprKind::Const(Const::Int(size.into())));
                ExprKind::Cast {
                    ty: Type::Num(Num::c(Repr::U64)),
                    written: None,
                    checked: false,
                    value: Box::new(size),
                }
            }
            // What is wrong with the type has been told.
            None if self.annotations.diagnostics.len() > noted => ExprKind::Const(Const::Int(0.into())),
            None => ExprKind::SizeOf(Box::new(self.expr(operand))),
        }
    }

    /// `for i from start <= i < stop by step`, the loop of C's: assignments in the body count, and the variable ends
    /// at the first value past the end.
    ///
    /// before: `for i from a <= i < b by s: body`
    /// after:  `stop = b; step = s; i = a - step; while (i := i + step) < stop: body`
    ///
    /// (where the start is left out, `i = a + 1 - step`), and where an integer without a sign goes down, which never is
    /// below 0, as Cython has it:
    ///
    /// before: `for i from a >= i >= b by s: body`
    /// after:  `stop = b + s; step = s; i = a + step; while i >= stop: i = i - step; body`
    pub(super) fn for_from(&mut self, stmt: &'m ast::StmtFor, span: Span) -> Vec<Stmt> {
        let (ast::Expr::Call(from), ast::Expr::Name(target)) = (&*stmt.iter, &*stmt.target) else {
            self.c_unsupported(span, "a `for` loop with `from` over anything but a variable");
            return Vec::new();
        };
        let variable = self.function_variable(&self.mangle(&target.id));
        let ([start, stop, step, first, second], Some(variable)) = (&from.args[..], variable) else {
            self.c_unsupported(span, "a `for` loop with `from` at module level");
            return Vec::new();
        };
        let (Some((inclusive, up)), Some((test, same))) = (relation(first), relation(second).map(end_test)) else {
            return Vec::new();
        };
        if up != same {
            let message = "the relations of a `for` loop with `from` point the same way";
            self.annotations.diagnostics.push(Diagnostic::error(Code::SYNTAX, span, message));
            return Vec::new();
        }
        let mut out = Vec::new();
        let stop = self.held("<stop>", stop, span, &mut out);
        let step = match step {
            ast::Expr::Constant(constant) if constant.value.is_none() => None,
            step => Some(self.held("<step>", step, span, &mut out)),
        };
        let (forward, back) = if up { (BinOp::Add, BinOp::Sub) } else { (BinOp::Sub, BinOp::Add) };
        let start = self.expr(start);
        // Without a step the first value is the start itself, moved there and back.
        let start = match (inclusive, step) {
            (true, _) => self.moved(start, back, step, span),
            (false, None) => start,
            (false, Some(_)) => {
                let first = self.moved(start, forward, None, span);
                self.moved(first, back, step, span)
            }
        };
        let web = self.define(variable, syntax::span(target));
        let bound = Target { span: syntax::span(target), kind: TargetKind::Local(web) };
        out.push(Stmt { span, kind: StmtKind::Assign { targets: vec![bound], value: start } });
        let unsigned = |num: Num| num.rules == Rules::C && num.repr.kind() == Kind::Unsigned;
        let declared = self.variables[variable as usize].declared.as_ref();
        let never_below = !up && declared.and_then(Type::num).is_some_and(unsigned);
        let old = self.local_read(variable, span);
        let next = match never_below {
            true => old,
            false => {
                let next = self.moved(old, forward, step, span);
                let web = self.define(variable, syntax::span(target));
                self.made(span, ExprKind::Walrus { web, value: Box::new(next) })
            }
        };
        let stop = self.local_read(stop, span);
        let stop = if never_below { self.moved(stop, back, step, span) } else { stop };
        let cond = self.made(span, ExprKind::Compare { left: Box::new(next), rest: vec![(test, stop)] });
        let mut body = Vec::new();
        if never_below {
            let old = self.local_read(variable, span);
            let value = self.moved(old, forward, step, span);
            let kind = TargetKind::Local(self.define(variable, syntax::span(target)));
            let targets = vec![Target { span: syntax::span(target), kind }];
            body.push(Stmt { span, kind: StmtKind::Assign { targets, value } });
        }
        body.extend(self.block(&stmt.body));
        let orelse = self.block(&stmt.orelse);
        out.push(Stmt { span, kind: StmtKind::While { cond, body, orelse } });
        out
    }

    /// A value in a variable of its own.
    fn held(&mut self, name: &str, value: &'m ast::Expr, span: Span, out: &mut Vec<Stmt>) -> u32 {
        let value = self.expr(value);
        self.set_new(name, value, span, out)
    }

    pub(super) fn local_read(&mut self, variable: u32, span: Span) -> Expr {
        self.made(span, ExprKind::Local { web: WebId(variable), check_bound: false })
    }

    /// A value moved by one step.
    fn moved(&mut self, value: Expr, op: BinOp, step: Option<u32>, span: Span) -> Expr {
        let step = match step {
            Some(step) => self.local_read(step, span),
            None => self.made(span, ExprKind::Const(Const::Int(1.into()))),
        };
        self.made(span, ExprKind::Binary { op, left: Box::new(value), right: Box::new(step) })
    }

    /// The global that a name is which no local variable has. In a function of another module the names of that one.
    pub(super) fn global_name(&mut self, name: String, span: Span) -> String {
        let Some(module) = self.context.foreign() else {
            self.check_body(&name, span);
            self.names_variable |= self.context.statics.iter().any(|one| one.name == name);
            return name;
        };
        if self.context.c.is_some_and(|c| c.find(&name).is_some()) {
            self.check_body(&name, span);
            let name = key(module, &name);
            self.note_read(&name, span);
            return name;
        }
        if self.context.sibling {
            // What a class statement binds is looked up where it is used.
            let scope = &self.context.scope;
            let is_class = scope.only(&name).is_some_and(|binding| matches!(binding.how, How::Class));
            let name = if scope.names.contains_key(&name) { key(module, &name) } else { name };
            if !is_class {
                self.note_read(&name, span);
            }
            return name;
        }
        // Python's names are looked up in that module, which has their values.
        if self.context.scope.names.contains_key(&name) { key(module, &name) } else { name }
    }

    /// Notes what a function of a sibling reads.
    fn note_read(&mut self, name: &str, span: Span) {
        if self.context.sibling && !self.outside {
            self.names_read.push((name.to_owned(), span));
        }
    }

    /// Names of other modules that nothing at hand stands behind.
    fn check_body(&mut self, name: &str, span: Span) {
        let Some(c) = self.context.c else { return };
        let Some(Found::Declared(unit, member)) = c.find(name) else { return };
        let owner = c.other(unit);
        let module = owner.module();
        if let Some(header) = owner.unknown_header(&member) {
            let message = format!("`{member}` is declared to be in `{header}`, which pyrx does not know");
            let hint = format!("no C code is linked; headers that pyrx knows are {}", known_headers());
            self.error(Diagnostic::error(Code::CYTHON_FORM, span, message).hint(hint));
        } else if unit > 0 && owner.is_variable(&member) && !self.context.shares(&key(module, &member)) {
            let shared = if self.context.sibling { "do not share variables" } else { "share plain values of C's only" };
            let what = match forms::function_of_default(&member) {
                Some(function) => format!("this default of `{function}`"),
                None => format!("`{member}`"),
            };
            let message = format!("{what} is a variable of `{module}`, and modules {shared}");
            self.error(Diagnostic::error(Code::CYTHON_FORM, span, message).hint("pass it as an argument"));
        } else if owner.only_declares_function(&member) {
            let message = format!("the body of `{member}` is in no `.pyx` beside the declaration");
            self.error(Diagnostic::error(Code::CYTHON_FILE, span, message));
        }
    }

    fn error(&mut self, error: Diagnostic) {
        self.annotations.diagnostics.push(error);
    }

    /// `module.name` of a module of C's, and `Enum.ITEM`.
    pub(super) fn c_attribute(&mut self, attribute: &ast::ExprAttribute, span: Span) -> Option<ExprKind> {
        let owner = dotted(&attribute.value)?;
        let root = owner.split('.').next().unwrap_or(&owner);
        if self.lookup(&self.mangle(root)).is_some() {
            return None;
        }
        if &*attribute.attr == "NULL" && self.context.scope.path_of(&attribute.value).as_deref() == Some("cython") {
            return Some(ExprKind::Null);
        }
        let c = self.context.c?;
        let name = format!("{owner}.{}", attribute.attr);
        if let Some((value, id)) = c.enum_item(&name) {
            let value = ExprKind::Const(Const::Int(value.clone()));
            return Some(self.enum_item(id, value, span));
        }
        if self.context.scope.names.contains_key(&owner)
            && let Some(Found::Known(module)) = c.find(&owner)
            && members(&module).any(|member| member == &*attribute.attr && member != "array")
        {
            let value = Box::new(self.made(span, ExprKind::Global(key(CIMPORT, &module))));
            return Some(ExprKind::Attribute { value, name: attribute.attr.to_string() });
        }
        match c.find(&name)? {
            Found::Declared(unit, member) if unit > 0 => {
                self.check_body(&name, span);
                let name = key(c.other(unit).module(), &member);
                self.note_read(&name, span);
                Some(ExprKind::Global(name))
            }
            Found::Declared(..) | Found::Unit(_) | Found::Known(_) => None,
        }
    }

    /// A constant as an item of its enum, if that is a class of Python's.
    pub(super) fn enum_item(&mut self, id: Option<EnumId>, value: ExprKind, span: Span) -> ExprKind {
        match id {
            Some(id) => {
                let value = Box::new(self.made(span, value));
                ExprKind::Cast { ty: Type::Num(Num::item(id)), written: None, checked: false, value }
            }
            None => value,
        }
    }

    /// The type that is declared for a local variable or parameter.
    fn variable_type(&mut self, variable: u32) -> Option<Type> {
        let declared = self.variables[variable as usize].declared.clone();
        declared.or_else(|| self.annotations.local(self.param_types.get(&variable)?))
    }

    fn c_unsupported(&mut self, span: Span, what: &str) -> ExprKind {
        let message = format!("{what} is not supported yet");
        self.annotations.diagnostics.push(Diagnostic::error(Code::CYTHON_FORM, span, message));
        ExprKind::Const(Const::Int(0.into()))
    }
}

/// Whether a keyword is `typecheck=True`.
fn asks_typecheck(keyword: &ast::Keyword) -> bool {
    let is_true = |value: &ast::Expr| {
        matches!(value, ast::Expr::Constant(ast::ExprConstant { value: ast::Constant::Bool(true), .. }))
    };
    keyword.arg.as_ref().is_some_and(|name| name.as_str() == "typecheck") && is_true(&keyword.value)
}

/// Whether the iterable is what stands for `from`.
pub(super) fn is_from(iter: &ast::Expr) -> bool {
    matches!(iter, ast::Expr::Call(call) if matches!(&*call.func, ast::Expr::Name(name) if &*name.id == forms::FROM))
}

/// Whether the relation, a string, takes in its bound, and whether it points upwards.
fn relation(text: &ast::Expr) -> Option<(bool, bool)> {
    let ast::Expr::Constant(ast::ExprConstant { value: ast::Constant::Str(text), .. }) = text else { return None };
    Some((text.ends_with('='), text.starts_with('<')))
}

/// The test for going on, and whether it points upwards.
fn end_test((inclusive, up): (bool, bool)) -> (CmpOp, bool) {
    let test = match (inclusive, up) {
        (false, true) => CmpOp::Lt,
        (true, true) => CmpOp::Le,
        (false, false) => CmpOp::Gt,
        (true, false) => CmpOp::Ge,
    };
    (test, up)
}

/// A literal that fits is an `int` of C's.
fn int_literal(operand: &ast::Expr) -> Option<Type> {
    let ast::Expr::Constant(ast::ExprConstant { value: ast::Constant::Int(value), .. }) = operand else { return None };
    i32::try_from(value).ok().map(|_| Type::Num(Num::c(Repr::I32)))
}
