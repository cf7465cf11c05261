//! The directives, one row each, and how their values are read.

use crate::diag::{Code, Diagnostic, Severity};
use crate::hir::lower::names::nearest;
use crate::options::{CStringClass, CStrings, Directives};
use crate::span::Span;
use crate::syntax::DirectiveComment;
use crate::syntax::ast::{Constant, Expr, ExprCall, ExprConstant};

/// A directive that pyrx accepts.
pub struct DirectiveRow {
    pub name: &'static str,
    /// Where its value is kept; `None` if pyrx accepts it and needs nothing of it.
    pub slot: Option<fn(&mut Directives) -> &mut bool>,
    /// Whether a `with` block may set it; others hold for whole functions or modules.
    pub block: bool,
    /// What it changes, for the manual; empty without a slot.
    pub effect: &'static str,
}

macro_rules! rows {
    ($($name:literal $($block:ident)? $(=> $field:ident, $effect:literal)?;)*) => {
        &[$(DirectiveRow {
            name: $name,
            slot: rows!(@slot $($field)?),
            block: rows!(@block $($block)?),
            effect: concat!($($effect)?),
        }),*]
    };
    (@slot) => { None };
    (@slot $field:ident) => { Some(|directives| &mut directives.$field) };
    (@block) => { false };
    (@block block) => { true };
}

/// All directives, in the order of the manual.
pub const DIRECTIVES: &[DirectiveRow] = rows![
    "boundscheck" block => boundscheck, "`False`: indices are not checked; one out of range is undefined behaviour";
    "wraparound" block => wraparound, "`False`: negative indices do not count from the end";
    "initializedcheck" block;
    "nonecheck" block;
    "cdivision" block => cdivision, "`True`: integer division of C numbers truncates, `/` of C integers, and of literals in a `.pyx`, is integer division";
    "cdivision_warnings" block;
    "overflowcheck" block => overflowcheck, "`True`: C integers that overflow raise `OverflowError`";
    "overflowcheck.fold" block;
    "cpow" block => cpow, "`True`: `**` of C integers stays an integer";
    "infer_types" block;
    "legacy_implicit_noexcept" => legacy_noexcept, "`True`: what a C function raises whose header does not say is printed";
    "language_level";
    "c_string_type";
    "c_string_encoding";
    "binding";
    "embedsignature";
    "profile" block => profile, "`True`: profilers see calls, see [below](#profilers)";
    "linetrace" block;
    "annotation_typing" block => annotation_typing, "`False`: arguments may be of other classes than a `.py` for Cython annotates";
    "freethreading_compatible";
    "auto_pickle";
    // What is said of the C code, of its warnings, or of forms that pyrx has no use for.
    "allow_none_for_extension_args";
    "always_allow_keywords";
    "autotestdict";
    "autotestdict.all";
    "autotestdict.cdef";
    "c_api_binop_methods";
    "c_compile_guard";
    "callspec";
    "ccomplex";
    "control_flow.dot_annotate_defs";
    "control_flow.dot_output";
    "cpp_locals";
    "embedsignature.format";
    "emit_code_comments";
    "fast_getattr";
    "fast_gil";
    "formal_grammar";
    "infer_types.verbose";
    "iterable_coroutine";
    "np_pythran";
    "optimize.inline_defnode_calls" block;
    "optimize.unpack_method_calls" block;
    "optimize.unpack_method_calls_in_pyinit" block;
    "optimize.use_switch" block;
    "preliminary_late_includes_cy28";
    "remove_unreachable";
    "set_initial_path";
    "show_performance_hints" block;
    "subinterpreters_compatible";
    "type_version_tag";
    "unraisable_tracebacks";
    "warn.deprecated.DEF" block;
    "warn.deprecated.IF" block;
    "warn.maybe_uninitialized" block;
    "warn.multiple_declarators" block;
    "warn.undeclared" block;
    "warn.unreachable" block;
    "warn.unused" block;
    "warn.unused_arg" block;
    "warn.unused_result" block;
    "fastmath" block => fastmath, "`True`: accepted; it allows reassociation, of which pyrx makes no use yet";
    "parallel" => parallel, "`False`: `prange` runs on one thread";
    "strict" => strict, "`True`: a function that is not native is an error";
    "jit" => jit, "`True`: functions with Numba's `@njit` or `@jit` and no types are compiled [when they are called](jit.md)";
    // The import hook's mark, `# pyrx: compile`.
    "compile";
];

/// The row of a directive.
pub fn find(name: &str) -> Option<&'static DirectiveRow> {
    DIRECTIVES.iter().find(|row| row.name == name)
}

/// Applies header comments, in order.
pub fn apply_comments(
    directives: &mut Directives,
    comments: &[DirectiveComment],
    in_pyx: bool,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for comment in comments {
        match directives.set_word(&comment.name, comment.value.trim_matches(['"', '\''])) {
            Ok(false) => {}
            Ok(true) => continue,
            Err(words) => {
                let message = format!("the directive `{}` is {words}", comment.name);
                diagnostics.push(Diagnostic::error(Code::DIRECTIVE, comment.span, message));
                continue;
            }
        }
        if in_pyx && find(&comment.name).is_none() {
            // Cython passes over it.
            let error = unknown(&comment.name, comment.span);
            diagnostics.push(Diagnostic { severity: Severity::Warning, ..error });
            continue;
        }
        let value = match &*comment.value {
            "True" | "true" | "1" => Some(true),
            "False" | "false" | "0" => Some(false),
            _ => None,
        };
        apply(directives, &comment.name, value, comment.span, diagnostics);
    }
    let said = comments.iter().find(|comment| comment.name == "c_string_type");
    if let (Some(said), CStrings { class: CStringClass::Str, encoding: None }) = (said, directives.c_strings) {
        let message = "a default encoding must be provided if c_string_type is not a byte type";
        let error = Diagnostic::error(Code::DIRECTIVE, said.span, message);
        diagnostics.push(error.hint("add `c_string_encoding=utf8`"));
    }
}

/// Applies one directive; `None` stands for a value that is neither true nor false.
pub fn apply(
    directives: &mut Directives,
    name: &str,
    value: Option<bool>,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let wrong = match (find(name), value) {
        (None, _) => unknown(name, span),
        (Some(DirectiveRow { slot: None, .. }), _) => return,
        (Some(DirectiveRow { slot: Some(slot), .. }), Some(value)) => {
            *slot(directives) = value;
            directives.cpow_said |= name == "cpow";
            return;
        }
        (Some(_), None) => {
            let message = format!("the directive `{name}` is `True` or `False`");
            Diagnostic::error(Code::DIRECTIVE, span, message)
        }
    };
    diagnostics.push(wrong);
}

/// Applies one directive as a `with` block sets it.
pub fn apply_in_block(
    directives: &mut Directives,
    name: &str,
    call: &ExprCall,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if find(name).is_some_and(|row| !row.block) {
        let message = format!("the directive `{name}` does not hold for a block");
        diagnostics.push(Diagnostic::error(Code::DIRECTIVE, span, message).hint("set it for the function or module"));
        return;
    }
    apply(directives, name, called_value(Some(call)), span, diagnostics);
}

/// The value that a call of a directive gives it; without a value it is turned on.
pub fn called_value(call: Option<&ExprCall>) -> Option<bool> {
    match call.map(|call| (&call.args[..], &call.keywords[..])) {
        None | Some(([], [])) => Some(true),
        Some(([value], [])) => literal(value),
        Some(_) => None,
    }
}

/// The error for a name that is no directive.
pub fn unknown(name: &str, span: Span) -> Diagnostic {
    let error = Diagnostic::error(Code::DIRECTIVE, span, format!("`{name}` is not a directive"));
    match nearest(name, DIRECTIVES.iter().map(|row| row.name)) {
        Some(known) => error.hint(format!("did you mean `{known}`?")),
        None => error,
    }
}

/// `True` or `False`, written as such.
pub fn literal(expr: &Expr) -> Option<bool> {
    match expr {
        Expr::Constant(ExprConstant { value: Constant::Bool(value), .. }) => Some(*value),
        _ => None,
    }
}
