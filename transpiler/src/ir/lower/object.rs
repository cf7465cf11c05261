//! Expressions as Python objects, and what only objects can do.

use super::builder::Lower;
use crate::diag::{Code, Diagnostic};
use crate::hir::{self, Const, ExprKind as Hir, FStringPart};
use crate::ir::{Expr, Op, PyOp};
use crate::span::Span;
use crate::syntax::cython::CKind;
use crate::ty::{Num, Rules, Sense, Type};
use crate::types::{self, Callee};

impl<'a> Lower<'a> {
    /// The value of an expression as a Python object.
    pub(super) fn object(&mut self, expr: &'a hir::Expr) -> Expr {
        if let Hir::Const(value) = &expr.kind {
            return self.op(Op::Python(PyOp::Const(value.clone())), Type::Object);
        }
        if let Some(bytes) = self.bytes_behind(expr) {
            return bytes;
        }
        if let ty @ Type::Fixed(..) = self.type_of(expr) {
            let value = self.expr(expr);
            let whole = self.coerce(value, &ty);
            return self.boxed(whole);
        }
        if let Some(result) = self.exact_call(expr) {
            return result;
        }
        // A character that only the interpreter wants is the item that was found.
        if let Hir::Index { value, index } = &expr.kind
            && self.type_of(expr) != Type::Object
            && self.type_of(value) == Type::Object
        {
            return self.at(expr.span, |cx| cx.index(value, index, &Type::Object));
        }
        // A choice of texts that only the interpreter wants is one of objects.
        if let Hir::IfExp { cond, then, orelse } = &expr.kind
            && self.type_of(expr) == Type::Str
        {
            let cond = self.condition(cond);
            let [then, orelse] = [then, orelse].map(|value| self.in_block(|cx| cx.object(value)));
            return self.choose(cond, then, orelse, &Type::Object);
        }
        let value = self.expr(expr);
        self.at(expr.span, |cx| cx.boxed(value))
    }

    /// `p[start:stop]` of a pointer to characters: so many bytes, zeros among them too.
    pub(super) fn bytes_behind(&mut self, expr: &'a hir::Expr) -> Option<Expr> {
        let slice = types::memory::pointer_slice(expr, |part| self.type_of(part));
        let slice = slice.filter(|slice| slice.item.is_byte())?;
        let (pointer, length) = self.slice_of_pointer(&slice);
        let args = vec![super::memory::void(pointer), length];
        let path = if self.decodes_texts() { "mem::text_of" } else { "mem::bytes_of" };
        Some(self.at(expr.span, |cx| cx.raising(path, args, Type::Object)))
    }

    /// A call of a compiled function whose integer result only the interpreter wants: through the interpreter, which
    /// gets Python's answer where that leaves 64 bits.
    fn exact_call(&mut self, expr: &'a hir::Expr) -> Option<Expr> {
        let Hir::Call { func, args, keywords } = &expr.kind else { return None };
        let Hir::Global(name) = &func.kind else { return None };
        if self.module.copies.contains_key(name) {
            return None;
        }
        let is_native = matches!(self.instance.callees.get(&expr.id), Some(Callee::Native { .. }));
        let is_scalar = |ty: Type| matches!(ty, Type::Num(_) | Type::Str | Type::Char | Type::Bytes | Type::Object);
        let result = self.type_of(expr).num()?;
        let exact = result.rules == Rules::Python && result.repr.is_integer();
        let mut operands = args.iter().chain(keywords.iter().map(|(_, value)| value));
        if !is_native || !exact || !operands.all(|operand| is_scalar(self.type_of(operand))) {
            return None;
        }
        let func = self.at(func.span, |cx| cx.op(Op::Python(PyOp::Global(name.clone())), Type::Object));
        let (args, keywords) = self.call_operands(args, keywords);
        Some(self.at(expr.span, |cx| cx.op(Op::Python(PyOp::Call { func, args, keywords }), Type::Object)))
    }

    pub(super) fn objects(&mut self, exprs: &'a [hir::Expr]) -> Vec<Expr> {
        exprs.iter().map(|expr| self.object(expr)).collect()
    }

    pub(super) fn fstring(&mut self, parts: &'a [FStringPart]) -> Expr {
        let mut pieces = Vec::new();
        for part in parts {
            pieces.push(match part {
                FStringPart::Text(text) => self.text_object(text),
                FStringPart::Value { value, conversion, spec } => {
                    let value = self.formatted(value);
                    let spec = self.fstring_spec(spec);
                    self.op(Op::Python(PyOp::Format { value, conversion: *conversion, spec }), Type::Object)
                }
            });
        }
        self.note_python("an f-string is formatted by the interpreter", None);
        self.op(Op::Python(PyOp::JoinStr(pieces)), Type::Object)
    }

    /// What an f-string formats: of an item of an enum, the number.
    fn formatted(&mut self, value: &'a hir::Expr) -> Expr {
        match self.type_of(value) {
            Type::Num(num @ Num { sense: Sense::Enum(_), .. }) => {
                let value = self.expr(value);
                self.boxed(Expr { ty: Type::Num(num.plain()), kind: value.kind })
            }
            _ => self.object(value),
        }
    }

    fn fstring_spec(&mut self, spec: &'a [FStringPart]) -> Expr {
        match spec {
            [] => self.text_object(""),
            [FStringPart::Text(text)] => self.text_object(text),
            parts => self.fstring(parts),
        }
    }

    fn text_object(&mut self, text: &str) -> Expr {
        self.op(Op::Python(PyOp::Const(Const::Str(text.to_string()))), Type::Object)
    }

    /// A call through the interpreter.
    pub(super) fn python_call(
        &mut self,
        call: &'a hir::Expr,
        func: &'a hir::Expr,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
    ) -> Expr {
        if let Some(error) = self.c_call_error(func, args, keywords) {
            self.diagnostics.push(error);
            return Expr::none();
        }
        self.note_call(call, func, args);
        if let Hir::Attribute { value, name } = &func.kind
            && types::memory::library(self.module, func).is_none()
        {
            let object = match name.as_str() {
                "decode" => {
                    let value = self.bytes_object(value);
                    self.boxed(value)
                }
                _ => self.object(value),
            };
            let (args, keywords) = self.call_operands(args, keywords);
            let call = PyOp::CallMethod { object, name: name.clone(), args, keywords };
            return self.op(Op::Python(call), Type::Object);
        }
        let func = self.callee_object(func);
        let (args, keywords) = self.call_operands(args, keywords);
        self.op(Op::Python(PyOp::Call { func, args, keywords }), Type::Object)
    }

    /// The interpreter cannot call what only C knows.
    fn c_call_error(
        &self,
        func: &hir::Expr,
        args: &[hir::Expr],
        keywords: &[(String, hir::Expr)],
    ) -> Option<Diagnostic> {
        let given = args.len() + keywords.len();
        let error = |message: String| Some(Diagnostic::error(Code::C_CALL, func.span, message));
        if let Some(id) = types::resolve::function(self.module, func) {
            let function = &self.module.functions[id.0 as usize];
            // Python's call of what C knows as well is the interpreter's.
            self.source.c.as_ref()?;
            if !function.c.as_ref().is_some_and(|c| c.kind == CKind::Cdef) && !refuses(function) {
                return None;
            }
            let arity = arity(function);
            if !arity.contains(&given) {
                return error(wrong_count(&arity, given));
            }
            let miss = self.miss(function, args, keywords);
            let unknown = function.params[args.len().min(function.params.len())..].iter().find(|param| {
                let named = keywords.iter().any(|(name, _)| *name == param.name);
                let default = param.default.as_ref().filter(|_| !named);
                default.is_some_and(|default| types::default(self.module, function, default).is_none())
            });
            let unfit = || match unknown {
                Some(param) => {
                    let name = &function.name;
                    format!(
                        "the default of `{}` in `{name}` is no constant, and no code runs that computes it",
                        param.name
                    )
                }
                None => format!("the arguments cannot be converted to what `{}` takes", function.name),
            };
            return error(miss.map_or_else(unfit, |miss| miss.to_string()));
        }
        let path = types::resolve::path(self.module, func)?;
        match self.module.globals.get(&path.root)? {
            hir::Global::CMember(_) | hir::Global::CModule(_) if types::libc::is_unknown(&path.name) => {
                Some(types::libc::unknown_name(&path.name, func.span))
            }
            // An object, called as every other.
            hir::Global::CMember(_) | hir::Global::CModule(_) if types::libc::class(&path.name).is_some() => None,
            hir::Global::CMember(_) | hir::Global::CModule(_)
                if types::libc::call(&path.name).is_some_and(|call| !call.takes(given)) =>
            {
                let wanted = types::libc::call(&path.name).map_or(0, |call| call.params.len());
                error(wrong_count(&(wanted..=wanted), given))
            }
            hir::Global::CMember(_) | hir::Global::CModule(_)
                if path.name.starts_with("cpython.") && types::libc::call(&path.name).is_none() =>
            {
                Some(types::libc::unknown_name(&path.name, func.span))
            }
            _ if self.is_numpy_elsewhere(&path.root) => None,
            hir::Global::CMember(_) | hir::Global::CModule(_) => {
                error(format!("`{}` with these arguments is not supported yet", path.name))
            }
            hir::Global::CStruct(_) => error(format!("`{}` is no function", path.name)),
            _ => None,
        }
    }

    /// Why no specialization of a function with fused parameters takes the arguments.
    fn miss(
        &self,
        function: &hir::Function,
        args: &[hir::Expr],
        keywords: &[(String, hir::Expr)],
    ) -> Option<types::fused::Miss> {
        function.fused.as_ref()?;
        let types = self.given_types(function, args, keywords);
        types::fused::best(self.module, function, &types).err()
    }

    /// Whether it is the name of NumPy in another module. What C does not know of it is Python's, which that module has
    /// imported under the same name.
    pub(super) fn is_numpy_elsewhere(&self, name: &str) -> bool {
        let numpy = |global: &hir::Global| matches!(global, hir::Global::CModule(path) if path == "numpy");
        name.contains(':') && self.module.globals.get(name).is_some_and(numpy)
    }

    /// A C function is no Python object.
    pub(super) fn c_value_error(&self, expr: &hir::Expr) -> Option<Diagnostic> {
        let id = types::resolve::function(self.module, expr)?;
        let function = &self.module.functions[id.0 as usize];
        function.c.as_ref().filter(|c| c.kind == CKind::Cdef)?;
        let message = match function.fused {
            Some(_) => "Type is not specialized".to_owned(),
            None => format!("`{}` as a Python object is not supported yet: it is a C function", function.name),
        };
        Some(Diagnostic::error(Code::C_CALL, expr.span, message))
    }

    /// The types of the arguments, one a parameter.
    fn given_types(
        &self,
        function: &hir::Function,
        args: &[hir::Expr],
        keywords: &[(String, hir::Expr)],
    ) -> Vec<Option<Type>> {
        let named = |name: &str| keywords.iter().find(|(own, _)| own == name).map(|(_, value)| value);
        let params = function.params.iter().enumerate();
        let given = params.map(|(at, param)| args.get(at).or_else(|| named(&param.name)));
        given.map(|arg| arg.map(|arg| self.type_of(arg))).collect()
    }

    pub(super) fn callee_object(&mut self, func: &'a hir::Expr) -> Expr {
        match &func.kind {
            Hir::Global(name)
                if types::memory::library(self.module, func).is_none() && self.variable(name).is_none() =>
            {
                let load = PyOp::Global(name.clone());
                self.at(func.span, |cx| cx.op(Op::Python(load), Type::Object))
            }
            _ => self.object(func),
        }
    }

    fn call_operands(
        &mut self,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
    ) -> (Vec<Expr>, Vec<(String, Expr)>) {
        let args = self.objects(args);
        let keywords = keywords.iter().map(|(name, value)| (name.clone(), self.object(value))).collect();
        (args, keywords)
    }
}

/// How many arguments a function takes.
fn arity(function: &hir::Function) -> std::ops::RangeInclusive<usize> {
    let least = function.params.iter().filter(|param| param.default.is_none()).count();
    least..=function.params.len()
}

fn wrong_count(arity: &std::ops::RangeInclusive<usize>, given: usize) -> String {
    let (least, most) = (*arity.start(), *arity.end());
    let expected = match given < least {
        _ if least == most => most.to_string(),
        true => format!("at least {least}"),
        false => format!("at most {most}"),
    };
    format!("Call with wrong number of arguments (expected {expected}, got {given})")
}

/// Whether a call that fits nothing is an error rather than the interpreter's: of any C function with fused parameters.
fn refuses(function: &hir::Function) -> bool {
    function.fused.is_some() && function.is_c_function()
}

/// A name that only C sees, where a value is asked for.
pub(super) fn no_value(path: &str, span: Span) -> Diagnostic {
    let error =
        Diagnostic::error(Code::C_CALL, span, format!("`{path}` is cimported: this use of it is not supported yet"));
    match path.starts_with("libc.") {
        true => error.hint("call it, or write a `cdef` function that calls it and use that"),
        false => error.hint("import it from Python, too, if Python has it"),
    }
}
