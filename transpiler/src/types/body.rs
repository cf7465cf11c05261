//! One instance: its statements, and what they bind and return.

use std::collections::{BTreeMap, BTreeSet};

use super::infer::{Inference, signature_params};
use super::iterate::{self, Iterable};
use super::reach::falls_through;
use super::{Instance, join, join_exact, known, unsigned};
use crate::hir::{self, Deleted, Expr, ExprKind, Function, Module, Signature, Stmt, StmtKind};
use crate::options::Directives;
use crate::ty::{ArrayType, FunctionType, Num, Repr, Rules, Sense, Type};

/// One instance while its body is visited.
pub(super) struct Body<'a, 'b> {
    pub inference: &'b mut Inference<'a>,
    pub function: &'a Function,
    /// Those in force at the statement that is visited.
    pub directives: &'a Directives,
    pub instance: Instance,
    /// Expressions whose value is returned as it is: it keeps its Python type.
    pub returned_as_is: BTreeSet<hir::ExprId>,
    /// Items of displays, which are objects to Cython.
    pub displayed: BTreeSet<hir::ExprId>,
    /// Displays that never become objects: `a, b = x, y`.
    pub unpacked: BTreeSet<hir::ExprId>,
    /// The pointers that functions with fused parameters go to, by the expressions that name these.
    pub pointers_wanted: BTreeMap<hir::ExprId, FunctionType>,
    /// The numbers of C's that `and` and `or` go to.
    pub numbers_wanted: BTreeMap<hir::ExprId, Num>,
    /// Variables that are complex on some paths and real on others: to C they are complex.
    sometimes_complex: BTreeSet<usize>,
    /// `finally` blocks that still run when a `return` is reached.
    finally_blocks: u32,
    pub(super) grown: bool,
}

impl<'a, 'b> Body<'a, 'b> {
    pub fn new(inference: &'b mut Inference<'a>, function: &'a Function, instance: Instance) -> Self {
        Body {
            inference,
            function,
            directives: &function.directives,
            instance,
            returned_as_is: BTreeSet::new(),
            displayed: BTreeSet::new(),
            unpacked: BTreeSet::new(),
            pointers_wanted: BTreeMap::new(),
            numbers_wanted: BTreeMap::new(),
            sometimes_complex: BTreeSet::new(),
            finally_blocks: 0,
            grown: false,
        }
    }

    /// The instance after its body was visited once, and whether some type in it has grown.
    pub fn visited(mut self) -> (Instance, bool) {
        self.function_body();
        (self.instance, self.grown)
    }

    fn function_body(&mut self) {
        let declared: Vec<(usize, Type)> =
            self.function.webs.iter().enumerate().filter_map(|(at, web)| Some((at, web.declared.clone()?))).collect();
        for (at, ty) in declared {
            self.widen(at, &declared_type(&ty, &Type::Never, &Type::Never));
        }
        let function = self.function;
        self.block(&function.body);
        self.settle_names();
        self.settle_rows();
        if falls_through(&function.body) {
            self.returned(&Type::None);
        }
    }

    pub fn module(&self) -> &'a Module {
        self.inference.module
    }

    fn block(&mut self, block: &'a [Stmt]) {
        for stmt in block {
            self.stmt(stmt);
            if known::ends(self.module(), &self.instance, stmt) {
                break;
            }
        }
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => {
                self.expr(expr);
            }
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, op, value, result } => self.aug_assign(target, *op, value, *result),
            StmtKind::If { cond, then, orelse } => {
                self.expr(cond);
                let known = known::truth(self.module(), &self.instance, cond);
                if known != Some(false) {
                    self.block(then);
                }
                if known != Some(true) {
                    self.block(orelse);
                }
            }
            StmtKind::While { cond, body, orelse } => {
                self.expr(cond);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::For { target, iter, body, orelse } => {
                let item = self.iterate(iter);
                self.bind(target, &item);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::Return(value) => self.return_stmt(value.as_ref()),
            StmtKind::Raise { exc, cause } => {
                for expr in exc.iter().chain(cause) {
                    self.expr(expr);
                }
            }
            StmtKind::Assert { cond, message } => {
                for expr in std::iter::once(cond).chain(message) {
                    self.expr(expr);
                }
            }
            StmtKind::Try { body, handlers, orelse, finally } => self.try_stmt(body, handlers, orelse, finally),
            StmtKind::Delete(Deleted::Local(value) | Deleted::Attribute { value, .. }) => {
                self.expr(value);
            }
            StmtKind::Delete(Deleted::Index { value, index }) => {
                self.expr(value);
                self.index_items(index);
                self.item_deleted(value, index);
            }
            StmtKind::Delete(Deleted::Global(_)) => {}
            StmtKind::Directed { directives, body } => {
                let around = std::mem::replace(&mut self.directives, directives);
                self.block(body);
                self.directives = around;
            }
            StmtKind::Break | StmtKind::Continue | StmtKind::Pass | StmtKind::Left => {}
        }
    }

    fn try_stmt(&mut self, body: &'a [Stmt], handlers: &'a [hir::Handler], orelse: &'a [Stmt], finally: &'a [Stmt]) {
        let before = self.finally_blocks;
        self.finally_blocks += u32::from(!finally.is_empty());
        self.block(body);
        for handler in handlers {
            if let Some(class) = &handler.class {
                self.expr(class);
            }
            if let Some(web) = handler.bind {
                self.widen(web.0 as usize, &Type::Object);
            }
            self.block(&handler.body);
        }
        self.block(orelse);
        self.finally_blocks = before;
        self.block(finally);
    }

    /// `return a if c else b` returns each at its own type.
    fn return_stmt(&mut self, value: Option<&'a Expr>) {
        match value {
            None => self.returned(&Type::None),
            Some(Expr { kind: ExprKind::IfExp { cond, then, orelse }, id, .. }) => {
                self.expr(cond);
                self.return_stmt(Some(then));
                self.return_stmt(Some(orelse));
                let both = join(self.instance.expr(then.id), self.instance.expr(orelse.id));
                self.set(*id, both);
            }
            Some(value) => {
                self.mark_returned(value);
                self.note_returned_sign(value);
                if let (Some(declared), true) = (self.declared_return(), self.function.is_c_function()) {
                    self.direct_power(value, &declared);
                    self.want_number(value, &declared);
                }
                let ty = self.expr(value);
                if let ExprKind::Tuple(items) = &value.kind {
                    self.returned_together(items);
                }
                self.returned(&ty);
                let returns = self.instance.returns.clone();
                self.expect(value, &returns);
                if self.finally_blocks > 0 && self.instance.returns == Type::Object && holds_list(&ty) {
                    // A copy made here would miss what the `finally` block does to the list.
                    self.leak(value);
                }
            }
        }
    }

    fn mark_returned(&mut self, value: &Expr) {
        self.returned_as_is.insert(value.id);
        if let ExprKind::Local { web, .. } = &value.kind
            && self.sometimes_complex.contains(&(web.0 as usize))
        {
            // The caller sees which it was.
            self.widen(web.0 as usize, &Type::Object);
        }
        if let ExprKind::Tuple(items) = &value.kind {
            items.iter().for_each(|item| self.mark_returned(item));
        }
    }

    fn returned(&mut self, ty: &Type) {
        let declared = self.declared_return();
        if let (Some(declared), true) = (&declared, self.function.is_c_function()) {
            self.grown |= self.instance.returns != *declared;
            self.instance.returns = declared.clone();
            return;
        }
        // Python's object is made while what the pointer leads to is still there.
        let leads = declared.is_none() && ty.holds_pointer(&self.module().structs);
        let ty = if leads { &Type::Object } else { ty };
        let joined = match &declared {
            Some(Type::Num(_)) if ty.num().is_some() => {
                let converted = converted_return(ty, declared.as_ref());
                join(&self.instance.returns, &converted)
            }
            _ => join_exact(&self.instance.returns, ty),
        };
        let joined = match self.returns_signed() {
            true => unsigned::signed_return(&self.instance.returns, ty, joined),
            false => joined,
        };
        if joined != self.instance.returns {
            self.instance.returns = joined;
            self.grown = true;
        }
    }

    /// What the function promises to return: each overload its own. Where the parameters are none's, what all promise.
    fn declared_return(&self) -> Option<Type> {
        let signatures = &self.function.signatures;
        let is_version = |signature: &&Signature| {
            let declared = signature_params(self.function, signature);
            declared.iter().zip(&self.instance.params).all(|(declared, own)| is_version_of(own, declared))
        };
        let promised = match signatures.iter().find(is_version) {
            Some(signature) => &signature.returns,
            None => {
                let (first, rest) = signatures.split_first()?;
                if rest.iter().all(|other| other.returns == first.returns) { &first.returns } else { &None }
            }
        };
        promised.clone()
    }

    /// The type of the loop's items.
    pub(super) fn iterate(&mut self, iter: &'a Expr) -> Type {
        let iterable = iterate::iterable(self.module(), iter);
        let item = self.iterable_item(&iterable);
        if item == Type::Object && super::memory::is_text(self.module(), self.function, iter) {
            return Type::Char;
        }
        if !matches!(iterable, Iterable::Value(_)) {
            // Where the parts turn out to be objects, the interpreter iterates over the whole.
            self.expr(iter);
        }
        item
    }

    pub fn iterable_item(&mut self, iterable: &Iterable<'a>) -> Type {
        match iterable {
            Iterable::Range { args, .. } => self.range_item(args),
            Iterable::ParallelRange { args, keywords, .. } => {
                for (_, value) in keywords.iter() {
                    self.expr(value);
                }
                self.range_item(args)
            }
            Iterable::Enumerate { inner, start } => {
                let item = self.iterable_item(inner);
                if let Some(start) = start {
                    self.expr(start);
                }
                tuple_item(vec![Type::INT, item])
            }
            Iterable::Zip { parts, .. } => {
                let items = parts.iter().map(|one| self.iterable_item(one)).collect();
                tuple_item(items)
            }
            Iterable::Reversed(inner) => self.iterable_item(inner),
            Iterable::Value(expr) => {
                let ty = self.expr(expr);
                let types = |part: &Expr| self.instance.expr(part.id).clone();
                if let Some(slice) = super::memory::pointer_slice(expr, types) {
                    return slice.item;
                }
                iterate::item_type(&ty)
            }
        }
    }

    /// Whether the variable of a comprehension over this is a number of C's to Cython: in a `.pyx`, over a range between such.
    /// (Those of loops are Python's where they take part in arithmetic.) Where nothing divides it, Python's number is as
    /// good, and does not wrap.
    pub(super) fn counts_in_c(&self, iter: &Expr) -> bool {
        let Iterable::Range { args, .. } = iterate::iterable(self.module(), iter) else { return false };
        let is_c = |arg: &Expr| {
            let declared =
                matches!(self.instance.expr(arg.id), Type::Num(num) if num.rules == Rules::C && num.repr.is_integer());
            declared || super::constant::is_long(self.module(), arg)
        };
        self.module().is_of_pyx(self.function) && args.iter().all(is_c)
    }

    fn range_item(&mut self, args: &'a [Expr]) -> Type {
        for arg in args {
            self.expr(arg);
        }
        Type::INT
    }

    /// Raises a web's type to hold `ty` too. A declared web keeps its type.
    pub fn widen(&mut self, web: usize, ty: &Type) {
        let old = &self.instance.webs[web];
        let ty = self.inference.known(ty.clone());
        let ty = &if self.function.webs[web].declared.is_some() { ty } else { self.spanning(web, &ty) };
        let complex = |ty: &Type| ty.num().map(|num| num.repr.is_complex());
        if differ_in_kind(complex(old), complex(ty)) && !self.module().is_of_pyx(self.function) {
            self.sometimes_complex.insert(web);
        }
        let declared = self.function.webs[web].declared.as_ref();
        let new = match declared {
            Some(declared) => self.join_declared(web, declared, old, ty),
            None if self.inference.is_endless() && old != ty && *old != Type::Never => Type::Object,
            None if self.function.webs[web].unbounded => self.join_web(web, old, &unbounded(ty)),
            None => self.join_web(web, &self.as_long(old, ty), &self.as_long(ty, old)),
        };
        let outside = is_nested(&new) && !self.may_nest(web, &new);
        let new = if outside || holds_list(&new) && self.leaks(web) { Type::Object } else { new };
        if new != *old {
            self.instance.webs[web] = new;
            self.grown = true;
        }
    }

    /// Of a variable whose object somebody outside refers to, or changes: it is that object from the start. One that Python
    /// has no part in (a pointer, a view, a number of C's) stays what it is.
    pub fn keep_as_object(&mut self, value: &Expr) {
        let ExprKind::Local { web, .. } = value.kind else { return };
        let at = web.0 as usize;
        // A parameter without a type is an object, whatever a caller hands over.
        let is_param = self.function.params.iter().any(|param| param.web == web);
        let is_pythons = match &self.instance.webs[at] {
            Type::Num(num) => is_param || num.rules == Rules::Python,
            Type::Str | Type::Bytes | Type::List(_) | Type::Tuple(_) => true,
            _ => false,
        };
        if is_pythons && self.function.webs[at].declared.is_none() {
            self.widen(at, &Type::Object);
        }
    }

    /// Whether the list of lists in a variable may be native.
    fn may_nest(&self, web: usize, ty: &Type) -> bool {
        let Type::List(row) = ty else { return false };
        let nests = &self.inference.nests[self.instance.func.0 as usize];
        super::expr::is_row(row) && nests.holds(hir::WebId(web as u32))
    }

    /// Whether the list in a variable may become known to the interpreter.
    fn leaks(&self, web: usize) -> bool {
        let uses = &self.inference.uses[self.instance.func.0 as usize];
        let listed = |web: hir::WebId| holds_list(self.instance.web(web)) || *self.instance.web(web) == Type::Object;
        uses.group(hir::WebId(web as u32), listed).iter().any(|web| uses.leaked.contains(web))
    }

    /// Notes the type of an expression.
    pub fn set(&mut self, id: hir::ExprId, ty: Type) -> Type {
        let slot = &mut self.instance.exprs[id.0 as usize];
        if *slot != ty {
            *slot = ty.clone();
            self.grown = true;
        }
        ty
    }
}

/// The type of a declared variable: a view may be `None` only if something that may be is assigned to it.
pub(super) fn declared_type(declared: &Type, old: &Type, assigned: &Type) -> Type {
    let may_be_none = |ty: &Type| match ty {
        Type::Array(array) => array.none,
        ty => matches!(ty, Type::None | Type::Object),
    };
    match declared {
        Type::Array(array) => Type::Array(ArrayType { none: may_be_none(old) || may_be_none(assigned), ..*array }),
        other => other.clone(),
    }
}

/// Whether one is complex and the other a real number.
fn differ_in_kind(old: Option<bool>, new: Option<bool>) -> bool {
    matches!((old, new), (Some(a), Some(b)) if a != b)
}

/// Whether the type is a list of lists.
pub(super) fn is_nested(ty: &Type) -> bool {
    matches!(ty, Type::List(item) if holds_list(item))
}

/// Whether values of the type are or hold a native list.
pub(super) fn holds_list(ty: &Type) -> bool {
    match ty {
        Type::List(_) => true,
        Type::Tuple(items) => items.iter().any(holds_list),
        _ => false,
    }
}

fn tuple_item(items: Vec<Type>) -> Type {
    if items.contains(&Type::Never) { Type::Never } else { Type::Tuple(items) }
}

/// The type a value has after the return annotation converted it: a scalar becomes Python's, an integer may become
/// a float, nothing loses a fraction. An `int` that is held unsigned stays one.
pub fn converted_return(ty: &Type, declared: Option<&Type>) -> Type {
    let (Some(from), Some(Type::Num(to))) = (ty.num(), declared) else { return ty.clone() };
    if *ty == unsigned::UNSIGNED && Type::Num(*to) == Type::INT {
        return ty.clone();
    }
    let fits = match to.repr {
        _ if to.sense == Sense::Truth => from.is_truth() || from.repr.is_integer(),
        Repr::Bool => from.repr == Repr::Bool,
        to if to.is_integer() => from.repr.is_integer(),
        to if to.is_float() => !from.repr.is_complex(),
        _ => true,
    };
    if fits { Type::Num(*to) } else { ty.clone() }
}

/// Whether a parameter of this type is one of the declared type, at another layout or held otherwise.
fn is_version_of(own: &Type, declared: &Type) -> bool {
    match (own, declared) {
        (Type::Array(own), Type::Array(declared)) => own.dtype == declared.dtype && own.ndim == declared.ndim,
        // An `int` that is held unsigned; a list that stays Python's.
        (Type::Num(Num::UINT), Type::Num(Num::INT)) => true,
        (Type::Object, Type::List(_)) => true,
        (own, declared) => own == declared,
    }
}

/// An integer of C's in a variable that it does not bound: one of Python's.
fn unbounded(ty: &Type) -> Type {
    match ty {
        // What was computed of it would be no truth value, nor an item of a class.
        Type::Num(Num { sense: Sense::Truth, .. }) => ty.clone(),
        Type::Num(Num { sense: Sense::Enum(_), .. }) => Type::Object,
        Type::Num(Num { rules: Rules::C, repr: Repr::U64, .. }) => Type::Num(Num::UINT),
        Type::Num(Num { rules: Rules::C, repr, .. }) if repr.is_integer() => Type::INT,
        other => other.clone(),
    }
}
