//! F-strings.

use super::function::Lowerer;
use crate::hir::FStringPart;
use crate::syntax;
use crate::syntax::ast::{self, Constant, ConversionFlag};
use crate::syntax::cython::forms;

impl<'m> Lowerer<'m> {
    /// The parts of an f-string or of a format specification.
    pub(super) fn f_string(&mut self, joined: &'m ast::ExprJoinedStr) -> Vec<FStringPart> {
        joined.values.iter().filter_map(|value| self.f_string_part(value)).collect()
    }

    pub(super) fn f_string_part(&mut self, part: &'m ast::Expr) -> Option<FStringPart> {
        match part {
            ast::Expr::Constant(ast::ExprConstant { value: Constant::Str(text), .. }) => {
                let span = syntax::span(part);
                if self.has_lone_surrogate(text, span) {
                    self.leave_at(span, "it has a string with a lone surrogate", None);
                }
                (!text.is_empty()).then(|| FStringPart::Text(text.clone()))
            }
            ast::Expr::FormattedValue(formatted) => {
                let value = self.expr(&formatted.value);
                let conversion = match formatted.conversion {
                    ConversionFlag::None => None,
                    ConversionFlag::Str => Some('s'),
                    ConversionFlag::Ascii => Some('a'),
                    ConversionFlag::Repr => Some('r'),
                };
                let spec = match formatted.format_spec.as_deref() {
                    Some(ast::Expr::JoinedStr(spec)) => self.f_string(spec),
                    Some(other) => self.f_string_part(other).into_iter().collect(),
                    None => Vec::new(),
                };
                Some(FStringPart::Value { value, conversion, spec })
            }
            ast::Expr::Call(call) if matches!(&*call.func, ast::Expr::Name(name) if *name.id == *forms::FIELD) => {
                let [value, conversion, spec @ ..] = &call.args[..] else { return None };
                let conversion = match conversion {
                    ast::Expr::Constant(ast::ExprConstant { value: Constant::Str(text), .. }) => text.chars().next(),
                    _ => None,
                };
                let value = self.expr(value);
                let spec = spec.iter().filter_map(|part| self.f_string_part(part)).collect();
                Some(FStringPart::Value { value, conversion, spec })
            }
            other => Some(FStringPart::Value { value: self.expr(other), conversion: None, spec: Vec::new() }),
        }
    }
}
