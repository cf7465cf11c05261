//! `#pythran export` lines to the signatures of the functions they name.

use std::collections::BTreeMap;

use super::pythran::{self, Export, MAX_OVERLOADS, Wrong, product};
use crate::diag::{Code, Diagnostic};
use crate::hir::lower::names::nearest;
use crate::hir::lower::{Context, Def};
use crate::hir::{Origin, Signature};
use crate::syntax::ExportComment;
use crate::syntax::ast::{Constant, Expr, UnaryOp};
use crate::ty::Type;

/// The signatures that export lines give, by the index of the function.
#[derive(Default)]
pub struct Exports {
    signatures: BTreeMap<usize, Vec<Signature>>,
}

impl Exports {
    /// Reads all lines.
    pub fn read(context: &Context<'_>, lines: &[ExportComment], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut exports = Exports::default();
        for line in lines {
            match pythran::parse(context.text, &line.pieces) {
                Ok(found) => found.iter().for_each(|export| {
                    if let Err(error) = exports.add(context, export) {
                        diagnostics.push(error);
                    }
                }),
                Err(wrong) => diagnostics.push(error(Code::SIGNATURE, wrong)),
            }
        }
        exports
    }

    /// The signatures of a function, if a line exports it.
    pub fn of(&self, def: usize) -> Option<Vec<Signature>> {
        self.signatures.get(&def).cloned()
    }

    fn add(&mut self, context: &Context<'_>, export: &Export) -> Result<(), Diagnostic> {
        let at = find(context, export)?;
        let (Some(at), Some(params)) = (at, &export.params) else { return Ok(()) };
        let def = &context.scope.defs[at];
        check_arity(def, export)?;
        let known = self.signatures.entry(at).or_default();
        let required = params.iter().filter(|param| !param.optional).count();
        // Each optional parameter that is left out makes overloads of its own.
        for given in (required..=params.len()).rev() {
            let choices = choices(export, &params[..given], MAX_OVERLOADS - known.len())?;
            for types in choices {
                add_overload(known, def, export, types, given == params.len())?;
            }
        }
        Ok(())
    }
}

/// Every choice of types for some parameters of a line.
fn choices(export: &Export, params: &[pythran::Param], room: usize) -> Result<Vec<Vec<Option<Type>>>, Diagnostic> {
    let alternatives: Vec<_> = params.iter().map(|param| param.alternatives.clone()).collect();
    product(&alternatives).filter(|choices| choices.len() <= room).ok_or_else(|| {
        let message = format!("`{}` has more than {MAX_OVERLOADS} overloads", export.name);
        Diagnostic::error(Code::SIGNATURE, export.span, message)
    })
}

/// Adds a signature that is not there yet; an error if it is there and `explicit`, that is, written in full.
fn add_overload(
    known: &mut Vec<Signature>,
    def: &Def<'_>,
    export: &Export,
    types: Vec<Option<Type>>,
    explicit: bool,
) -> Result<(), Diagnostic> {
    let params = all_params(def, types);
    match known.iter().find(|other| other.params == params) {
        Some(other) if explicit => {
            let message = format!("`{}` is exported twice with these types", export.name);
            Err(Diagnostic::error(Code::SIGNATURE, export.span, message).note(other.span, "exported here before"))
        }
        Some(_) => Ok(()),
        None => {
            known.push(Signature {
                params,
                ranked_by_use: Vec::new(),
                returns: None,
                origin: Origin::Pythran,
                span: export.span,
            });
            Ok(())
        }
    }
}

fn error(code: Code, wrong: Wrong) -> Diagnostic {
    let error = Diagnostic::error(code, wrong.span, wrong.message);
    match wrong.hint {
        Some(hint) => error.hint(hint),
        None => error,
    }
}

/// The function that an export names; `None` for a global variable or a capsule.
fn find(context: &Context<'_>, export: &Export) -> Result<Option<usize>, Diagnostic> {
    let functions = || context.scope.defs.iter().enumerate().filter(|(_, def)| def.classes.is_empty());
    let target = |message: String| Diagnostic::error(Code::SIGNATURE_TARGET, export.name_span, message);
    let found = functions().rfind(|(_, def)| def.name() == export.name).map(|(at, _)| at);
    let bound = context.scope.names.contains_key(&export.name);
    match (found, &export.params) {
        (Some(_), None) => {
            Err(target(format!("`{}` is a function", export.name)).hint("write its parameters' types in parentheses"))
        }
        (Some(_), Some(_)) if export.capsule => Ok(None),
        (Some(at), Some(_)) => Ok(Some(at)),
        (None, None) if bound => Ok(None),
        (None, Some(_)) if bound => Err(target(format!("`{}` is not a function of this module", export.name))),
        (None, _) => {
            let error = target(format!("the module has no function `{}`", export.name));
            Err(match nearest(&export.name, functions().map(|(_, def)| def.name())) {
                Some(name) => error.hint(format!("did you mean `{name}`?")),
                None => error,
            })
        }
    }
}

fn check_arity(def: &Def<'_>, export: &Export) -> Result<(), Diagnostic> {
    let positional = || def.args().posonlyargs.iter().chain(&def.args().args);
    let most = positional().count();
    let least = positional().filter(|param| param.default.is_none()).count();
    let params = export.params.as_deref().unwrap_or_default();
    let required = params.iter().filter(|param| !param.optional).count();
    let message = if params.len() > most {
        format!("the line gives types for {}, `{}` takes {most}", params.len(), export.name)
    } else if required < least {
        format!("the line gives types for {required}, `{}` needs at least {least}", export.name)
    } else {
        return Ok(());
    };
    let first_extra = params.get(most).map(|param| param.span);
    let span = first_extra.or(params.get(required).map(|param| param.span)).unwrap_or(export.span);
    Err(Diagnostic::error(Code::SIGNATURE_TARGET, span, message).note(def.span(), "defined here"))
}

/// One entry per parameter of the `def`: the given types, then those of the defaults.
fn all_params(def: &Def<'_>, given: Vec<Option<Type>>) -> Vec<Option<Type>> {
    let args = def.args();
    let mut given = given.into_iter();
    let mut params = Vec::new();
    for param in args.posonlyargs.iter().chain(&args.args) {
        params.push(given.next().unwrap_or_else(|| literal_type(param.default.as_deref())));
    }
    params.extend(args.vararg.iter().map(|_| None));
    params.extend(args.kwonlyargs.iter().map(|param| literal_type(param.default.as_deref())));
    params.extend(args.kwarg.iter().map(|_| None));
    params
}

/// The type of a literal.
fn literal_type(default: Option<&Expr>) -> Option<Type> {
    match default? {
        Expr::Constant(constant) => Some(match &constant.value {
            Constant::None => Type::None,
            Constant::Bool(_) => Type::BOOL,
            Constant::Str(_) => Type::Str,
            Constant::Bytes(_) => Type::Bytes,
            Constant::Int(_) => Type::INT,
            Constant::Float(_) => Type::FLOAT,
            Constant::Complex { .. } => Type::COMPLEX,
            Constant::Tuple(_) | Constant::Ellipsis => return None,
        }),
        Expr::UnaryOp(unary) if matches!(unary.op, UnaryOp::USub | UnaryOp::UAdd) => {
            literal_type(Some(&unary.operand)).filter(|ty| matches!(*ty, Type::INT | Type::FLOAT | Type::COMPLEX))
        }
        _ => None,
    }
}
