//! The types that a `.py` makes by calls of Cython's: `P = cython.struct(x=cython.double)`, `index = cython.typedef(T)`.

use indexmap::IndexMap;

use super::Annotations;
use crate::diag::Diagnostic;
use crate::hir::fused::Binding;
use crate::hir::lower::Context;
use crate::hir::lower::scope::{How, Place};
use crate::syntax::ast::{Expr, ExprCall};
use crate::ty::{StructId, StructType, Type};

/// The types of a module by the names that it gives them; what is none stays a value of the interpreter's. Structs and unions come behind those in `context`.
pub fn read(context: &mut Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if context.c.is_some() {
        return;
    }
    for (name, made, call) in calls(context) {
        let found = match made {
            Made::Struct { union } => structure(context, &name, call, union, diagnostics).map(|one| {
                context.structs.push(one);
                Type::Struct(StructId(context.structs.len() as u32 - 1))
            }),
            Made::Typedef => match &call.args[..] {
                [ty] => written(context, ty, diagnostics),
                _ => None,
            },
        };
        if let Some(ty) = found {
            context.pure.insert(name, ty);
        }
    }
}

/// What a call makes.
#[derive(Clone, Copy)]
enum Made {
    Struct { union: bool },
    Typedef,
}

/// The names that such calls alone give a value, in order.
fn calls<'a>(context: &Context<'a>) -> Vec<(String, Made, &'a ExprCall)> {
    let named = context.scope.names.keys().filter_map(|name| {
        let binding = context.scope.only(name).filter(|binding| binding.place == Place::Top)?;
        let How::Value { value: Expr::Call(call), .. } = binding.how else { return None };
        let made = match context.scope.path_of(&call.func)?.as_str() {
            "cython.struct" => Made::Struct { union: false },
            "cython.union" => Made::Struct { union: true },
            "cython.typedef" => Made::Typedef,
            _ => return None,
        };
        Some((name.clone(), made, call))
    });
    named.collect()
}

fn structure(
    context: &Context<'_>,
    name: &str,
    call: &ExprCall,
    union: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<StructType> {
    let mut one = StructType { name: name.to_owned(), union, ..StructType::default() };
    if !call.args.is_empty() || call.keywords.is_empty() {
        return None;
    }
    for field in &call.keywords {
        let ty = written(context, &field.value, diagnostics).filter(lies_in_memory)?;
        one.written.push(
            Annotations::new(context, Binding::default()).operand(&field.value).map_or(String::new(), |one| one.name),
        );
        one.fields.push((field.arg.as_ref()?.to_string(), ty));
    }
    Some(one)
}

fn written(context: &Context<'_>, ty: &Expr, diagnostics: &mut Vec<Diagnostic>) -> Option<Type> {
    let mut annotations = Annotations::new(context, Binding::default());
    let found = annotations.local(ty);
    diagnostics.append(&mut annotations.diagnostics);
    found
}

/// Whether C's memory can hold it.
fn lies_in_memory(ty: &Type) -> bool {
    match ty {
        Type::Fixed(item, _) => lies_in_memory(item),
        Type::Num(num) => num.rules == crate::ty::Rules::C,
        Type::Pointer(_) | Type::Struct(_) => true,
        _ => false,
    }
}

/// The types by their names.
pub type PureTypes = IndexMap<String, Type>;
