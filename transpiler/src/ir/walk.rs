//! Visiting the parts of IR: the expressions of an operation or statement, the locals of an expression, nested blocks.

use super::{
    AxisIndex, Block, Class, Expr, ExprKind, Fill, ListOp, LocalId, Op, PyOp, Raise, SliceItem, Stmt, StmtKind,
};

/// Every expression directly in an operation.
pub fn op_exprs<'a>(op: &'a Op, visit: &mut dyn FnMut(&'a Expr)) {
    match op {
        Op::Use(expr) => visit(expr),
        Op::Int { args, .. } | Op::Kernel { args, .. } | Op::Call { args, .. } => args.iter().for_each(visit),
        Op::Load { index, .. } => axis_exprs(index, visit),
        Op::Slice { items, .. } => items.iter().for_each(|item| slice_exprs(item, visit)),
        Op::Number { .. } | Op::Transpose { .. } | Op::CopyOf { .. } => {}
        Op::Pick { items, index, .. } => items.iter().chain([index]).for_each(visit),
        Op::NewArray { fill, shape, .. } => {
            shape.iter().for_each(&mut *visit);
            match fill {
                Fill::Empty | Fill::Zeros => {}
                Fill::Value(value) => visit(value),
                Fill::Range { start, step } => [start, step].into_iter().for_each(visit),
                Fill::Items(items) => items.iter().for_each(visit),
            }
        }
        Op::List(op) => list_exprs(op, visit),
        Op::Python(op) => python_exprs(op, visit),
    }
}

fn axis_exprs<'a>(index: &'a [AxisIndex], visit: &mut dyn FnMut(&'a Expr)) {
    index.iter().for_each(|axis| visit(&axis.index));
}

fn slice_exprs<'a>(item: &'a SliceItem, visit: &mut dyn FnMut(&'a Expr)) {
    match item {
        SliceItem::Index(axis) => visit(&axis.index),
        SliceItem::Range { start, stop, step } => [start, stop, step].into_iter().flatten().for_each(visit),
        SliceItem::NewAxis => {}
    }
}

fn list_exprs<'a>(op: &'a ListOp, visit: &mut dyn FnMut(&'a Expr)) {
    match op {
        ListOp::New { items, .. } => items.iter().for_each(visit),
        ListOp::Get { list, index, .. } => [list, index].into_iter().for_each(visit),
        ListOp::Set { list, index, value, .. } => [list, index, value].into_iter().for_each(visit),
        ListOp::Append { list, value } => [list, value].into_iter().for_each(visit),
        ListOp::Pop { list, index } => std::iter::once(list).chain(index).for_each(visit),
        ListOp::Len(list) => visit(list),
    }
}

/// Every expression directly in an operation of the interpreter.
pub fn python_exprs<'a>(op: &'a PyOp, visit: &mut dyn FnMut(&'a Expr)) {
    match op {
        PyOp::Global(_) | PyOp::DelGlobal(_) | PyOp::Const(_) | PyOp::Next { .. } => {}
        PyOp::SetGlobal(_, value)
        | PyOp::GetAttr(value, _)
        | PyOp::DelAttr(value, _)
        | PyOp::Unary(_, value)
        | PyOp::Truth(value)
        | PyOp::Iter(value)
        | PyOp::Unpack(value, _)
        | PyOp::UnpackStar { value, .. }
        | PyOp::Box(value)
        | PyOp::Unbox { value, .. }
        | PyOp::UnboxOrEscape { value, .. } => visit(value),
        PyOp::SetAttr(a, _, b)
        | PyOp::GetItem(a, b)
        | PyOp::DelItem(a, b)
        | PyOp::Binary(_, a, b)
        | PyOp::InPlace(_, a, b)
        | PyOp::Compare(_, a, b)
        | PyOp::Format { value: a, spec: b, .. } => [a, b].into_iter().for_each(visit),
        PyOp::SetItem(a, b, c) | PyOp::Slice(a, b, c) => [a, b, c].into_iter().for_each(visit),
        PyOp::Call { func: object, args, keywords } | PyOp::CallMethod { object, args, keywords, .. } => {
            let keywords = keywords.iter().map(|(_, value)| value);
            std::iter::once(object).chain(args).chain(keywords).for_each(visit);
        }
        PyOp::Tuple(items) | PyOp::List(items) | PyOp::Set(items) | PyOp::JoinStr(items) => {
            items.iter().for_each(visit)
        }
        PyOp::Dict(items) => items.iter().flat_map(|(key, value)| [key, value]).for_each(visit),
    }
}

/// The locals an operation names other than in its expressions.
pub fn op_locals(op: &Op) -> Vec<LocalId> {
    match op {
        Op::Load { array, .. } | Op::Slice { array, .. } | Op::Transpose { array, .. } | Op::CopyOf { array, .. } => {
            vec![*array]
        }
        Op::Python(PyOp::Next { iter, .. }) => vec![*iter],
        Op::Use(_)
        | Op::Int { .. }
        | Op::Kernel { .. }
        | Op::Number { .. }
        | Op::Pick { .. }
        | Op::NewArray { .. }
        | Op::Call { .. }
        | Op::List(_) => Vec::new(),
        Op::Python(_) => Vec::new(),
    }
}

/// Every local an expression reads.
pub fn expr_locals(expr: &Expr, visit: &mut dyn FnMut(LocalId)) {
    match &expr.kind {
        ExprKind::Const(_) => {}
        ExprKind::Local(id) | ExprKind::Take(id) | ExprKind::Dim(id, _) | ExprKind::Stride(id, _) => visit(*id),
        ExprKind::Neg(a)
        | ExprKind::Not(a)
        | ExprKind::Cast(a)
        | ExprKind::Field(a, _)
        | ExprKind::Real(a)
        | ExprKind::Imag(a) => {
            expr_locals(a, visit);
        }
        ExprKind::Binary(_, a, b)
        | ExprKind::Compare(_, a, b)
        | ExprKind::And(a, b)
        | ExprKind::Or(a, b)
        | ExprKind::Complex(a, b) => {
            expr_locals(a, visit);
            expr_locals(b, visit);
        }
        ExprKind::Select(a, b, c) => {
            expr_locals(a, visit);
            expr_locals(b, visit);
            expr_locals(c, visit);
        }
        ExprKind::Kernel(_, args) | ExprKind::Tuple(args) => args.iter().for_each(|arg| expr_locals(arg, visit)),
    }
}

/// The operation of a statement, if it has one.
pub fn stmt_op(stmt: &Stmt) -> Option<&Op> {
    match &stmt.kind {
        StmtKind::Assign(_, op) | StmtKind::Eval(op) => Some(op),
        _ => None,
    }
}

/// Every expression directly in a statement, those of its operation included.
pub fn stmt_exprs<'a>(stmt: &'a Stmt, visit: &mut dyn FnMut(&'a Expr)) {
    match &stmt.kind {
        StmtKind::Assign(_, op) | StmtKind::Eval(op) => op_exprs(op, visit),
        StmtKind::Store { index, value, .. } => {
            axis_exprs(index, visit);
            visit(value);
        }
        StmtKind::Fill { value, .. } | StmtKind::Return(value) => visit(value),
        StmtKind::If { cond, .. } => visit(cond),
        StmtKind::For { start, stop, step, parallel, .. } => {
            [start, stop, step].into_iter().for_each(&mut *visit);
            if let Some(parallel) = parallel {
                parallel.chunk.iter().chain(&parallel.threads).for_each(visit);
            }
        }
        StmtKind::Raise(Raise::Builtin { args, .. }) => args.iter().for_each(visit),
        StmtKind::Raise(Raise::Object { exc, cause }) => std::iter::once(exc).chain(cause).for_each(visit),
        StmtKind::Raise(Raise::Again | Raise::Escape(_))
        | StmtKind::Unbind(_)
        | StmtKind::CheckBound(_)
        | StmtKind::Copy { .. }
        | StmtKind::Loop { .. }
        | StmtKind::Block { .. }
        | StmtKind::Break(_)
        | StmtKind::Continue(_)
        | StmtKind::Try { .. }
        | StmtKind::Poll
        | StmtKind::Touch => {}
    }
}

/// Every local a statement itself reads, nested blocks excluded.
pub fn stmt_reads(stmt: &Stmt, visit: &mut dyn FnMut(LocalId)) {
    stmt_exprs(stmt, &mut |expr| expr_locals(expr, visit));
    match &stmt.kind {
        StmtKind::Assign(_, op) | StmtKind::Eval(op) => op_locals(op).into_iter().for_each(visit),
        StmtKind::Store { array, .. } | StmtKind::Fill { array, .. } => visit(*array),
        StmtKind::Copy { to, from } => [*to, *from].into_iter().for_each(visit),
        StmtKind::CheckBound(local) => visit(*local),
        StmtKind::Try { handlers, .. } => handlers.iter().for_each(|handler| {
            if let Class::Object(local) = handler.class {
                visit(local);
            }
        }),
        _ => {}
    }
}

/// The locals a statement itself assigns, nested blocks excluded.
pub fn stmt_writes(stmt: &Stmt) -> Vec<LocalId> {
    match &stmt.kind {
        StmtKind::Assign(local, Op::Python(PyOp::Next { item, .. })) => vec![*local, *item],
        StmtKind::Eval(Op::Python(PyOp::Next { item, .. })) => vec![*item],
        StmtKind::Assign(local, _) => vec![*local],
        StmtKind::For { index, .. } => vec![*index],
        StmtKind::Try { handlers, .. } => handlers.iter().filter_map(|handler| handler.bind).collect(),
        _ => Vec::new(),
    }
}

/// The blocks directly in a statement.
pub fn blocks(stmt: &Stmt) -> Vec<&Block> {
    match &stmt.kind {
        StmtKind::If { then, orelse, .. } => vec![then, orelse],
        StmtKind::Loop { body, .. } | StmtKind::For { body, .. } | StmtKind::Block { body, .. } => vec![body],
        StmtKind::Try { body, handlers, orelse, finally } => {
            let mut blocks = vec![body];
            blocks.extend(handlers.iter().map(|handler| &handler.body));
            blocks.extend([orelse, finally]);
            blocks
        }
        _ => Vec::new(),
    }
}

/// The blocks directly in a statement, to change.
pub fn blocks_mut(stmt: &mut Stmt) -> Vec<&mut Block> {
    match &mut stmt.kind {
        StmtKind::If { then, orelse, .. } => vec![then, orelse],
        StmtKind::Loop { body, .. } | StmtKind::For { body, .. } | StmtKind::Block { body, .. } => vec![body],
        StmtKind::Try { body, handlers, orelse, finally } => {
            let mut blocks = vec![body];
            blocks.extend(handlers.iter_mut().map(|handler| &mut handler.body));
            blocks.extend([orelse, finally]);
            blocks
        }
        _ => Vec::new(),
    }
}

/// Every statement of a block, outer before inner.
pub fn each_stmt<'a>(block: &'a Block, visit: &mut dyn FnMut(&'a Stmt)) {
    for stmt in block {
        visit(stmt);
        for inner in blocks(stmt) {
            each_stmt(inner, visit);
        }
    }
}
