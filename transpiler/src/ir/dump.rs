//! IR as text: what `pyrx dump --stage ir` shows and the tests compare.
//!
//! A local is `%name`, `%name.3` where several have that name, `%3` where it has none. With lines, each statement
//! that stands first on its source line ends in `; line`.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{
    AxisIndex, Base, Block, Check, Class, Expr, ExprKind, Fill, Function, Handler, IntOp, ListOp, LocalId, Op,
    Parallel, Place, Program, PureOp, PyOp, Raise, Reduction, Relation, Schedule, SliceItem, Step, Stmt, StmtKind,
    Ties, Value,
};
use crate::span::LineIndex;
use crate::ty::{StaticId, Type};

/// The whole program, without line numbers.
pub fn dump(program: &Program) -> String {
    dump_lines(program, None)
}

/// The whole program; with an index of its source's lines, each change of line is shown.
pub fn dump_lines(program: &Program, lines: Option<&LineIndex>) -> String {
    let mut out = String::new();
    for (at, function) in program.functions.iter().enumerate() {
        Dump::new(program, function, lines, &mut out).function(at);
    }
    for export in &program.exports {
        let overloads: Vec<String> = export
            .versions()
            .map(|overload| {
                let params: Vec<String> = overload
                    .params
                    .iter()
                    .map(|param| format!("{}{}", param.ty, if param.writable { " mut" } else { "" }))
                    .collect();
                format!("#{}({}) -> {}", overload.func.0, params.join(", "), overload.returns)
            })
            .collect();
        let _ = writeln!(
            out,
            "export {} line {} {} else {:?}",
            export.qualname,
            export.def_line,
            overloads.join(" | "),
            export.mismatch
        );
    }
    for guard in &program.guards {
        let _ = writeln!(out, "guard {} is {:?} for {:?}", guard.name, guard.expect, guard.exports);
    }
    out
}

struct Dump<'a> {
    program: &'a Program,
    function: &'a Function,
    lines: Option<&'a LineIndex>,
    out: &'a mut String,
    /// How many locals have each name.
    count: BTreeMap<&'a str, u32>,
    depth: usize,
    last_line: u32,
}

impl<'a> Dump<'a> {
    fn new(program: &'a Program, function: &'a Function, lines: Option<&'a LineIndex>, out: &'a mut String) -> Self {
        let mut count = BTreeMap::new();
        for local in &function.locals {
            *count.entry(local.name.as_str()).or_insert(0) += 1;
        }
        Dump { program, function, lines, out, count, depth: 1, last_line: 0 }
    }

    fn function(&mut self, at: usize) {
        let function = self.function;
        let params: Vec<String> =
            function.params.iter().map(|&param| format!("{}: {}", self.local(param), self.ty(param))).collect();
        let flags = [
            (function.raises, "raises"),
            (function.noexcept, "noexcept"),
            (function.python, "python"),
            (function.effects, "effects"),
            (function.caught, "caught"),
            (function.recursive, "recursive"),
            (function.detach, "detach"),
            (function.profile.is_some(), "profile"),
        ];
        let flags: String = flags.iter().filter(|(set, _)| *set).map(|(_, name)| format!(" {name}")).collect();
        let _ = writeln!(
            self.out,
            "fn {}#{at}({}) -> {}{flags} {{",
            function.qualname,
            params.join(", "),
            function.returns
        );
        for at in 0..function.locals.len() as u32 {
            let id = LocalId(at);
            if !function.params.contains(&id) {
                let tracked = if function.locals[at as usize].tracked { " tracked" } else { "" };
                let _ = writeln!(self.out, "  local {}: {}{tracked}", self.local(id), self.ty(id));
            }
        }
        self.block(&function.body);
        self.out.push_str("}\n");
    }

    fn ty(&self, id: LocalId) -> &'a Type {
        &self.function.locals[id.0 as usize].ty
    }

    fn local(&self, id: LocalId) -> String {
        match self.function.locals.get(id.0 as usize) {
            Some(local) if local.name.is_empty() => format!("%{}", id.0),
            Some(local) if self.count[local.name.as_str()] == 1 => format!("%{}", local.name),
            Some(local) => format!("%{}.{}", local.name, id.0),
            None => format!("%{}?", id.0),
        }
    }

    fn block(&mut self, block: &Block) {
        for stmt in block {
            self.stmt(stmt);
        }
    }

    fn nested(&mut self, block: &Block) {
        self.depth += 1;
        self.block(block);
        self.depth -= 1;
    }

    /// One line of the dump; the source line follows where it changes.
    fn line(&mut self, text: &str, offset: Option<u32>) {
        let line =
            offset.zip(self.lines).map(|(offset, lines)| lines.line(offset)).filter(|&line| line != self.last_line);
        let _ = write!(self.out, "{}{text}", "  ".repeat(self.depth));
        if let Some(line) = line {
            self.last_line = line;
            let _ = write!(self.out, "  ; {line}");
        }
        self.out.push('\n');
    }

    fn stmt(&mut self, stmt: &Stmt) {
        let at = Some(stmt.span.start);
        match &stmt.kind {
            StmtKind::If { cond, then, orelse } => {
                self.line(&format!("if {} {{", self.expr(cond)), at);
                self.nested(then);
                if !orelse.is_empty() {
                    self.line("} else {", None);
                    self.nested(orelse);
                }
                self.line("}", None);
            }
            StmtKind::Loop { label, body } => self.braced(&format!("loop L{}", label.0), body, at),
            StmtKind::Block { label, body } => self.braced(&format!("block L{}", label.0), body, at),
            StmtKind::Lock { held: true, body } => self.braced("held", body, at),
            StmtKind::Lock { held: false, body } => self.braced("released", body, at),
            StmtKind::For { label, index, start, stop, step, body, parallel } => {
                let head = format!(
                    "for {} = {}, {}, {} L{}{}",
                    self.local(*index),
                    self.expr(start),
                    self.expr(stop),
                    self.expr(step),
                    label.0,
                    parallel.as_ref().map_or_else(String::new, |parallel| self.parallel(parallel)),
                );
                self.braced(&head, body, at);
            }
            StmtKind::Try { body, handlers, orelse, finally } => {
                self.line("try {", at);
                self.nested(body);
                for handler in handlers {
                    self.line(&format!("}} {} {{", self.handler(handler)), Some(handler.span.start));
                    self.nested(&handler.body);
                }
                for (word, block) in [("else", orelse), ("finally", finally)] {
                    if !block.is_empty() {
                        self.line(&format!("}} {word} {{"), None);
                        self.nested(block);
                    }
                }
                self.line("}", None);
            }
            kind => {
                let text = self.simple(kind);
                self.line(&text, at);
            }
        }
    }

    fn braced(&mut self, head: &str, body: &Block, at: Option<u32>) {
        self.line(&format!("{head} {{"), at);
        self.nested(body);
        self.line("}", None);
    }

    fn simple(&self, kind: &StmtKind) -> String {
        match kind {
            StmtKind::Assign(local, op) => format!("{} = {}", self.local(*local), self.op(op)),
            StmtKind::Eval(op) => format!("eval {}", self.op(op)),
            StmtKind::Unbind(local) => format!("unbind {}", self.local(*local)),
            StmtKind::CheckBound(local) => format!("check_bound {}", self.local(*local)),
            StmtKind::Store { array, index, value } => {
                format!("store {}[{}] = {}", self.local(*array), self.axes(index), self.expr(value))
            }
            StmtKind::Fill { array, value } => format!("fill {} = {}", self.local(*array), self.expr(value)),
            StmtKind::Put { place, value } => format!("put {} = {}", self.place(place), self.expr(value)),
            StmtKind::Copy { to, from } => format!("copy {} = {}", self.local(*to), self.local(*from)),
            StmtKind::Break(label) => format!("break L{}", label.0),
            StmtKind::Continue(label) => format!("continue L{}", label.0),
            StmtKind::Return(value) => format!("return {}", self.expr(value)),
            StmtKind::Raise(raise) => self.raise(raise),
            StmtKind::Poll => String::from("poll"),
            StmtKind::Touch => String::from("touch"),
            StmtKind::If { .. }
            | StmtKind::Loop { .. }
            | StmtKind::For { .. }
            | StmtKind::Block { .. }
            | StmtKind::Lock { .. }
            | StmtKind::Try { .. } => String::new(),
        }
    }

    fn raise(&self, raise: &Raise) -> String {
        match raise {
            Raise::Builtin { class, args } => format!("raise {}({})", class.name(), self.exprs(args)),
            Raise::Object { exc, cause: None } => format!("raise {}", self.expr(exc)),
            Raise::Object { exc, cause: Some(cause) } => format!("raise {} from {}", self.expr(exc), self.expr(cause)),
            Raise::Again => String::from("raise"),
            Raise::Escape(text) => format!("escape {text:?}"),
            Raise::OfNone { class, name } => format!("raise {} of {name}(())", class.name()),
        }
    }

    fn handler(&self, handler: &Handler) -> String {
        let class = match &handler.class {
            Class::All => String::from("except"),
            Class::Builtin(classes) => {
                let names: Vec<&str> = classes.iter().map(|class| class.name()).collect();
                format!("except {}", names.join(" | "))
            }
            Class::Object(local) => format!("except {}", self.local(*local)),
        };
        handler.bind.map_or_else(|| class.clone(), |local| format!("{class} as {}", self.local(local)))
    }

    fn parallel(&self, parallel: &Parallel) -> String {
        let schedule = match parallel.schedule {
            Schedule::Static => "static",
            Schedule::Dynamic => "dynamic",
            Schedule::Guided => "guided",
            Schedule::Team => "team",
            Schedule::Gang => "gang",
        };
        let mut text = format!(" parallel {schedule}");
        for (word, value) in [("chunk", &parallel.chunk), ("threads", &parallel.threads)] {
            if let Some(value) = value {
                let _ = write!(text, " {word} {}", self.expr(value));
            }
        }
        for &(local, reduction) in &parallel.reductions {
            let _ = write!(text, " {} {}", reduction_name(reduction), self.local(local));
        }
        for &(local, last) in &parallel.private {
            let _ = write!(text, " {} {}", if last { "last" } else { "private" }, self.local(local));
        }
        text
    }

    fn exprs(&self, exprs: &[Expr]) -> String {
        let all: Vec<String> = exprs.iter().map(|expr| self.expr(expr)).collect();
        all.join(", ")
    }

    fn place(&self, place: &Place) -> String {
        let mut text = match &place.base {
            Base::Local(local) => self.local(*local),
            Base::Pointer(pointer) => format!("*{}", self.expr(pointer)),
            Base::Static(id) => self.static_name(*id),
        };
        for step in &place.steps {
            text = match step {
                Step::Field(_, at) => format!("{text}.{at}"),
                Step::Index(index, _) => format!("{text}[{}]", self.expr(index)),
            };
        }
        text
    }

    /// A variable at module level: `@name`.
    fn static_name(&self, id: StaticId) -> String {
        self.program.statics.get(id.0 as usize).map_or_else(|| format!("@{}?", id.0), |one| format!("@{}", one.name))
    }

    fn axes(&self, index: &[AxisIndex]) -> String {
        let all: Vec<String> = index.iter().map(|axis| self.axis(axis)).collect();
        all.join(", ")
    }

    fn axis(&self, axis: &AxisIndex) -> String {
        format!("{}{} [{}]", self.expr(&axis.index), if axis.wrap { " wrap" } else { "" }, check_name(axis.check))
    }

    fn op(&self, op: &Op) -> String {
        match op {
            Op::Use(expr) => self.expr(expr),
            Op::Int { op, args, check } => {
                let name = match op {
                    IntOp::Add => "add",
                    IntOp::Sub => "sub",
                    IntOp::Mul => "mul",
                    IntOp::Neg => "neg",
                };
                format!("int.{name} {} [{}]", self.exprs(args), check_name(*check))
            }
            Op::Kernel { path, args, ty, raises } => {
                format!("{path}({}) -> {ty}{}", self.exprs(args), if *raises { " raises" } else { "" })
            }
            Op::Number { name, ty } => format!("number {name} -> {ty}"),
            Op::Pick { items, index, ty } => format!("pick ({})[{}] -> {ty}", self.exprs(items), self.expr(index)),
            Op::Load { array, index } => format!("load {}[{}]", self.local(*array), self.axes(index)),
            Op::Slice { array, items, ty } => {
                let items: Vec<String> = items.iter().map(|item| self.slice_item(item)).collect();
                format!("slice {}[{}] -> {ty}", self.local(*array), items.join(", "))
            }
            Op::Transpose { array, ty } => format!("transpose {} -> {ty}", self.local(*array)),
            Op::NewArray { fill, shape, ty } => {
                format!("new {} [{}] -> {ty}", self.fill(fill), self.exprs(shape))
            }
            Op::CopyOf { array, ty } => format!("copy_of {} -> {ty}", self.local(*array)),
            Op::Get { place, ty } => format!("get {} -> {ty}", self.place(place)),
            Op::Address { place, ty } => format!("address {} -> {ty}", self.place(place)),
            Op::ItemAddress { array, index, ty, stores: _ } => {
                format!("address {}[{}] -> {ty}", self.local(*array), self.axes(index))
            }
            Op::FunctionAddress { func, ty } => format!("address #{} -> {ty}", func.0),
            Op::KernelAddress { path, ty, .. } => format!("address {path} -> {ty}"),
            Op::Static { id, .. } => format!("load {}", self.static_name(*id)),
            Op::SetStatic(id, value) => format!("set {} = {}", self.static_name(*id), self.expr(value)),
            Op::CallPointer { func, args, ty } => {
                format!("call_pointer {}({}) -> {ty}", self.expr(func), self.exprs(args))
            }
            Op::Call { func, args, attempt } => {
                let verb = if attempt.is_some() { "attempt" } else { "call" };
                let name = self.program.functions.get(func.0 as usize).map_or("?", |callee| callee.qualname.as_str());
                format!("{verb} {name}#{}({})", func.0, self.exprs(args))
            }
            Op::List(op) => self.list(op),
            Op::Python(op) => format!("py.{}", self.python(op)),
        }
    }

    fn slice_item(&self, item: &SliceItem) -> String {
        let bound = |bound: &Option<Expr>| bound.as_ref().map_or_else(String::new, |bound| self.expr(bound));
        match item {
            SliceItem::Index(axis) => self.axis(axis),
            SliceItem::Range { start, stop, step: None } => format!("{}:{}", bound(start), bound(stop)),
            SliceItem::Range { start, stop, step } => format!("{}:{}:{}", bound(start), bound(stop), bound(step)),
            SliceItem::NewAxis => String::from("None"),
        }
    }

    fn fill(&self, fill: &Fill) -> String {
        match fill {
            Fill::Empty => String::from("empty"),
            Fill::Zeros => String::from("zeros"),
            Fill::Value(value) => format!("full {}", self.expr(value)),
            Fill::Range { start, step } => format!("range {}, {}", self.expr(start), self.expr(step)),
            Fill::Items(items) => format!("items {}", self.exprs(items)),
        }
    }

    fn list(&self, op: &ListOp) -> String {
        match op {
            ListOp::New { items, ty } => format!("list.new [{}] -> {ty}", self.exprs(items)),
            ListOp::Get { list, index, check } => {
                format!("list.get {}[{}] [{}]", self.expr(list), self.expr(index), check_name(*check))
            }
            ListOp::Set { list, index, value, check } => format!(
                "list.set {}[{}] = {} [{}]",
                self.expr(list),
                self.expr(index),
                self.expr(value),
                check_name(*check)
            ),
            ListOp::Append { list, value } => format!("list.append {}, {}", self.expr(list), self.expr(value)),
            ListOp::Pop { list, index: None } => format!("list.pop {}", self.expr(list)),
            ListOp::Pop { list, index: Some(index) } => format!("list.pop {}, {}", self.expr(list), self.expr(index)),
            ListOp::Len(list) => format!("list.len {}", self.expr(list)),
        }
    }

    fn python(&self, op: &PyOp) -> String {
        let keywords = |keywords: &[(String, Expr)]| -> String {
            keywords.iter().map(|(name, value)| format!(", {name}={}", self.expr(value))).collect()
        };
        match op {
            PyOp::Global(name) => format!("global {name}"),
            PyOp::SetGlobal(name, value) => format!("set_global {name} = {}", self.expr(value)),
            PyOp::DelGlobal(name) => format!("del_global {name}"),
            PyOp::DelAttr(object, name) => format!("delattr {}.{name}", self.expr(object)),
            PyOp::DelItem(object, key) => format!("delitem {}[{}]", self.expr(object), self.expr(key)),
            PyOp::Const(value) => format!("const {value:?}"),
            PyOp::GetAttr(object, name) => format!("getattr {}.{name}", self.expr(object)),
            PyOp::SetAttr(object, name, value) => {
                format!("setattr {}.{name} = {}", self.expr(object), self.expr(value))
            }
            PyOp::GetItem(object, key) | PyOp::ItemAt(object, key) => {
                format!("getitem {}[{}]", self.expr(object), self.expr(key))
            }
            PyOp::SetItem(object, key, value) => {
                format!("setitem {}[{}] = {}", self.expr(object), self.expr(key), self.expr(value))
            }
            PyOp::Call { func, args, keywords: named } => {
                format!("call {}({}{})", self.expr(func), self.exprs(args), keywords(named))
            }
            PyOp::CallMethod { object, name, args, keywords: named } => {
                format!("call {}.{name}({}{})", self.expr(object), self.exprs(args), keywords(named))
            }
            PyOp::Unary(op, value) => format!("unary {op:?} {}", self.expr(value)),
            PyOp::Binary(op, a, b) => format!("binary {op:?} {}, {}", self.expr(a), self.expr(b)),
            PyOp::InPlace(op, a, b) => format!("inplace {op:?} {}, {}", self.expr(a), self.expr(b)),
            PyOp::Compare(op, a, b) => format!("compare {op:?} {}, {}", self.expr(a), self.expr(b)),
            PyOp::Truth(value) => format!("truth {}", self.expr(value)),
            PyOp::Length(value) => format!("length {}", self.expr(value)),
            PyOp::ExitOf(value) => format!("exit of {}", self.expr(value)),
            PyOp::Enter(value) => format!("enter {}", self.expr(value)),
            PyOp::Iter(value) => format!("iter {}", self.expr(value)),
            PyOp::Next { iter, item } => format!("next {} -> {}", self.local(*iter), self.local(*item)),
            PyOp::Unpack(value, count) => format!("unpack {} {}", count, self.expr(value)),
            PyOp::UnpackStar { value, before, after } => format!("unpack {before}* {after} {}", self.expr(value)),
            PyOp::Tuple(items) => format!("tuple ({})", self.exprs(items)),
            PyOp::List(items) => format!("list [{}]", self.exprs(items)),
            PyOp::Set(items) => format!("set {{{}}}", self.exprs(items)),
            PyOp::Dict(items) => {
                let items: Vec<String> =
                    items.iter().map(|(key, value)| format!("{}: {}", self.expr(key), self.expr(value))).collect();
                format!("dict {{{}}}", items.join(", "))
            }
            PyOp::Slice(start, stop, step) => {
                format!("slice {}, {}, {}", self.expr(start), self.expr(stop), self.expr(step))
            }
            PyOp::Format { value, conversion, spec } => {
                let conversion = conversion.map_or_else(String::new, |letter| format!("!{letter}"));
                format!("format {}{conversion}:{}", self.expr(value), self.expr(spec))
            }
            PyOp::JoinStr(parts) => format!("join_str {}", self.exprs(parts)),
            PyOp::Box(value) => format!("box {}: {}", self.expr(value), value.ty),
            PyOp::UnboxOrEscape { value, ty } => format!("unbox {} as {ty} or escape", self.expr(value)),
            PyOp::Unbox { value, ty, what, .. } => format!("unbox {} as {ty} {what:?}", self.expr(value)),
        }
    }

    fn expr(&self, expr: &Expr) -> String {
        let pair = |name: &str, a: &Expr, b: &Expr| format!("{name}({}, {})", self.expr(a), self.expr(b));
        match &expr.kind {
            ExprKind::Const(value) => constant(value, &expr.ty),
            ExprKind::Local(id) => self.local(*id),
            ExprKind::Take(id) => format!("take {}", self.local(*id)),
            ExprKind::Binary(op, a, b) => pair(pure_name(*op), a, b),
            ExprKind::Neg(a) => format!("neg({})", self.expr(a)),
            ExprKind::Not(a) => format!("not({})", self.expr(a)),
            ExprKind::Compare(relation, a, b) => pair(relation_name(*relation), a, b),
            ExprKind::And(a, b) => pair("and_then", a, b),
            ExprKind::Or(a, b) => pair("or_else", a, b),
            ExprKind::Select(cond, a, b) => {
                format!("select({}, {}, {})", self.expr(cond), self.expr(a), self.expr(b))
            }
            ExprKind::Cast(a) => format!("cast<{}>({})", expr.ty, self.expr(a)),
            ExprKind::Kernel(path, args) => format!("{path}({})", self.exprs(args)),
            ExprKind::Dim(id, axis) => format!("dim({}, {axis})", self.local(*id)),
            ExprKind::Stride(id, axis) => format!("stride({}, {axis})", self.local(*id)),
            ExprKind::Offset(a, b) => pair("offset", a, b),
            ExprKind::Distance(a, b) => pair("distance", a, b),
            ExprKind::Tuple(items) => format!("({},)", self.exprs(items)),
            ExprKind::Field(a, at) => format!("{}.{at}", self.expr(a)),
            ExprKind::Complex(re, im) => pair("complex", re, im),
            ExprKind::Real(a) => format!("{}.real", self.expr(a)),
            ExprKind::Imag(a) => format!("{}.imag", self.expr(a)),
        }
    }
}

/// Constants show their type where it is not the one that Python gives the literal.
fn constant(value: &Value, ty: &Type) -> String {
    let (text, own) = match value {
        Value::None => (String::from("None"), Type::None),
        Value::Null => (String::from("NULL"), Type::None),
        Value::Bool(value) => (String::from(if *value { "True" } else { "False" }), Type::BOOL),
        Value::Int(value) => (value.to_string(), Type::INT),
        Value::Float(value) => (format!("{value:?}"), Type::FLOAT),
        Value::Complex(re, im) => (format!("complex({re:?}, {im:?})"), Type::COMPLEX),
        Value::Str(text) => (format!("{text:?}"), Type::Str),
        Value::Char(point) => (format!("chr({point})"), Type::Char),
        Value::Bytes(bytes) => (format!("b\"{}\"", bytes.escape_ascii()), Type::Bytes),
    };
    if own == *ty { text } else { format!("{text}:{ty}") }
}

fn check_name(check: Check) -> &'static str {
    match check {
        Check::Each => "each",
        Check::Hoisted => "hoisted",
        Check::Proven => "proven",
        Check::Off => "off",
        Check::Present => "present",
    }
}

fn reduction_name(reduction: Reduction) -> &'static str {
    match reduction {
        Reduction::Add => "sum",
        Reduction::Mul => "product",
        Reduction::Or => "or",
        Reduction::And => "and",
        Reduction::Xor => "xor",
        Reduction::Min(Ties::First) => "min",
        Reduction::Min(Ties::Last) => "last min",
        Reduction::Max(Ties::First) => "max",
        Reduction::Max(Ties::Last) => "last max",
    }
}

fn pure_name(op: PureOp) -> &'static str {
    match op {
        PureOp::Add => "add",
        PureOp::Sub => "sub",
        PureOp::Mul => "mul",
        PureOp::Div => "div",
        PureOp::And => "and",
        PureOp::Or => "or",
        PureOp::Xor => "xor",
        PureOp::Shl => "shl",
        PureOp::Shr => "shr",
        PureOp::Min => "min",
        PureOp::Max => "max",
    }
}

fn relation_name(relation: Relation) -> &'static str {
    match relation {
        Relation::Eq => "eq",
        Relation::Ne => "ne",
        Relation::Lt => "lt",
        Relation::Le => "le",
        Relation::Gt => "gt",
        Relation::Ge => "ge",
    }
}
