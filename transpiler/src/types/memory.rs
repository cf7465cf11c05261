//! Types of what lies in C's memory: pointers, arrays, structs, functions behind pointers.

use super::body::Body;
use super::index::is_c_index;
use super::libc::{self, CLibraryVariable};
use super::special::Special;
use super::{Callee, resolve};
use crate::hir::{BinOp, CmpOp, Const, Expr, ExprKind, FuncId, Function, Global, Index, IndexItem, Module, WebId};
use crate::syntax::cython::CKind;
use crate::ty::{FunctionType, Num, Repr, Rules, Type};

impl<'a> Body<'a, '_> {
    /// `&place`
    pub(super) fn address(&mut self, place: &'a Expr) -> Type {
        if let Some(function) = self.function_pointer(place) {
            return function;
        }
        if let Some(library @ Library::Function(_)) = library(self.module(), place) {
            return library.ty();
        }
        match (self.expr(place), &place.kind) {
            (Type::Never, _) => Type::Never,
            (Type::Fixed(item, _), _) => Type::Pointer(item),
            // In memory, what a comparison gave is an integer of C's.
            (Type::BOOL, ExprKind::Local { web, .. }) => {
                let held = Type::Num(Num::BINT);
                self.widen(web.0 as usize, &held);
                Type::Pointer(Box::new(held))
            }
            (ty, _) => Type::Pointer(Box::new(ty)),
        }
    }

    /// A C function of the module that is used as a value: what a pointer to it points to.
    pub(super) fn function_pointer(&mut self, expr: &'a Expr) -> Option<Type> {
        let id = resolve::function(self.module(), expr)?;
        let function = &self.module().functions[id.0 as usize];
        if function.c.as_ref().is_none_or(|c| c.kind != CKind::Cdef) {
            return None;
        }
        let id = match &function.fused {
            Some(fused) => {
                let wanted = self.pointers_wanted.get(&expr.id)?;
                let is_wanted =
                    |id: &&FuncId| pointed(&self.module().functions[id.0 as usize]).as_ref() == Some(wanted);
                *fused.copies.iter().find(is_wanted)?
            }
            None => id,
        };
        let FunctionType { params, returns } = pointed(&self.module().functions[id.0 as usize])?;
        let instance = self.inference.instance(id, params.clone())?;
        self.instance.callees.insert(expr.id, Callee::Native { instance, args: Vec::new() });
        Some(Type::Function(Box::new(FunctionType { params, returns })))
    }

    /// Whether a value is a function with fused parameters.
    pub(super) fn is_fused_function(&self, value: &Expr) -> bool {
        let id = resolve::function(self.module(), value);
        id.is_some_and(|id| self.module().functions[id.0 as usize].fused.is_some())
    }

    /// The type of the pointer that a function with fused parameters goes to picks its specialization.
    pub(super) fn want_pointer(&mut self, value: &Expr, place: &Type) {
        if let Type::Function(wanted) = place
            && self.is_fused_function(value)
        {
            self.pointers_wanted.insert(value.id, (**wanted).clone());
        }
    }

    /// The type of a field of a struct, or of what a pointer to one points to.
    pub(super) fn field(&self, of: &Type, name: &str) -> Option<Type> {
        let id = match of {
            Type::Struct(id) => id,
            Type::Pointer(item) => match **item {
                Type::Struct(ref id) => id,
                _ => return None,
            },
            _ => return None,
        };
        self.module().structs.get(id.0 as usize)?.field(name).map(|(_, ty)| ty.clone())
    }

    /// `p[i]` of a pointer or C array.
    pub(super) fn pointed_item(&self, of: &Type, index: &Index) -> Option<Type> {
        let item = of.pointee()?;
        match index.items.as_slice() {
            [IndexItem::Expr(at)] if !index.tuple => {
                let ty = self.instance.expr(at.id);
                (is_c_index(ty) || *ty == Type::Object).then(|| item.clone())
            }
            _ => None,
        }
    }

    /// A call that makes a struct, goes through a pointer, or is of the C library.
    pub(super) fn c_call(
        &mut self,
        func: &'a Expr,
        args: &[Type],
        keywords: &[(String, Expr)],
    ) -> Option<(Callee, Type)> {
        if let Some(id) = made_struct(self.module(), func) {
            return Some((Callee::Special(Special::NewStruct(id)), Type::Struct(id)));
        }
        if let Some(path) = resolve::path(self.module(), func) {
            let call = libc::call(&path.name)?;
            let named = libc::named(&path.name, args.len(), keywords.iter().map(|(name, _)| name.as_str()));
            return (named && call.takes(args.len() + keywords.len()))
                .then(|| (Callee::Special(Special::CLibrary(call)), call.returns.ty_in(self.module())));
        }
        match self.c_callee(func)? {
            Type::Function(function) if function.params.len() == args.len() => {
                Some((Callee::Special(Special::CallPointer), function.returns))
            }
            _ => None,
        }
    }

    /// The type of a callee that is no name of the module.
    fn c_callee(&mut self, func: &'a Expr) -> Option<Type> {
        let is_value = match &func.kind {
            ExprKind::Global(name) => variable(self.module(), name).is_some(),
            ExprKind::Attribute { value, .. } => self.is_memory(value),
            _ => true,
        };
        is_value.then(|| self.expr(func))
    }

    fn is_memory(&mut self, value: &'a Expr) -> bool {
        resolve::path(self.module(), value).is_none() && matches!(self.expr(value), Type::Struct(_) | Type::Pointer(_))
    }
}

/// What a pointer to a function points to.
fn pointed(function: &Function) -> Option<FunctionType> {
    let signature = function.signatures.first()?;
    let params = super::infer::signature_params(function, signature);
    Some(FunctionType { params, returns: signature.returns.clone().unwrap_or(Type::Object) })
}

/// The type of a variable of C's at module level.
pub fn variable<'m>(module: &'m Module, name: &str) -> Option<&'m Type> {
    match module.globals.get(name)? {
        Global::CVariable(id) => module.statics.get(id.0 as usize).map(|one| &one.ty),
        _ => None,
    }
}

/// What a name of the C library's is as a value.
pub enum Library {
    /// `FLT_MAX`: its value.
    Number(Num, f64),
    /// `stdout`, `errno`
    Variable(&'static CLibraryVariable),
    /// `cython.view.array`: the kernel that gives the class.
    Class(&'static str),
    /// `sin`: a pointer to it.
    Function(libc::Pointed),
}

impl Library {
    pub fn ty(&self) -> Type {
        match self {
            Library::Number(num, _) => Type::Num(*num),
            Library::Variable(variable) => variable.ty.ty(),
            Library::Class(_) => Type::Object,
            Library::Function(pointed) => Type::Function(Box::new(pointed.ty.clone())),
        }
    }
}

/// What an expression names in a header of C's.
pub fn library(module: &Module, expr: &Expr) -> Option<Library> {
    let named = matches!(expr.kind, ExprKind::Global(_) | ExprKind::Attribute { .. });
    let path = named.then(|| resolve::path(module, expr))??;
    let is_cimported = matches!(module.globals.get(&path.root), Some(Global::CMember(_) | Global::CModule(_)));
    let number = || libc::typed(&path.name).map(|(num, value)| Library::Number(num, value));
    let variable = || libc::library_variable(&path.name).map(Library::Variable);
    let class = || libc::class(&path.name).map(Library::Class);
    is_cimported.then(|| {
        number().or_else(variable).or_else(class).or_else(|| libc::pointed(&path.name).map(Library::Function))
    })?
}

/// The variable of the C library's that a name stands for, if it may be set: `errno`, where it is global.
pub fn settable(module: &Module, name: &str) -> Option<&'static CLibraryVariable> {
    match module.globals.get(name)? {
        Global::CMember(path) => set_by(path),
        _ => None,
    }
}

/// As [`settable`], of a member of a header: `errno.errno`.
pub fn settable_member(module: &Module, header: &Expr, name: &str) -> Option<&'static CLibraryVariable> {
    let path = resolve::path(module, header)?;
    let is_cimported = matches!(module.globals.get(&path.root), Some(Global::CMember(_) | Global::CModule(_)));
    set_by(&format!("{}.{name}", path.name)).filter(|_| is_cimported)
}

fn set_by(path: &str) -> Option<&'static CLibraryVariable> {
    libc::library_variable(path).filter(|variable| variable.set.is_some())
}

/// The struct that a call by this name makes.
pub fn made_struct(module: &Module, func: &Expr) -> Option<crate::ty::StructId> {
    match &func.kind {
        ExprKind::Global(name) => match module.globals.get(name)? {
            Global::CStruct(id) => Some(*id),
            _ => None,
        },
        _ => None,
    }
}

/// Arithmetic on pointers; C arrays count as pointers to their first item.
pub fn pointer_binary(op: BinOp, left: &Type, right: &Type) -> Option<Type> {
    match (op, left.pointee(), right.pointee()) {
        (BinOp::Add | BinOp::Sub, Some(item), None) if is_c_index(right) => Some(Type::Pointer(Box::new(item.clone()))),
        (BinOp::Add, None, Some(item)) if is_c_index(left) => Some(Type::Pointer(Box::new(item.clone()))),
        (BinOp::Sub, Some(a), Some(b)) if a == b => Some(Type::Num(Num::c(Repr::I64))),
        _ => None,
    }
}

/// The code of a literal of one character that stands beside a number of C's: `c == b'a'`, `buffer[i] = 'x'`.
pub fn char_code(expr: &Expr, beside: &Type) -> Option<i64> {
    let Type::Num(Num { rules: Rules::C, repr, .. }) = beside else { return None };
    match &expr.kind {
        ExprKind::Const(Const::Bytes(bytes)) if bytes.len() == 1 && repr.is_integer() => {
            // A `char` is signed.
            Some(if *repr == Repr::I8 { i64::from(bytes[0] as i8) } else { i64::from(bytes[0]) })
        }
        ExprKind::Const(Const::Str(text)) if repr.is_integer() => {
            let mut chars = text.chars();
            let (code, None) = (chars.next()?, chars.next()) else { return None };
            Some(i64::from(u32::from(code)))
        }
        _ => None,
    }
}

/// The variable of `z.real` or `z.imag` that is declared as a complex number of C's, whose parts can be assigned to.
pub fn part_of_complex(function: &Function, object: &Expr, name: &str) -> Option<WebId> {
    let ExprKind::Local { web, .. } = object.kind else { return None };
    let declared = function.webs[web.0 as usize].declared.as_ref()?;
    (matches!(name, "real" | "imag") && declared.is_c_complex()).then_some(web)
}

/// `a.data.as_doubles` of a variable that is declared as an array of `cpython.array`: the variable, and what it is.
pub fn array_data<'a>(module: &Module, function: &Function, data: &'a Expr, name: &str) -> Option<(&'a Expr, Type)> {
    let ExprKind::Attribute { value, name: owner } = &data.kind else { return None };
    let pointer = libc::array_pointer(name).filter(|_| owner == "data")?;
    is_of_class(module, function, value, &["array.array"]).then_some((value, pointer))
}

/// A field of C's of an object, which only variables have that are declared to be of its class.
pub struct ClassField {
    pub ty: Type,
    /// The kernel that reads it.
    pub read: &'static str,
}

/// The field of C's that an attribute is.
pub fn class_field(module: &Module, function: &Function, object: &Expr, own: &Type, name: &str) -> Option<ClassField> {
    // A buffer of objects has its axes behind the class.
    let class = declared_class(module, function, object)?.split('[').next()?;
    let (ty, read) = libc::field_of(class, name)?;
    // The sizes of a buffer are at hand; its memory is all that is asked of the object.
    let buffer = matches!(own, Type::Array(_));
    (!buffer || name == "data").then_some(ClassField { ty, read })
}

/// The kernel that sets a field of C's, and the type of its value.
pub fn class_setter(module: &Module, function: &Function, object: &Expr, name: &str) -> Option<(&'static str, Type)> {
    let setter = libc::view_array_setter(name)?;
    is_of_class(module, function, object, &[libc::VIEW_ARRAY]).then_some(setter)
}

/// What an item is of a variable that a `.pyx` declares as `str`, `bytes` or `bytearray`, an object: a character of C's.
pub fn character_of(module: &Module, function: &Function, expr: &Expr) -> Option<Type> {
    match declared_class(module, function, expr)? {
        "str" => Some(Type::Char),
        "bytes" | "bytearray" => Some(Type::Num(Num::c(Repr::U8))),
        _ => None,
    }
}

/// Whether a loop over the variable gives characters of C's. Those of `bytes`, and of what is counted or reversed, are
/// Python's, unless they become C's (`Lower::gives_chars`).
pub fn is_text(module: &Module, function: &Function, expr: &Expr) -> bool {
    is_of_class(module, function, expr, &["str"])
}

/// Whether it is a variable that a `.pyx` declares as `object[:]`, which holds what exports the objects, or a cast of one.
pub fn is_view_of_objects(module: &Module, function: &Function, expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Cast { ty: Type::Object, value, .. } => is_view_of_objects(module, function, value),
        _ => declared_class(module, function, expr).is_some_and(|class| class.starts_with("object[:")),
    }
}

/// What an item of bytes is in C: Cython takes it for an `int`.
pub const BYTE: Num = Num::c(Repr::I32);

/// Whether it is a variable that a `.pyx` declares to hold objects of one of these classes.
pub fn is_of_class(module: &Module, function: &Function, expr: &Expr, classes: &[&str]) -> bool {
    declared_class(module, function, expr).is_some_and(|class| classes.contains(&class))
}

/// The class of a variable of the module, or of what a C function returns.
fn class_at_module_level<'m>(module: &'m Module, expr: &Expr) -> Option<&'m str> {
    let global = |expr: &Expr| match &expr.kind {
        ExprKind::Global(name) => module.globals.get(name),
        _ => None,
    };
    let written = match (&expr.kind, global(expr)) {
        (_, Some(Global::CVariable(id))) => module.statics.get(id.0 as usize)?.written.as_ref(),
        (ExprKind::Call { func, .. }, _) => match global(func)? {
            Global::Function(id) => module.functions.get(id.0 as usize)?.c.as_ref()?.returns.as_ref(),
            _ => None,
        },
        _ => None,
    };
    written?.class.as_deref()
}

/// The class that a `.pyx` declares a variable, or says an object, to be of.
fn declared_class<'f>(module: &'f Module, function: &'f Function, expr: &'f Expr) -> Option<&'f str> {
    let web = match &expr.kind {
        ExprKind::Local { web, .. } => *web,
        ExprKind::Cast { written, .. } => return written.as_ref()?.class.as_deref(),
        // A slice of characters is of their class.
        ExprKind::Index { value, index } if matches!(index.items.as_slice(), [IndexItem::Slice { .. }]) => {
            let class = declared_class(module, function, value);
            return class.filter(|class| matches!(*class, "str" | "bytes" | "bytearray"));
        }
        _ => return class_at_module_level(module, expr),
    };
    let param = function.params.iter().find(|param| param.web == web).and_then(|param| param.written.as_ref());
    param.or(function.webs[web.0 as usize].written.as_ref())?.class.as_deref()
}

/// Whether a character of C's meets a number, which is its code or none: `c == 97`, `c in (97, 98)`.
pub fn compares_codes(in_pyx: bool, op: CmpOp, left: &Type, right: &Type) -> bool {
    let numbers = |ty: &Type| match ty {
        Type::Num(_) => !matches!(op, CmpOp::In | CmpOp::NotIn),
        Type::Tuple(items) => matches!(op, CmpOp::In | CmpOp::NotIn) && items.iter().all(|item| item.num().is_some()),
        _ => false,
    };
    let identity = matches!(op, CmpOp::Is | CmpOp::IsNot);
    let meet = *left == Type::Char && numbers(right) || *right == Type::Char && left.num().is_some() && numbers(left);
    in_pyx && !identity && meet
}

/// `p[start:stop]` of a pointer or C array: its parts, and the type of the items.
pub fn pointer_slice<'a>(expr: &'a Expr, of: impl Fn(&Expr) -> Type) -> Option<PointerSlice<'a>> {
    let ExprKind::Index { value, index } = &expr.kind else { return None };
    pointer_part(value, index, of)
}

/// As [`pointer_slice`], of `value[index]`.
pub fn pointer_part<'a>(value: &'a Expr, index: &'a Index, of: impl Fn(&Expr) -> Type) -> Option<PointerSlice<'a>> {
    let [IndexItem::Slice { lower, upper, step: None }] = index.items.as_slice() else { return None };
    let ty = of(value);
    let item = ty.pointee()?.clone();
    let size = match ty {
        Type::Fixed(_, size) => Some(size),
        _ => None,
    };
    (upper.is_some() || size.is_some()).then_some(PointerSlice {
        value,
        lower: lower.as_ref(),
        upper: upper.as_ref(),
        size,
        item,
    })
}

/// Part of what a pointer points to.
pub struct PointerSlice<'a> {
    pub value: &'a Expr,
    pub lower: Option<&'a Expr>,
    /// Absent only of an array, where it is the size.
    pub upper: Option<&'a Expr>,
    pub size: Option<u32>,
    pub item: Type,
}

/// Whether two values compare as addresses.
pub fn compares_addresses(op: CmpOp, left: &Type, right: &Type) -> bool {
    let address = |ty: &Type| matches!(ty, Type::Pointer(_) | Type::Fixed(..) | Type::Function(_));
    !matches!(op, CmpOp::In | CmpOp::NotIn) && address(left) && address(right)
}
