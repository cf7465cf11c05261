//! C's memory: structs, places, pointers to functions.

use std::collections::BTreeSet;
use std::ffi::CString;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::function::{FnCx, fn_name};
use super::{names, types};
use crate::hir::Static;
use crate::ir::{AxisIndex, Base, Expr, FnId, LocalId, Op, Place, Program, Step, StmtKind, visit};
use crate::span::Span;
use crate::ty::{EnumId, EnumType, FunctionType, Item, Repr, StaticId, StructId, StructType, Type};
use crate::types::c_number;

/// The Rust type of each struct and union.
pub(super) fn structs(structs: &[StructType]) -> Vec<TokenStream> {
    let item = |(at, one): (usize, &StructType)| {
        let id = StructId(at as u32);
        let ty = Type::Struct(id);
        let element = ty.is_element(structs).then(|| element(id, one));
        let item = struct_item(id, one, ty.converts(structs));
        quote!(#item #element)
    };
    structs.iter().enumerate().map(item).collect()
}

fn struct_item(id: StructId, one: &StructType, converts: bool) -> TokenStream {
    let name = types::structure(id);
    let fields = one.fields.iter().enumerate().map(|(at, (_, ty))| {
        let (field, ty) = (field(at as u32), types::stored(ty));
        quote!(#field: #ty)
    });
    let layout = if one.packed { quote!(C, packed) } else { quote!(C) };
    let keyword = if one.union { quote!(union) } else { quote!(struct) };
    // A struct that is only named has no size that anybody may ask for.
    let filler = one.fields.is_empty().then(|| quote!(nothing: u8));
    let tail = (one.tail > 0).then(|| Literal::u32_unsuffixed(one.tail)).map(|count| quote!(tail: [i64; #count],));
    let conversion = converts.then(|| conversion(id, one));
    quote! {
        #conversion
        #[repr(#layout)]
        #[derive(Clone, Copy)]
        #keyword #name { #(#fields,)* #tail #filler }
    }
}

/// What makes it the element of an array.
fn element(id: StructId, one: &StructType) -> TokenStream {
    let (name, c_name, packed) = (types::structure(id), names::string(&one.name), one.packed);
    let complex = match (one.fields.as_slice(), one.written.as_slice()) {
        ([(_, Type::Num(num)), (_, Type::Num(_))], [a, b]) => num.repr.is_float() && a == b,
        _ => false,
    };
    let fields = one.fields.iter().zip(&one.written).enumerate().map(|(at, ((field_name, ty), written))| {
        let (own, field_name, written) = (field(at as u32), names::string(field_name), names::string(written));
        let (mut shape, mut item) = (Vec::new(), ty);
        while let Type::Fixed(inner, size) = item {
            shape.push(length(*size));
            item = inner;
        }
        let item = match item {
            Type::Struct(id) => types::dtype(Item::Struct(*id)),
            other => types::dtype(Item::Num(other.num().map_or(Repr::I32, |num| num.repr))),
        };
        quote!(rt::view::Field {
            name: #field_name,
            written: #written,
            offset: std::mem::offset_of!(#name, #own),
            shape: &[#(#shape),*],
            item: #item,
        })
    });
    quote! {
        impl Default for #name {
            fn default() -> Self {
                unsafe { std::mem::zeroed() }
            }
        }
        impl rt::Elem for #name {
            type Value = Self;
            const DTYPE: rt::Dtype = rt::Dtype::Record(&rt::view::Record {
                name: #c_name,
                size: size_of::<#name>(),
                packed: #packed,
                complex: #complex,
                fields: &[#(#fields),*],
                get: rt::boundary::record_get::<#name>,
                set: rt::boundary::record_set::<#name>,
            });
            #[inline(always)]
            fn load(self) -> Self {
                self
            }
            #[inline(always)]
            fn store(value: Self) -> Self {
                value
            }
        }
    }
}

/// To and from the dict of its fields.
fn conversion(id: StructId, one: &StructType) -> TokenStream {
    let name = types::structure(id);
    let mut out = Vec::new();
    let mut back = Vec::new();
    for (at, (field_name, ty)) in one.fields.iter().enumerate() {
        let (own, key) = (field(at as u32), super::names::string(field_name));
        let value = types::for_python(quote!({ self.#own }), ty);
        out.push(quote!((#key, rt::obj::from_value(#value)?)));
        let value = types::incoming(ty);
        let c_name = names::string(ty.num().map_or("", |num| c_number(num.repr)));
        let spec = quote!(const { &rt::ArgSpec::c_value(#c_name) });
        let got = quote!(rt::boundary::struct_field::<#value>(object, #key, #spec)?);
        let got = types::native(got, ty);
        back.push(quote!(#own: #got));
    }
    let tail = (one.tail > 0).then(|| quote!(tail: Default::default(),));
    quote! {
        impl rt::ToPy for #name {
            fn to_py(self) -> Result<*mut rt::PyObject, rt::Raise> {
                rt::boundary::struct_dict(&[#(#out),*])
            }
        }
        impl rt::FromPy for #name {
            fn from_py(object: *mut rt::PyObject, _: &'static rt::ArgSpec) -> Result<Self, rt::Raise> {
                Ok(#name { #(#back,)* #tail })
            }
            fn fits(object: *mut rt::PyObject, _: &'static rt::ArgSpec) -> bool {
                rt::boundary::is_mapping(object)
            }
        }
    }
}

/// The functions that make numbers items of the classes of enums.
pub(super) fn enums(enums: &[EnumType]) -> Vec<TokenStream> {
    let item = |(at, one): (usize, &EnumType)| {
        let (own, name) = (types::enum_item(EnumId(at as u32)), super::names::interned(&one.name));
        let made = match &one.module {
            None => quote!(rt::obj::enum_item(&MODULE, #name, value)),
            Some(module) => {
                let module = super::names::interned(module);
                quote!(rt::obj::enum_item_of(#module, #name, value))
            }
        };
        quote!(fn #own(value: i32) -> Result<rt::Obj, rt::Raise> { #made })
    };
    enums.iter().enumerate().map(item).collect()
}

/// The Rust static of a variable at module level.
fn static_name(id: StaticId) -> proc_macro2::Ident {
    format_ident!("STATIC_{}", id.0)
}

/// The Rust static of each variable at module level: plain ones are bytes that only raw pointers reach, others lie in a
/// cell that hands out what they share.
pub(super) fn statics(statics: &[Static]) -> Vec<TokenStream> {
    let item = |(at, one): (usize, &Static)| {
        let name = static_name(StaticId(at as u32));
        match &one.ty {
            _ if one.module.is_some() => quote!(static #name: rt::module::Shared = rt::module::Shared::new();),
            ty if ty.is_plain() => {
                let ty = types::stored(ty);
                quote!(static mut #name: #ty = unsafe { std::mem::zeroed() };)
            }
            ty => {
                let (ty, variable) = (types::value(ty), names::string(&one.name));
                quote!(static #name: rt::Global<#ty> = rt::Global::new(#variable);)
            }
        }
    };
    statics.iter().enumerate().map(item).collect()
}

/// The variables that the module gives away.
pub(super) fn offered(program: &Program) -> Vec<TokenStream> {
    let item = |(at, one): (usize, &Static)| {
        let (own, name) = (static_name(StaticId(at as u32)), names::string(&one.name));
        let ty = shared_type_name(&one.ty, &program.structs);
        quote!(rt::module::Offered { name: #name, ty: #ty, address: (&raw mut #own).cast() })
    };
    program.statics.iter().enumerate().filter(|(_, one)| one.shared).map(item).collect()
}

/// The variables of other modules that the program uses.
pub(super) fn taken(program: &Program) -> Vec<TokenStream> {
    let mut used = BTreeSet::new();
    for function in &program.functions {
        visit::walk(&function.body, &mut |stmt| {
            let place = match &stmt.kind {
                StmtKind::Put { place, .. } => Some(place),
                _ => match visit::stmt_op(stmt) {
                    Some(Op::Get { place, .. } | Op::Address { place, .. }) => Some(place),
                    _ => None,
                },
            };
            if let Some(Base::Static(id)) = place.map(|place| &place.base) {
                used.insert(id.0);
            }
        });
    }
    let item = |at: u32| {
        let one = &program.statics[at as usize];
        let (module, name) = (one.module.as_deref()?, one.name.split_once(':')?.1);
        let (own, ty) = (static_name(StaticId(at)), shared_type_name(&one.ty, &program.structs));
        let (module, name) = (names::string(module), names::string(name));
        Some(quote!(rt::module::Taken { module: #module, name: #name, ty: #ty, to: #own.slot() }))
    };
    used.into_iter().filter_map(item).collect()
}

/// What both modules have to call the type of a variable, as C writes it. A struct is told with its fields, so that one
/// that was changed is another type; behind a pointer with its name alone, since it may point to itself.
fn shared_type(ty: &Type, structs: &[StructType]) -> String {
    let named = |id: &StructId| format!("struct {}", structs.get(id.0 as usize).map_or("", |one| one.name.as_str()));
    match ty {
        Type::Num(num) => c_number(num.repr).to_owned(),
        Type::Struct(id) => {
            let fields = structs.get(id.0 as usize).map_or(&[][..], |one| &one.fields);
            let field = |(name, ty): &(String, Type)| format!("{} {name};", shared_type(ty, structs));
            format!("{} {{{}}}", named(id), fields.iter().map(field).collect::<String>())
        }
        Type::Pointer(item) => match &**item {
            Type::Struct(id) => format!("{} *", named(id)),
            item => format!("{} *", shared_type(item, structs)),
        },
        Type::Fixed(item, size) => format!("{} [{size}]", shared_type(item, structs)),
        other => other.to_string(),
    }
}

fn shared_type_name(ty: &Type, structs: &[StructType]) -> Literal {
    Literal::c_string(&CString::new(shared_type(ty, structs)).unwrap_or_default())
}

fn field(at: u32) -> proc_macro2::Ident {
    format_ident!("m{at}")
}

impl FnCx<'_> {
    /// A raw pointer to a place that is read, or written, too.
    fn raw_place(&mut self, place: &Place, written: bool) -> TokenStream {
        let mut at = match &place.base {
            Base::Local(local) => {
                let ident = &self.name(*local).ident;
                if written { quote!((&raw mut #ident)) } else { quote!((&raw const #ident).cast_mut()) }
            }
            Base::Pointer(pointer) => {
                let pointer = self.code(pointer).receiver();
                quote!(#pointer.0)
            }
            Base::Static(id) => {
                let name = static_name(*id);
                match self.unit.program.statics.get(id.0 as usize).filter(|one| one.module.is_some()) {
                    Some(one) => {
                        let ty = types::stored(&one.ty);
                        quote!(#name.place::<#ty>())
                    }
                    None => quote!((&raw mut #name)),
                }
            }
        };
        for step in &place.steps {
            at = match step {
                Step::Field(id, field_at) => {
                    let (of, field) = (types::structure(*id), field(*field_at));
                    quote!((&raw mut (*#at.cast::<#of>()).#field))
                }
                Step::Index(index, item) => {
                    let (index, item) = (self.code(index).receiver(), types::stored(item));
                    quote!(#at.cast::<#item>().wrapping_offset(#index as isize))
                }
            };
        }
        at
    }

    /// Whether the place may lie at any address.
    fn is_unaligned(&self, place: &Place) -> bool {
        place.steps.iter().any(|step| match step {
            Step::Field(id, _) => self.unit.program.structs.get(id.0 as usize).is_some_and(|one| one.packed),
            Step::Index(..) => false,
        })
    }

    pub fn get_place(&mut self, place: &Place) -> TokenStream {
        let read = if self.is_unaligned(place) { quote!(read_unaligned) } else { quote!(read) };
        let at = self.raw_place(place, false);
        quote!(unsafe { #at.#read() })
    }

    pub fn put_place(&mut self, place: &Place, value: &Expr) -> TokenStream {
        let write = if self.is_unaligned(place) { quote!(write_unaligned) } else { quote!(write) };
        let at = self.raw_place(place, true);
        let value = self.value(value);
        quote!(unsafe { #at.#write(#value) };)
    }

    pub fn address_of(&mut self, place: &Place, ty: &Type) -> TokenStream {
        let item = types::pointed(ty);
        let at = self.raw_place(place, true);
        // Moving a raw pointer about is no access.
        quote!(rt::Ptr(unsafe { #at.cast::<#item>() }))
    }

    /// `&array[index]`
    pub fn item_address(&mut self, array: LocalId, index: &[AxisIndex], ty: &Type, span: Span) -> TokenStream {
        let (before, indices) = self.item_indices(array, index, span);
        let (view, item) = (self.name(array).ident.clone(), types::pointed(ty));
        quote!({ #before rt::Ptr(#view.item([#(#indices),*]).cast::<#item>()) })
    }

    /// A function in the form that pointers to functions have: it may raise.
    pub fn function_address(&mut self, func: FnId) -> TokenStream {
        let unit = self.unit;
        let callee = unit.function(func);
        let name = fn_name(func);
        let mut params = Vec::new();
        let mut args = Vec::new();
        for (at, param) in callee.params.iter().enumerate() {
            let (own, ty) = (format_ident!("a{at}"), types::value(&callee.locals[param.0 as usize].ty));
            params.push(quote!(#own: #ty));
            let bare = matches!(callee.locals[param.0 as usize].ty, Type::Array(_)) && unit.takes_view(func, *param);
            args.push(if bare { quote!(#own.view) } else { quote!(#own) });
        }
        let returns = types::value(&callee.returns);
        let call = if callee.call_raises() { quote!(#name(#(#args),*)) } else { quote!(Ok(#name(#(#args),*))) };
        let types = callee.params.iter().map(|param| types::value(&callee.locals[param.0 as usize].ty));
        let shim = self.tables.shim(&params, &returns, &call);
        quote!(Some(#shim as fn(#(#types),*) -> Result<#returns, rt::Raise>))
    }

    /// A function of the runtime in that form.
    pub fn kernel_address(&mut self, path: &str, raises: bool, ty: &Type) -> TokenStream {
        let Type::Function(function) = ty else { return quote!(None) };
        let types: Vec<_> = function.params.iter().map(types::value).collect();
        let args: Vec<_> = (0..types.len()).map(|at| format_ident!("a{at}")).collect();
        let params: Vec<_> = args.iter().zip(&types).map(|(own, ty)| quote!(#own: #ty)).collect();
        let (returns, kernel) = (types::value(&function.returns), names::runtime_path(path));
        let call = if raises { quote!(#kernel(#(#args),*)) } else { quote!(Ok(#kernel(#(#args),*))) };
        let shim = self.tables.shim(&params, &returns, &call);
        quote!(Some(#shim as fn(#(#types),*) -> Result<#returns, rt::Raise>))
    }

    pub fn get_static(&mut self, id: StaticId, span: Span) -> TokenStream {
        let name = static_name(id);
        self.fallible(quote!(#name.get()), span)
    }

    pub fn set_static(&mut self, id: StaticId, value: &Expr) -> TokenStream {
        let (name, value) = (static_name(id), self.value(value));
        quote!(#name.set(#value))
    }

    pub fn call_pointer(&mut self, func: &Expr, args: &[Expr], span: Span) -> TokenStream {
        let (func, args) = (self.value(func), self.values(args));
        self.fallible(
            quote!(match #func { Some(callee) => callee(#(#args),*), None => Err(rt::mem::null_call()) }),
            span,
        )
    }
}

/// The Rust type of a pointer to a function.
pub(super) fn function_type(function: &FunctionType) -> TokenStream {
    let (params, returns) = (function.params.iter().map(types::value), types::value(&function.returns));
    quote!(Option<fn(#(#params),*) -> Result<#returns, rt::Raise>>)
}

/// The length of a C array.
pub(super) fn length(size: u32) -> Literal {
    Literal::u32_unsuffixed(size)
}
