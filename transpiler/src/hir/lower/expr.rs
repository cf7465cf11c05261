//! Expressions.

use super::function::Lowerer;
use super::names::normalize;
use super::snippets::Life;
use crate::hir::{BinOp, CmpOp, CompKind, Const, Expr, ExprKind, Generator, Index, IndexItem, UnaryOp, WebId};
use crate::span::Span;
use crate::syntax;
use crate::syntax::ast::{self, Constant};
use crate::syntax::cython::forms;
use std::collections::HashMap;

impl<'m> Lowerer<'m> {
    /// Lowers an expression; children have smaller ids than their parent.
    pub fn expr(&mut self, expr: &'m ast::Expr) -> Expr {
        let span = syntax::span(expr);
        let kind = self.kind(expr, span);
        Expr { id: self.next_id(), span, kind }
    }

    fn boxed(&mut self, expr: &'m ast::Expr) -> Box<Expr> {
        Box::new(self.expr(expr))
    }

    pub(super) fn optional(&mut self, expr: Option<&'m ast::Expr>) -> Option<Expr> {
        expr.map(|expr| self.expr(expr))
    }

    /// Several expressions, none of them starred.
    fn exprs(&mut self, exprs: &'m [ast::Expr]) -> Vec<Expr> {
        exprs.iter().map(|expr| self.expr(expr)).collect()
    }

    fn kind(&mut self, expr: &'m ast::Expr, span: Span) -> ExprKind {
        use ast::Expr as E;
        match expr {
            E::BoolOp(e) => {
                let and = e.op == ast::BoolOp::And;
                match self.undecided(and, &e.values) {
                    Ok(values) if values.len() == 1 => self.kind(values[0], span),
                    Ok(values) => {
                        ExprKind::Bool { and, values: values.into_iter().map(|value| self.expr(value)).collect() }
                    }
                    Err(truth) => ExprKind::Const(Const::Bool(truth)),
                }
            }
            E::NamedExpr(e) => self.walrus(e, span),
            E::BinOp(e) => {
                let (left, right) = (self.boxed(&e.left), self.boxed(&e.right));
                ExprKind::Binary { op: binary(e.op), left, right }
            }
            E::UnaryOp(e) => self.unary(e),
            E::IfExp(e) => {
                if let Some(truth) = self.type_truth(&e.test) {
                    return self.kind(if truth { &e.body } else { &e.orelse }, span);
                }
                let cond = self.boxed(&e.test);
                let (then, orelse) = (self.boxed(&e.body), self.boxed(&e.orelse));
                ExprKind::IfExp { cond, then, orelse }
            }
            E::Dict(e) => self.dict(e, span),
            E::Set(e) => match self.unpacking_display(&e.elts, ["{", "}"], span) {
                Some(kind) => kind,
                None => ExprKind::Set(self.exprs(&e.elts)),
            },
            E::ListComp(e) => self.comprehension(CompKind::List, &[&e.elt], &e.generators, span),
            E::SetComp(e) => self.comprehension(CompKind::Set, &[&e.elt], &e.generators, span),
            E::DictComp(e) => self.comprehension(CompKind::Dict, &[&e.key, &e.value], &e.generators, span),
            E::Compare(e) => {
                if let Some(truth) = self.type_test(e) {
                    return ExprKind::Const(Const::Bool(truth));
                }
                let left = self.boxed(&e.left);
                let rest = e.ops.iter().zip(&e.comparators).map(|(op, right)| (compare(*op), self.expr(right)));
                ExprKind::Compare { left, rest: rest.collect() }
            }
            E::Call(e) => self.call(e, span),
            E::JoinedStr(e) => ExprKind::FString(self.f_string(e)),
            E::Constant(e) => self.constant(&e.value, span),
            E::Attribute(e) => self.attribute(e, span),
            E::Subscript(e) => {
                if let Some(specialized) = self.specialized(e, false) {
                    return specialized;
                }
                let value = self.boxed(&e.value);
                ExprKind::Index { value, index: self.index(&e.slice) }
            }
            E::Name(e) => self.name(e, span),
            E::List(e) => match self.unpacking_display(&e.elts, ["[", "]"], span) {
                Some(kind) => kind,
                None => ExprKind::List(self.exprs(&e.elts)),
            },
            E::Tuple(e) => match self.unpacking_display(&e.elts, ["(", ")"], span) {
                Some(kind) => kind,
                None => ExprKind::Tuple(self.exprs(&e.elts)),
            },
            E::Lambda(_) => self.lambda(expr, Life::Any),
            E::GeneratorExp(_) => match self.outlined(expr, Life::Any) {
                Some(kind) => kind,
                None => self.only_interpreted(span, "it has a generator expression", Some(LOOP)),
            },
            E::Await(_) => self.only_interpreted(span, "it awaits", None),
            E::Yield(_) | E::YieldFrom(_) => {
                self.leave(span, "it is a generator", None);
                ExprKind::Left
            }
            E::Starred(_) => self.only_interpreted(span, "it unpacks an iterable with `*`", None),
            // Both stand only inside of nodes that are lowered above.
            E::FormattedValue(_) | E::Slice(_) => self.only_interpreted(span, "it has a misplaced expression", None),
        }
    }

    fn lambda(&mut self, lambda: &'m ast::Expr, life: Life) -> ExprKind {
        match self.outlined(lambda, life) {
            Some(kind) => kind,
            None => self.only_interpreted(syntax::span(lambda), "it makes a lambda", Some(LAMBDA)),
        }
    }

    fn only_interpreted(&mut self, span: Span, clause: &str, hint: Option<&str>) -> ExprKind {
        self.leave_at(span, clause, hint);
        ExprKind::Left
    }

    fn name(&mut self, name: &ast::ExprName, span: Span) -> ExprKind {
        let id = self.mangle(&name.id);
        if let Some(variable) = self.lookup(&id) {
            return ExprKind::Local { web: WebId(variable), check_bound: false };
        }
        if self.is_hidden(&id) {
            return ExprKind::Left;
        }
        let is_imported = || self.context.scope.path(&id).as_deref() == Some("cython.NULL");
        if id == "NULL" && self.context.c.is_some() || is_imported() {
            return ExprKind::Null;
        }
        if self.is_fused_name(name) {
            return ExprKind::Const(Const::None);
        }
        self.leave_for_name(&id, span);
        let item_of = self.context.c.and_then(|c| c.enum_of(&id));
        let global = ExprKind::Global(self.global_name(id, span));
        self.enum_item(item_of, global, span)
    }

    fn walrus(&mut self, named: &'m ast::ExprNamedExpr, span: Span) -> ExprKind {
        let ast::Expr::Name(target) = &*named.target else {
            return self.only_interpreted(span, "it assigns with `:=` to no name", None);
        };
        let name = self.mangle(&target.id);
        let Some(variable) = self.function_variable(&name) else {
            return self.only_interpreted(span, "it assigns to a global with `:=`", None);
        };
        let value = self.boxed(&named.value);
        ExprKind::Walrus { web: self.define(variable, syntax::span(target)), value }
    }

    fn unary(&mut self, unary: &'m ast::ExprUnaryOp) -> ExprKind {
        let operand = self.boxed(&unary.operand);
        let op = match unary.op {
            ast::UnaryOp::Not => return ExprKind::Not(operand),
            ast::UnaryOp::Invert => UnaryOp::Invert,
            ast::UnaryOp::UAdd => UnaryOp::Pos,
            ast::UnaryOp::USub => UnaryOp::Neg,
        };
        ExprKind::Unary { op, operand }
    }

    fn dict(&mut self, dict: &'m ast::ExprDict, span: Span) -> ExprKind {
        let Some(keys) = dict.keys.iter().map(Option::as_ref).collect::<Option<Vec<_>>>() else {
            if let Some(kind) = self.unpacking_dict(dict, span) {
                return kind;
            }
            return self.only_interpreted(span, "it unpacks a mapping with `**`", None);
        };
        ExprKind::Dict(
            keys.into_iter().zip(&dict.values).map(|(key, value)| (self.expr(key), self.expr(value))).collect(),
        )
    }

    fn call(&mut self, call: &'m ast::ExprCall, span: Span) -> ExprKind {
        if let ast::Expr::Name(name) = &*call.func
            && name.id.starts_with('<')
        {
            return self.c_form(&name.id, &call.args, span);
        }
        // In an f-string, whose text is no token of its own.
        if let ast::Expr::Name(name) = &*call.func
            && &*name.id == "sizeof"
            && self.context.c.is_some_and(|c| c.function_named("sizeof").is_none())
            && self.lookup("sizeof").is_none()
        {
            return self.c_form(forms::SIZEOF, &call.args, span);
        }
        if let Some(kind) = self.pure_form(call, span) {
            return kind;
        }
        let unpacks = call.args.iter().any(|argument| matches!(argument, ast::Expr::Starred(_)))
            || call.keywords.iter().any(|keyword| keyword.arg.is_none());
        if unpacks && let Some(kind) = self.unpacking_call(call) {
            return kind;
        }
        let Some(names) = call.keywords.iter().map(|keyword| keyword.arg.as_ref()).collect::<Option<Vec<_>>>() else {
            return self.only_interpreted(span, "it calls with `**` arguments", None);
        };
        self.check_pointers_passed(&call.func, &call.args);
        let func = Box::new(self.callee(call));
        let args = match call.args.split_first() {
            Some((ast::Expr::GeneratorExp(first), rest)) if self.consumes(&func, first) => {
                let span = self.generator_span(call, first);
                let kind = self.comprehension(CompKind::Lazy, &[&first.elt], &first.generators, span);
                let first = Expr { id: self.next_id(), span, kind };
                std::iter::once(first).chain(self.exprs(rest)).collect()
            }
            _ => self.exprs(&call.args),
        };
        let keywords = names.into_iter().zip(&call.keywords);
        // Python mangles the names of parameters but not of keyword arguments.
        let drops_key = self.drops_key(&func);
        let keywords = keywords.map(|(name, keyword)| {
            let life = if drops_key && &**name == "key" { Life::Call } else { Life::Any };
            let value = match &keyword.value {
                lambda @ ast::Expr::Lambda(_) => {
                    let kind = self.lambda(lambda, life);
                    Expr { id: self.next_id(), span: syntax::span(lambda), kind }
                }
                other => self.expr(other),
            };
            (normalize(name), value)
        });
        let mut keywords: Vec<(String, Expr)> = keywords.collect();
        let mut args: Vec<Expr> = args;
        if let Some(order) = self.header_order(&call.func, args.len(), &keywords) {
            let mut values: Vec<(usize, (String, Expr))> = order.into_iter().zip(keywords).collect();
            values.sort_by_key(|(place, _)| *place);
            args.extend(values.into_iter().map(|(_, (_, value))| value));
            keywords = Vec::new();
        }
        ExprKind::Call { func, args, keywords }
    }

    /// Which parameter each keyword argument of a call of a header's function is for: C knows no names of them. `None`
    /// where they are not as the function is declared, or where they would be evaluated in another order.
    fn header_order(&self, func: &ast::Expr, given: usize, keywords: &[(String, Expr)]) -> Option<Vec<usize>> {
        let names = self.context.c?.header_params(&syntax::dotted(func)?)?;
        let rest = names.get(given..).filter(|rest| rest.len() == keywords.len() && !rest.is_empty())?;
        let place = |(own, _): &(String, Expr)| rest.iter().position(|name| own == name);
        let order = keywords.iter().map(place).collect::<Option<Vec<usize>>>()?;
        let computed =
            |value: &Expr| !matches!(value.kind, ExprKind::Const(_) | ExprKind::Local { .. } | ExprKind::Global(_));
        let may_move = order.is_sorted() || keywords.iter().filter(|(_, value)| computed(value)).count() < 2;
        may_move.then_some(order)
    }

    /// A generator expression starts at its parenthesis, which may be that of the call.
    fn generator_span(&self, call: &ast::ExprCall, generator: &ast::ExprGeneratorExp) -> Span {
        let (span, call) = (syntax::span(generator), (syntax::span(&*call.func), syntax::span(call)));
        let text = |from: u32, to: u32| self.context.text.get(from as usize..to as usize).unwrap_or("");
        if text(span.start, span.end).starts_with('(') {
            return span;
        }
        match text(call.0.end, span.start).rfind('(') {
            Some(at) => Span::new(call.0.end + at as u32, call.1.end),
            None => span,
        }
    }

    fn callee(&mut self, call: &'m ast::ExprCall) -> Expr {
        let func = &*call.func;
        let kind = match func {
            ast::Expr::Subscript(index) => self.specialized(index, true),
            ast::Expr::Name(name) if self.needs_no_frame(call) => Some(ExprKind::Global(name.id.to_string())),
            _ => None,
        };
        match kind {
            Some(kind) => Expr { id: self.next_id(), span: syntax::span(func), kind },
            None => self.expr(func),
        }
    }

    /// Whether a call runs the generator expression it is given to its end, or to what decides, and nothing else
    /// meanwhile. A `next` in it may raise `StopIteration`, which a generator makes a `RuntimeError`.
    fn consumes(&self, func: &Expr, generator: &ast::ExprGeneratorExp) -> bool {
        let joins = matches!(&func.kind, ExprKind::Attribute { value, name }
            if name == "join" && matches!(value.kind, ExprKind::Const(Const::Str(_))));
        let known = joins || self.path(func).is_some_and(|path| CONSUMERS.contains(&path.as_str()));
        let parts = generator.generators.iter().flat_map(|part| std::iter::once(&part.iter).chain(&part.ifs));
        known && !std::iter::once(&*generator.elt).chain(parts).any(calls_next)
    }

    fn attribute(&mut self, attribute: &'m ast::ExprAttribute, span: Span) -> ExprKind {
        if let Some(kind) = self.c_attribute(attribute, span) {
            return kind;
        }
        let value = self.boxed(&attribute.value);
        let name = self.mangle(&attribute.attr);
        self.leave_for_path(self.path(&value).map(|path| format!("{path}.{name}")), span);
        ExprKind::Attribute { value, name }
    }

    /// The full name of what a global, or an attribute of a module, stands for.
    pub(super) fn path(&self, expr: &Expr) -> Option<String> {
        match &expr.kind {
            ExprKind::Global(name) => self.context.scope.path(name),
            ExprKind::Attribute { value, name } => Some(format!("{}.{name}", self.path(value)?)),
            _ => None,
        }
    }

    /// What stands between square brackets.
    pub(super) fn index(&mut self, slice: &'m ast::Expr) -> Index {
        let span = syntax::span(slice);
        match slice {
            ast::Expr::Tuple(tuple) => {
                let items = tuple.elts.iter().map(|item| self.index_item(item)).collect();
                Index { items, tuple: true, span }
            }
            _ => Index { items: vec![self.index_item(slice)], tuple: false, span },
        }
    }

    fn index_item(&mut self, item: &'m ast::Expr) -> IndexItem {
        match item {
            ast::Expr::Slice(slice) => {
                let mut bound =
                    |bound: Option<&'m ast::Expr>| self.optional(bound.filter(|bound| !syntax::is_none(bound)));
                let (lower, upper) = (bound(slice.lower.as_deref()), bound(slice.upper.as_deref()));
                IndexItem::Slice { lower, upper, step: bound(slice.step.as_deref()) }
            }
            _ if syntax::is_none(item) => IndexItem::NewAxis,
            ast::Expr::Constant(ast::ExprConstant { value: Constant::Ellipsis, .. }) => IndexItem::Ellipsis,
            ast::Expr::Name(_) | ast::Expr::Attribute(_) if self.is_newaxis(item) => IndexItem::NewAxis,
            _ => IndexItem::Expr(self.expr(item)),
        }
    }

    /// `np.newaxis`, or `newaxis` imported from NumPy.
    fn is_newaxis(&self, expr: &ast::Expr) -> bool {
        let (root, path) = match expr {
            ast::Expr::Name(name) => (name, self.context.scope.path(&name.id)),
            ast::Expr::Attribute(attribute) => match &*attribute.value {
                ast::Expr::Name(name) => {
                    (name, self.context.scope.path(&name.id).map(|path| format!("{path}.{}", attribute.attr)))
                }
                _ => return false,
            },
            _ => return false,
        };
        path.is_some_and(|path| path == "numpy.newaxis") && self.lookup(&self.mangle(&root.id)).is_none()
    }

    fn comprehension(
        &mut self,
        kind: CompKind,
        element: &[&'m ast::Expr],
        around: &'m [ast::Comprehension],
        span: Span,
    ) -> ExprKind {
        if self.outside || around.iter().any(|generator| generator.is_async) {
            return self.only_interpreted(span, "it has an asynchronous comprehension", None);
        }
        let depth = self.comprehensions.len();
        let mut generators = Vec::new();
        for generator in around {
            // The first iterable is evaluated outside of the comprehension's scope.
            let iter = self.expr(&generator.iter);
            if self.comprehensions.len() == depth {
                let names = self.comprehension_names(kind, around);
                self.comprehensions.push(names);
            }
            let target = self.target(&generator.target);
            let conds = generator.ifs.iter().map(|cond| self.expr(cond)).collect();
            generators.push(Generator { target, iter, conds });
        }
        let element = Box::new(self.element(element, span));
        self.comprehensions.truncate(depth);
        ExprKind::Comp { kind, element, generators }
    }

    /// The element of a comprehension; key and value are one.
    fn element(&mut self, parts: &[&'m ast::Expr], span: Span) -> Expr {
        let mut parts: Vec<Expr> = parts.iter().map(|part| self.expr(part)).collect();
        match parts.len() {
            1 => parts.swap_remove(0),
            _ => Expr { id: self.next_id(), span, kind: ExprKind::Tuple(parts) },
        }
    }

    fn comprehension_names(&mut self, kind: CompKind, generators: &[ast::Comprehension]) -> HashMap<String, u32> {
        let mut names = HashMap::new();
        for generator in generators {
            crate::syntax::bindings::target_names(&generator.target, &mut |name, span| {
                let name = self.mangle(name);
                names.entry(name).or_insert_with_key(|name| self.comprehension_variable(kind, name, span));
            });
        }
        names
    }

    /// In a `.pyx` it is of the type that is declared for a variable of the same name around the comprehension.
    fn comprehension_variable(&mut self, kind: CompKind, name: &str, span: Span) -> u32 {
        let around = self.lookup(name).filter(|_| self.context.c.is_some() && kind != CompKind::Lazy);
        let variable = self.new_variable(name, span);
        if let Some(around) = around {
            let own = &self.variables[around as usize];
            let (declared, written) = (own.declared.clone(), own.written.clone());
            let own = &mut self.variables[variable as usize];
            (own.declared, own.written) = (declared, written);
        }
        variable
    }

    fn constant(&mut self, constant: &Constant, span: Span) -> ExprKind {
        ExprKind::Const(match constant {
            Constant::None => Const::None,
            Constant::Bool(value) => Const::Bool(*value),
            Constant::Str(text) if self.has_lone_surrogate(text, span) => {
                return self.only_interpreted(span, "it has a string with a lone surrogate", None);
            }
            Constant::Str(text) => Const::Str(text.clone()),
            Constant::Bytes(bytes) => Const::Bytes(bytes.clone()),
            Constant::Int(value) => Const::Int(value.clone()),
            Constant::Float(value) => Const::Float(*value),
            Constant::Complex { imag, .. } => Const::Imaginary(*imag),
            Constant::Ellipsis => Const::Ellipsis,
            // The parser makes tuple expressions of tuples.
            Constant::Tuple(_) => return self.only_interpreted(span, "it has a constant tuple", None),
        })
    }

    /// The parser puts U+FFFD where an escape stands for a surrogate, which no Rust string can hold.
    pub(super) fn has_lone_surrogate(&self, text: &str, span: Span) -> bool {
        text.contains('\u{fffd}') && {
            let source = self.context.text.get(span.start as usize..span.end as usize).unwrap_or("");
            let source = source.to_ascii_lowercase();
            source.contains("\\ud") || source.contains("\\u0000d")
        }
    }
}

/// Functions that consume the generator expression they are given.
const CONSUMERS: [&str; 10] = [
    "builtins.all",
    "builtins.any",
    "builtins.list",
    "builtins.max",
    "builtins.min",
    "builtins.sorted",
    "builtins.sum",
    "builtins.tuple",
    "math.fsum",
    "math.prod",
];

/// Whether `next` is called.
fn calls_next(expr: &ast::Expr) -> bool {
    let own =
        matches!(expr, ast::Expr::Call(call) if matches!(&*call.func, ast::Expr::Name(name) if &*name.id == "next"));
    let mut found = own;
    syntax::child_exprs(expr, &mut |child| found |= calls_next(child));
    found
}

const LAMBDA: &str = "write a function at module level";
const LOOP: &str = "write a list comprehension or a loop";

pub(super) fn binary(op: ast::Operator) -> BinOp {
    match op {
        ast::Operator::Add => BinOp::Add,
        ast::Operator::Sub => BinOp::Sub,
        ast::Operator::Mult => BinOp::Mul,
        ast::Operator::MatMult => BinOp::MatMul,
        ast::Operator::Div => BinOp::Div,
        ast::Operator::Mod => BinOp::Mod,
        ast::Operator::Pow => BinOp::Pow,
        ast::Operator::LShift => BinOp::LShift,
        ast::Operator::RShift => BinOp::RShift,
        ast::Operator::BitOr => BinOp::Or,
        ast::Operator::BitXor => BinOp::Xor,
        ast::Operator::BitAnd => BinOp::And,
        ast::Operator::FloorDiv => BinOp::FloorDiv,
    }
}

fn compare(op: ast::CmpOp) -> CmpOp {
    match op {
        ast::CmpOp::Eq => CmpOp::Eq,
        ast::CmpOp::NotEq => CmpOp::Ne,
        ast::CmpOp::Lt => CmpOp::Lt,
        ast::CmpOp::LtE => CmpOp::Le,
        ast::CmpOp::Gt => CmpOp::Gt,
        ast::CmpOp::GtE => CmpOp::Ge,
        ast::CmpOp::Is => CmpOp::Is,
        ast::CmpOp::IsNot => CmpOp::IsNot,
        ast::CmpOp::In => CmpOp::In,
        ast::CmpOp::NotIn => CmpOp::NotIn,
    }
}
