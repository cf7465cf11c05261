//! Indices, addresses, casts, loops over memory.

use super::{Check, is_c};
use crate::diag::{Code, Diagnostic};
use crate::hir::{Const, Expr, ExprKind, Global, Index, IndexItem};
use crate::span::Span;
use crate::ty::{ArrayType, Form, Num, Rules, StructId, Type};
use crate::types::{constant, memory, resolve, tuple_position};

impl<'a> Check<'a> {
    /// `value[index]`, read or written.
    pub(super) fn indexed(&mut self, value: &'a Expr, index: &'a Index) {
        let ty = self.ty(value);
        let span = Span::new(self.after(value), index.span.end.max(self.after(value)));
        match ty {
            Type::Array(view) if view.form == Form::View => self.view_index(*view, index, span),
            Type::Num(_) | Type::Struct(_) if is_c(ty) && matches!(index.items[..], [IndexItem::Expr(_)]) => {
                let message = format!("Attempting to index non-array type '{}'", self.named(ty));
                self.error(Code::C_CONVERSION, span, message);
            }
            Type::Pointer(item) if **item == Type::None => {
                self.error(Code::C_CONVERSION, span, "'void *' is indexed: what it points to has no size");
            }
            Type::Pointer(_) | Type::Fixed(..) => self.pointer_index(index, span),
            Type::Tuple(items) if self.is_ctuple(value) => self.tuple_index(items.len(), ty, index, span),
            _ => {}
        }
    }

    fn view_index(&mut self, view: ArrayType, index: &'a Index, span: Span) {
        if let Some(excess) = axes(index).nth(view.ndim.into()) {
            let span = match excess {
                IndexItem::Expr(at) if index.tuple => self.place(at),
                _ => span,
            };
            let message = format!("Too many indices specified for type {}", self.named(&Type::Array(view)));
            self.error(Code::C_CONVERSION, span, message);
            return;
        }
        for item in &index.items {
            let IndexItem::Expr(at) = item else { continue };
            if let Some(ty) = self.operand(at).filter(|ty| !is_integer(ty)) {
                let message = format!("Invalid index for memoryview specified, type {}", self.named(ty));
                self.error(Code::C_CONVERSION, self.place(at), message);
            }
        }
    }

    /// Whether the value is a variable that is declared a tuple of C's.
    fn is_ctuple(&self, value: &Expr) -> bool {
        matches!(&value.kind, ExprKind::Local { web, .. } if matches!(self.declared(*web), Some(Type::Tuple(_))))
    }

    fn tuple_index(&mut self, length: usize, ty: &Type, index: &'a Index, span: Span) {
        let [IndexItem::Expr(at)] = &index.items[..] else { return };
        let Some(Const::Int(at)) = constant(self.module, at) else { return };
        if tuple_position(&at, length).is_none() {
            let message = format!("Index {at} out of bounds for '{}'", self.index_name(ty));
            self.error(Code::C_CONVERSION, span, message);
        }
    }

    fn pointer_index(&mut self, index: &'a Index, span: Span) {
        let given = match index.items.as_slice() {
            [IndexItem::Slice { step: Some(_), .. }] if !index.tuple => {
                return self.error(Code::C_CONVERSION, span, "Invalid use of pointer slice");
            }
            [IndexItem::Expr(at)] if !index.tuple => self.operand(at).filter(|ty| !is_integer(ty)).cloned(),
            items if index.tuple => self.tuple_of(items),
            _ => None,
        };
        if let Some(ty) = given {
            self.error(Code::C_CONVERSION, span, format!("Invalid index type '{}'", self.index_name(&ty)));
        }
    }

    /// The type of the tuple that stands between the brackets, where C has one.
    fn tuple_of(&self, items: &[IndexItem]) -> Option<Type> {
        let types = items.iter().map(|item| match item {
            IndexItem::Expr(at) => self.operand(at).cloned(),
            IndexItem::Slice { .. } | IndexItem::NewAxis | IndexItem::Ellipsis => None,
        });
        Some(Type::Tuple(types.collect::<Option<_>>()?))
    }

    fn index_name(&self, ty: &Type) -> String {
        match ty {
            Type::Tuple(items) => {
                let names: Vec<String> = items.iter().map(|item| self.named(item)).collect();
                format!("({})", names.join(", "))
            }
            other => self.named(other),
        }
    }

    /// `&place`
    pub(super) fn address(&mut self, whole: &'a Expr, place: &'a Expr) {
        let message = match &place.kind {
            ExprKind::Local { web, .. } if *self.ty(place) == Type::Object => {
                let name = &self.function.webs[web.0 as usize].name;
                format!("Cannot take address of Python variable '{name}'")
            }
            ExprKind::Local { .. } | ExprKind::Index { .. } if matches!(self.ty(place), Type::Array(_)) => {
                "Cannot take address of memoryview slice".to_owned()
            }
            ExprKind::Global(name) if self.is_python_name(name) => {
                format!("Cannot take address of Python variable '{name}'")
            }
            ExprKind::Global(_) | ExprKind::Attribute { .. }
                if matches!(memory::library(self.module, place), Some(memory::Library::Variable(_))) =>
            {
                "the address of a variable of the C library is not supported yet".to_owned()
            }
            ExprKind::Attribute { value, name } if *self.ty(value) == Type::Object && !self.is_path(place) => {
                format!("Cannot take address of Python object attribute '{name}'")
            }
            ExprKind::Index { value, .. } if *self.ty(value) == Type::Object => {
                "Cannot take address of Python object".to_owned()
            }
            ExprKind::Local { .. } | ExprKind::Global(_) | ExprKind::Attribute { .. } | ExprKind::Index { .. } => {
                return;
            }
            _ => format!("Taking address of non-lvalue (type {})", self.named(self.ty(place))),
        };
        self.error(Code::C_CONVERSION, whole.span, message);
    }

    /// Whether a name is one of the interpreter's: not a variable or function of C's.
    fn is_python_name(&self, name: &str) -> bool {
        match self.module.globals.get(name) {
            Some(Global::Function(id)) => !self.module.functions[id.0 as usize].is_c_function(),
            Some(Global::Module(_) | Global::Member(_) | Global::Value { .. } | Global::Snippet | Global::Dynamic) => {
                true
            }
            Some(Global::CModule(_) | Global::CMember(_) | Global::CConstant(_)) => false,
            Some(Global::CStruct(_) | Global::CVariable(_)) | None => false,
        }
    }

    fn is_path(&self, expr: &Expr) -> bool {
        resolve::path(self.module, expr).is_some()
    }

    pub(super) fn cast(&mut self, whole: &'a Expr, to: &Type, value: &'a Expr) {
        if let Type::Num(Num { repr, rules: Rules::C, .. }) = to {
            self.literal(value, *repr);
        }
        // Of `<T[:n]>p` the pointer comes with the sizes behind it.
        let memory = match &value.kind {
            ExprKind::Tuple(parts) => parts.first().unwrap_or(value),
            _ => value,
        };
        let view = matches!(to, Type::Array(view) if view.form == Form::View);
        if view && self.ty(memory).pointee().is_none() {
            let message = "Can only create cython.array from pointer or array";
            let error = Diagnostic::error(Code::C_CONVERSION, self.place(value), message);
            let hint = "assign the object to a variable that is declared with this type";
            return self.found.push(error.hint(hint));
        }
        let Type::Pointer(item) = to else { return };
        let primitive = !item.is_byte() && matches!(**item, Type::Num(_) | Type::Pointer(_));
        if primitive && *self.ty(value) == Type::Object {
            let message = "Python objects cannot be cast to pointers of primitive types";
            self.error(Code::C_CONVERSION, whole.span, message);
        } else if matches!(**item, Type::None | Type::Struct(_)) && self.is_ephemeral(value) {
            let message = "Casting temporary Python object to non-numeric non-Python type";
            let error = Diagnostic::error(Code::C_CONVERSION, whole.span, message);
            self.found.push(error.hint("give it a name first: the pointer does not keep it"));
        }
    }

    /// Pointers that are stored do not keep what they lead into.
    pub(super) fn pointers_stored(&mut self, declared: &Type, value: &'a Expr) {
        match (declared, &value.kind) {
            // Items that are written out lie in an array of C's.
            (Type::Pointer(item) | Type::Fixed(item, _), ExprKind::List(items) | ExprKind::Tuple(items)) => {
                items.iter().for_each(|value| self.pointers_stored(item, value));
            }
            (Type::Pointer(_), _) if self.is_ephemeral(value) => {
                let message = "Storing unsafe C derivative of temporary Python reference";
                let error = Diagnostic::error(Code::C_CONVERSION, self.place(value), message);
                self.found.push(error.hint("give the object a name first: the pointer does not keep it"));
            }
            (Type::Struct(id), ExprKind::List(values)) => self.fields_stored(*id, values.iter()),
            (Type::Struct(id), ExprKind::Call { func, args, .. })
                if memory::made_struct(self.module, func) == Some(*id) =>
            {
                self.fields_stored(*id, args.iter());
            }
            _ => {}
        }
    }

    fn fields_stored(&mut self, id: StructId, values: impl Iterator<Item = &'a Expr>) {
        let fields = self.module.structs.get(id.0 as usize).map_or(&[][..], |one| &one.fields);
        values.zip(fields).for_each(|(value, (_, ty))| self.pointers_stored(ty, value));
    }

    /// Whether nobody keeps the object that it is, as far as C can tell: no variable, nor what has it as an attribute or
    /// item.
    fn is_ephemeral(&self, value: &Expr) -> bool {
        let object = *self.ty(value) == Type::Object;
        match &value.kind {
            ExprKind::Local { .. } | ExprKind::Global(_) | ExprKind::Const(_) => false,
            ExprKind::Cast { ty: Type::Object | Type::Pointer(_), value, .. } | ExprKind::Attribute { value, .. } => {
                self.is_ephemeral(value)
            }
            ExprKind::Cast { .. } => false,
            ExprKind::Index { value, .. } => {
                self.is_ephemeral(value)
                    || memory::is_of_class(self.module, self.function, value, &["bytes", "str", "bytearray"])
            }
            ExprKind::IfExp { then, orelse, .. } => self.is_ephemeral(then) || self.is_ephemeral(orelse),
            ExprKind::Bool { values, .. } => values.iter().any(|value| self.is_ephemeral(value)),
            _ => object,
        }
    }

    /// What a `for` goes over.
    pub(super) fn iterated(&mut self, iter: &'a Expr) {
        let ty = |part: &Expr| self.ty(part).clone();
        if matches!(self.ty(iter), Type::Pointer(_)) && memory::pointer_slice(iter, ty).is_none() {
            let message = "C array iteration requires known end index";
            self.error(Code::C_CONVERSION, self.place(iter), message);
        }
    }

    /// The type of the one item that an index picks of a view, pointer or array of C's.
    pub(super) fn item_type(&self, value: &Expr, index: &Index) -> Option<Type> {
        let is_one = |ndim: u8| {
            index.items.len() == usize::from(ndim) && index.items.iter().all(|item| matches!(item, IndexItem::Expr(_)))
        };
        match self.ty(value) {
            Type::Array(view) if !is_one(view.ndim) => None,
            other if other.pointee().is_some() && !is_one(1) => None,
            Type::Array(view) if view.form != Form::Array => Some(view.item()),
            other => other.pointee().cloned(),
        }
    }
}

/// What an index says of axes, one after the other.
pub(super) fn axes(index: &Index) -> impl Iterator<Item = &IndexItem> {
    index.items.iter().filter(|item| matches!(item, IndexItem::Expr(_) | IndexItem::Slice { .. }))
}

fn is_integer(ty: &Type) -> bool {
    ty.num().is_some_and(|num| !num.repr.is_float() && !num.repr.is_complex())
}
