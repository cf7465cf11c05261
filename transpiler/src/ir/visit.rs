//! Walks over the IR: what a statement contains, reads and writes. One place that knows every variant's operands.

use super::{
    AxisIndex, Block, Class, Expr, ExprKind, Fill, Label, ListOp, LocalId, Op, PyOp, Raise, SliceItem, Stmt, StmtKind,
};

/// How a statement touches a local.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Its value is used; of an array, the owner too.
    Read,
    /// Only an array's view is used: items, lengths, strides.
    View,
    /// A view is made of it: the result shares its owner.
    Source,
    /// It is assigned or unbound.
    Write,
}

/// Calls `f` with the expression and everything in it, outermost first.
pub fn walk_expr<'a>(expr: &'a Expr, f: &mut dyn FnMut(&'a Expr)) {
    f(expr);
    each_child(expr, &mut |child| walk_expr(child, f));
}

/// Calls `f` with the direct operands of an expression.
pub fn each_child<'a>(expr: &'a Expr, f: &mut dyn FnMut(&'a Expr)) {
    match &expr.kind {
        ExprKind::Const(_) | ExprKind::Local(_) | ExprKind::Take(_) | ExprKind::Dim(..) | ExprKind::Stride(..) => {}
        ExprKind::Neg(a)
        | ExprKind::Not(a)
        | ExprKind::Cast(a)
        | ExprKind::Field(a, _)
        | ExprKind::Real(a)
        | ExprKind::Imag(a) => f(a),
        ExprKind::Binary(_, a, b)
        | ExprKind::Compare(_, a, b)
        | ExprKind::And(a, b)
        | ExprKind::Or(a, b)
        | ExprKind::Offset(a, b)
        | ExprKind::Distance(a, b)
        | ExprKind::Complex(a, b) => {
            f(a);
            f(b);
        }
        ExprKind::Select(a, b, c) => {
            f(a);
            f(b);
            f(c);
        }
        ExprKind::Kernel(_, items) | ExprKind::Tuple(items) => items.iter().for_each(f),
    }
}

/// Calls `f` with each local that the expression mentions.
pub fn expr_locals(expr: &Expr, f: &mut dyn FnMut(LocalId, Role)) {
    walk_expr(expr, &mut |expr| match expr.kind {
        ExprKind::Local(id) | ExprKind::Take(id) => f(id, Role::Read),
        ExprKind::Dim(id, _) | ExprKind::Stride(id, _) => f(id, Role::View),
        ExprKind::Const(_)
        | ExprKind::Binary(..)
        | ExprKind::Neg(_)
        | ExprKind::Not(_)
        | ExprKind::Compare(..)
        | ExprKind::And(..)
        | ExprKind::Or(..)
        | ExprKind::Select(..)
        | ExprKind::Cast(_)
        | ExprKind::Kernel(..)
        | ExprKind::Tuple(_)
        | ExprKind::Field(..)
        | ExprKind::Offset(..)
        | ExprKind::Distance(..)
        | ExprKind::Complex(..)
        | ExprKind::Real(_)
        | ExprKind::Imag(_) => {}
    });
}

/// Calls `f` with the expressions that stand in an operation.
pub fn op_exprs<'a>(op: &'a Op, f: &mut dyn FnMut(&'a Expr)) {
    match op {
        Op::Use(expr) | Op::SetStatic(_, expr) => f(expr),
        Op::Int { args, .. } | Op::Kernel { args, .. } | Op::Call { args, .. } => args.iter().for_each(f),
        Op::Load { index, .. } | Op::ItemAddress { index, .. } => axes(index, f),
        Op::Get { place, .. } | Op::Address { place, .. } => place.exprs().for_each(f),
        Op::FunctionAddress { .. } | Op::KernelAddress { .. } => {}
        Op::CallPointer { func, args, .. } => std::iter::once(func).chain(args).for_each(f),
        Op::Slice { items, .. } => items.iter().for_each(|item| slice_item(item, f)),
        Op::Number { .. } | Op::Static { .. } | Op::Transpose { .. } | Op::CopyOf { .. } => {}
        Op::Pick { items, index, .. } => items.iter().chain([index]).for_each(f),
        Op::NewArray { fill, shape, .. } => {
            shape.iter().for_each(&mut *f);
            match fill {
                Fill::Empty | Fill::Zeros => {}
                Fill::Value(value) => f(value),
                Fill::Range { start, step } => {
                    f(start);
                    f(step);
                }
                Fill::Items(items) => items.iter().for_each(f),
            }
        }
        Op::List(op) => list_exprs(op, f),
        Op::Python(op) => python_exprs(op, f),
    }
}

fn axes<'a>(index: &'a [AxisIndex], f: &mut dyn FnMut(&'a Expr)) {
    index.iter().for_each(|axis| f(&axis.index));
}

fn slice_item<'a>(item: &'a SliceItem, f: &mut dyn FnMut(&'a Expr)) {
    match item {
        SliceItem::Index(axis) => f(&axis.index),
        SliceItem::Range { start, stop, step } => [start, stop, step].into_iter().flatten().for_each(f),
        SliceItem::NewAxis => {}
    }
}

fn list_exprs<'a>(op: &'a ListOp, f: &mut dyn FnMut(&'a Expr)) {
    match op {
        ListOp::New { items, .. } => items.iter().for_each(f),
        ListOp::Get { list, index, .. } => [list, index].into_iter().for_each(f),
        ListOp::Set { list, index, value, .. } => [list, index, value].into_iter().for_each(f),
        ListOp::Append { list, value } => [list, value].into_iter().for_each(f),
        ListOp::Pop { list, index } => std::iter::once(list).chain(index).for_each(f),
        ListOp::Len(list) => f(list),
    }
}

/// Calls `f` with the expressions that stand in an operation of the interpreter.
pub fn python_exprs<'a>(op: &'a PyOp, f: &mut dyn FnMut(&'a Expr)) {
    match op {
        PyOp::Global(_) | PyOp::DelGlobal(_) | PyOp::Const(_) | PyOp::Next { .. } => {}
        PyOp::SetGlobal(_, a)
        | PyOp::GetAttr(a, _)
        | PyOp::DelAttr(a, _)
        | PyOp::Unary(_, a)
        | PyOp::Truth(a)
        | PyOp::Length(a)
        | PyOp::ExitOf(a)
        | PyOp::Enter(a)
        | PyOp::Iter(a)
        | PyOp::Unpack(a, _)
        | PyOp::UnpackStar { value: a, .. }
        | PyOp::Box(a)
        | PyOp::Unbox { value: a, .. }
        | PyOp::UnboxOrEscape { value: a, .. } => f(a),
        PyOp::SetAttr(a, _, b)
        | PyOp::GetItem(a, b)
        | PyOp::ItemAt(a, b)
        | PyOp::DelItem(a, b)
        | PyOp::Binary(_, a, b)
        | PyOp::InPlace(_, a, b)
        | PyOp::Compare(_, a, b)
        | PyOp::Format { value: a, spec: b, .. } => [a, b].into_iter().for_each(f),
        PyOp::SetItem(a, b, c) | PyOp::Slice(a, b, c) => [a, b, c].into_iter().for_each(f),
        PyOp::Call { func: a, args, keywords } | PyOp::CallMethod { object: a, args, keywords, .. } => {
            f(a);
            args.iter().chain(keywords.iter().map(|(_, value)| value)).for_each(f);
        }
        PyOp::Tuple(items) | PyOp::List(items) | PyOp::Set(items) | PyOp::JoinStr(items) => items.iter().for_each(f),
        PyOp::Dict(items) => items.iter().flat_map(|(key, value)| [key, value]).for_each(f),
    }
}

/// Calls `f` with each local that an operation reads.
pub fn op_reads(op: &Op, f: &mut dyn FnMut(LocalId, Role)) {
    op_exprs(op, &mut |expr| expr_locals(expr, f));
    op_named(op, f);
}

/// The locals that an operation reads other than in its expressions.
fn op_named(op: &Op, f: &mut dyn FnMut(LocalId, Role)) {
    match op {
        Op::Load { array, .. } | Op::ItemAddress { array, .. } | Op::CopyOf { array, .. } => f(*array, Role::View),
        Op::Get { place, .. } => place.own().into_iter().for_each(|local| f(local, Role::Read)),
        // Whoever has the address may write.
        Op::Address { place, .. } => place.own().into_iter().for_each(|local| {
            f(local, Role::Read);
            f(local, Role::Write);
        }),
        Op::Slice { array, .. } | Op::Transpose { array, .. } => f(*array, Role::Source),
        Op::Python(PyOp::Next { iter, .. }) => f(*iter, Role::Read),
        Op::Use(_)
        | Op::Int { .. }
        | Op::Kernel { .. }
        | Op::Number { .. }
        | Op::Pick { .. }
        | Op::NewArray { .. }
        | Op::Call { .. }
        | Op::FunctionAddress { .. }
        | Op::KernelAddress { .. }
        | Op::CallPointer { .. }
        | Op::Static { .. }
        | Op::SetStatic(..)
        | Op::List(_)
        | Op::Python(_) => {}
    }
}

/// The operation of a statement that has one.
pub fn stmt_op(stmt: &Stmt) -> Option<&Op> {
    if let StmtKind::Assign(_, op) | StmtKind::Eval(op) = &stmt.kind { Some(op) } else { None }
}

/// Calls `f` with the expressions of the statement itself: those of its operation, none of its blocks.
pub fn stmt_exprs<'a>(stmt: &'a Stmt, f: &mut dyn FnMut(&'a Expr)) {
    match &stmt.kind {
        StmtKind::Assign(_, op) | StmtKind::Eval(op) => op_exprs(op, f),
        StmtKind::Store { index, value, .. } => {
            axes(index, f);
            f(value);
        }
        StmtKind::Fill { value, .. } => f(value),
        StmtKind::Put { place, value } => place.exprs().chain([value]).for_each(f),
        StmtKind::If { cond, .. } => f(cond),
        StmtKind::For { start, stop, step, parallel, .. } => {
            [start, stop, step].into_iter().for_each(&mut *f);
            if let Some(parallel) = parallel {
                parallel.chunk.iter().chain(&parallel.threads).for_each(f);
            }
        }
        StmtKind::Return(value) => f(value),
        StmtKind::Raise(raise) => match raise {
            Raise::Builtin { args, .. } => args.iter().for_each(f),
            Raise::Object { exc, cause } => std::iter::once(exc).chain(cause).for_each(f),
            Raise::Again | Raise::Escape(_) | Raise::OfNone { .. } => {}
        },
        StmtKind::Unbind(_)
        | StmtKind::CheckBound(_)
        | StmtKind::Copy { .. }
        | StmtKind::Loop { .. }
        | StmtKind::Block { .. }
        | StmtKind::Lock { .. }
        | StmtKind::Break(_)
        | StmtKind::Continue(_)
        | StmtKind::Try { .. }
        | StmtKind::Poll
        | StmtKind::Touch => {}
    }
}

/// Calls `f` with each local that the statement itself reads, none of its blocks.
pub fn stmt_reads(stmt: &Stmt, f: &mut dyn FnMut(LocalId, Role)) {
    stmt_exprs(stmt, &mut |expr| expr_locals(expr, f));
    match &stmt.kind {
        StmtKind::Assign(_, op) | StmtKind::Eval(op) => op_named(op, f),
        StmtKind::CheckBound(local) => f(*local, Role::View),
        StmtKind::Store { array, .. } | StmtKind::Fill { array, .. } => f(*array, Role::View),
        StmtKind::Copy { to, from } => [*to, *from].into_iter().for_each(|array| f(array, Role::View)),
        StmtKind::Try { handlers, .. } => {
            for handler in handlers {
                if let Class::Object(class) = handler.class {
                    f(class, Role::Read);
                }
            }
        }
        StmtKind::Unbind(_)
        | StmtKind::Put { .. }
        | StmtKind::If { .. }
        | StmtKind::For { .. }
        | StmtKind::Loop { .. }
        | StmtKind::Block { .. }
        | StmtKind::Lock { .. }
        | StmtKind::Break(_)
        | StmtKind::Continue(_)
        | StmtKind::Return(_)
        | StmtKind::Raise(_)
        | StmtKind::Poll
        | StmtKind::Touch => {}
    }
}

/// The locals to which the statement itself gives a value, none of its blocks; the target of an assignment comes first.
pub fn stmt_writes(stmt: &Stmt) -> Vec<LocalId> {
    match &stmt.kind {
        StmtKind::Assign(local, op) => std::iter::once(*local).chain(op_writes(op)).collect(),
        StmtKind::Eval(op) => op_writes(op).into_iter().collect(),
        StmtKind::For { index, .. } => vec![*index],
        StmtKind::Put { place, .. } => place.own().into_iter().collect(),
        StmtKind::Try { handlers, .. } => handlers.iter().filter_map(|handler| handler.bind).collect(),
        StmtKind::Unbind(_)
        | StmtKind::CheckBound(_)
        | StmtKind::Store { .. }
        | StmtKind::Fill { .. }
        | StmtKind::Copy { .. }
        | StmtKind::If { .. }
        | StmtKind::Loop { .. }
        | StmtKind::Block { .. }
        | StmtKind::Lock { .. }
        | StmtKind::Break(_)
        | StmtKind::Continue(_)
        | StmtKind::Return(_)
        | StmtKind::Raise(_)
        | StmtKind::Poll
        | StmtKind::Touch => Vec::new(),
    }
}

/// What an operation assigns beside its result.
fn op_writes(op: &Op) -> Option<LocalId> {
    match op {
        Op::Python(PyOp::Next { item, .. }) => Some(*item),
        Op::Address { place, .. } => place.own(),
        _ => None,
    }
}

/// Calls `f` with each local that the statement itself mentions, none of its blocks: what it reads, then what it gives a
/// value, unbinds, or as a parallel loop spreads over its threads.
pub fn stmt_locals(stmt: &Stmt, f: &mut dyn FnMut(LocalId, Role)) {
    stmt_reads(stmt, f);
    stmt_writes(stmt).into_iter().for_each(|local| f(local, Role::Write));
    if let StmtKind::Unbind(local) = stmt.kind {
        f(local, Role::Write);
    }
    if let StmtKind::For { parallel: Some(parallel), .. } = &stmt.kind {
        let private = parallel.private.iter().map(|&(local, _)| local);
        parallel.reductions.iter().map(|&(local, _)| local).chain(private).for_each(|local| {
            f(local, Role::Read);
            f(local, Role::Write);
        });
    }
}

/// The blocks of a statement, in order.
pub fn blocks(stmt: &Stmt) -> Vec<&Block> {
    match &stmt.kind {
        StmtKind::If { then, orelse, .. } => vec![then, orelse],
        StmtKind::Loop { body, .. } | StmtKind::For { body, .. } => vec![body],
        StmtKind::Block { body, .. } | StmtKind::Lock { body, .. } => vec![body],
        StmtKind::Try { body, handlers, orelse, finally } => {
            let handlers = handlers.iter().map(|handler| &handler.body);
            std::iter::once(body).chain(handlers).chain([orelse, finally]).collect()
        }
        StmtKind::Assign(..)
        | StmtKind::Eval(_)
        | StmtKind::Unbind(_)
        | StmtKind::CheckBound(_)
        | StmtKind::Store { .. }
        | StmtKind::Fill { .. }
        | StmtKind::Copy { .. }
        | StmtKind::Put { .. }
        | StmtKind::Break(_)
        | StmtKind::Continue(_)
        | StmtKind::Return(_)
        | StmtKind::Raise(_)
        | StmtKind::Poll
        | StmtKind::Touch => Vec::new(),
    }
}

/// The blocks of a statement, in order, to change.
pub fn blocks_mut(stmt: &mut Stmt) -> Vec<&mut Block> {
    match &mut stmt.kind {
        StmtKind::If { then, orelse, .. } => vec![then, orelse],
        StmtKind::Loop { body, .. } | StmtKind::For { body, .. } => vec![body],
        StmtKind::Block { body, .. } | StmtKind::Lock { body, .. } => vec![body],
        StmtKind::Try { body, handlers, orelse, finally } => {
            let handlers = handlers.iter_mut().map(|handler| &mut handler.body);
            std::iter::once(body).chain(handlers).chain([orelse, finally]).collect()
        }
        StmtKind::Assign(..)
        | StmtKind::Eval(_)
        | StmtKind::Unbind(_)
        | StmtKind::CheckBound(_)
        | StmtKind::Store { .. }
        | StmtKind::Fill { .. }
        | StmtKind::Copy { .. }
        | StmtKind::Put { .. }
        | StmtKind::Break(_)
        | StmtKind::Continue(_)
        | StmtKind::Return(_)
        | StmtKind::Raise(_)
        | StmtKind::Poll
        | StmtKind::Touch => Vec::new(),
    }
}

/// Calls `f` with every statement of the block and of the blocks in it, outermost first.
pub fn walk<'a>(block: &'a [Stmt], f: &mut dyn FnMut(&'a Stmt)) {
    for stmt in block {
        f(stmt);
        for inner in blocks(stmt) {
            walk(inner, f);
        }
    }
}

/// As [`walk`], without what runs with the interpreter's lock taken for it.
pub fn walk_released<'a>(block: &'a [Stmt], f: &mut dyn FnMut(&'a Stmt)) {
    for stmt in block {
        f(stmt);
        if matches!(stmt.kind, StmtKind::Lock { held: true, .. }) {
            continue;
        }
        for inner in blocks(stmt) {
            walk_released(inner, f);
        }
    }
}

/// Whether control never reaches what follows the block. (A loop that no `break` leaves counts.)
pub fn diverges(block: &[Stmt]) -> bool {
    block.iter().any(|stmt| match &stmt.kind {
        StmtKind::Break(_) | StmtKind::Continue(_) | StmtKind::Return(_) | StmtKind::Raise(_) => true,
        StmtKind::If { then, orelse, .. } => diverges(then) && diverges(orelse),
        StmtKind::Loop { label, body } => !breaks(body, *label),
        StmtKind::Block { label, body } => diverges(body) && !breaks(body, *label),
        StmtKind::Lock { body, .. } => diverges(body),
        StmtKind::Try { body, handlers, orelse, finally } => {
            diverges(finally)
                || ((diverges(body) || diverges(orelse)) && handlers.iter().all(|handler| diverges(&handler.body)))
        }
        StmtKind::Assign(..)
        | StmtKind::Eval(_)
        | StmtKind::Unbind(_)
        | StmtKind::CheckBound(_)
        | StmtKind::Store { .. }
        | StmtKind::Fill { .. }
        | StmtKind::Copy { .. }
        | StmtKind::Put { .. }
        | StmtKind::For { .. }
        | StmtKind::Poll
        | StmtKind::Touch => false,
    })
}

fn breaks(block: &[Stmt], label: Label) -> bool {
    let mut found = false;
    walk(block, &mut |stmt| found |= matches!(stmt.kind, StmtKind::Break(target) if target == label));
    found
}

/// Whether a `break` in the block leaves a loop or block outside it.
pub fn breaks_out(block: &[Stmt]) -> bool {
    let mut inside = Vec::new();
    walk(block, &mut |stmt| {
        if let StmtKind::Loop { label, .. } | StmtKind::For { label, .. } | StmtKind::Block { label, .. } = &stmt.kind {
            inside.push(*label);
        }
    });
    let mut out = false;
    walk(block, &mut |stmt| out |= matches!(&stmt.kind, StmtKind::Break(label) if !inside.contains(label)));
    out
}
