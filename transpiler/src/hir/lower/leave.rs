//! Why a function stays with the interpreter.

use super::function::Lowerer;
use crate::hir::Left;
use crate::span::Span;
use crate::syntax::ast;

/// Builtins that look into the frame of their caller, or run code in it.
const FRAME_BUILTINS: [&str; 8] = ["locals", "globals", "eval", "exec", "super", "vars", "dir", "__class__"];

/// Those of them that leave the frame alone when they are given so many arguments.
const WITH_ARGUMENTS: [(&str, usize); 3] = [("super", 2), ("vars", 1), ("dir", 1)];

/// Functions of modules that do.
const FRAME_FUNCTIONS: [&str; 4] =
    ["sys._getframe", "sys._getframemodulename", "inspect.currentframe", "inspect.stack"];

impl Lowerer<'_> {
    /// Leaves the function; of several reasons the first in the source stays.
    pub(super) fn leave(&mut self, span: Span, reason: impl Into<String>, hint: Option<&str>) {
        let earlier = self.left.as_ref().is_some_and(|left| left.span.start <= span.start);
        if !self.outside && !earlier {
            self.left = Some(Left { span, reason: reason.into(), hint: hint.map(Into::into) });
        }
    }

    /// Leaves the function for a construct, of which the clause says what it does: "it deletes a name".
    pub(super) fn leave_at(&mut self, span: Span, clause: &str, hint: Option<&str>) {
        let line = self.context.lines.line(span.start);
        self.leave(span, format!("{clause}, line {line}"), hint);
    }

    /// Whether a call is of such a built-in, with arguments that make it an ordinary function: `super(Child, self)`.
    pub(super) fn needs_no_frame(&self, call: &ast::ExprCall) -> bool {
        let ast::Expr::Name(name) = &*call.func else { return false };
        WITH_ARGUMENTS.contains(&(name.id.as_str(), call.args.len()))
            && call.keywords.is_empty()
            && self.lookup(&name.id).is_none()
            && !self.context.scope.names.contains_key(name.id.as_str())
    }

    /// Leaves the function if a global name (of no binding in the module) reads the frame.
    pub(super) fn leave_for_name(&mut self, name: &str, span: Span) {
        if FRAME_BUILTINS.contains(&name) && !self.context.scope.names.contains_key(name) {
            self.leave_at(span, &format!("it uses `{name}`"), None);
        } else {
            self.leave_for_path(self.context.scope.path(name), span);
        }
    }

    /// Leaves the function if the object of this full name reads the frame.
    pub(super) fn leave_for_path(&mut self, path: Option<String>, span: Span) {
        if let Some(path) = path.filter(|path| FRAME_FUNCTIONS.contains(&path.as_str())) {
            self.leave_at(span, &format!("it uses `{path}`"), None);
        }
    }
}
