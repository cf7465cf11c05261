//! The cases.

use super::build::{Body, array, at, compare, constant, doubles, export, expr, float, int, np, program, pure, text};
use super::check;
use crate::hir::{self, BinOp, CmpOp, Const, PythonClass, UnaryOp};
use crate::ir::{
    BoundaryParam, Check, Class, Expect, Expr, ExprKind, Fill, FnId, FusedChoice, FusedExport, Guard, Handler, IntOp,
    ListOp, LocalId, Mismatch, Op, Overload, Parallel, Program, PureOp, PyOp, Raise, Reduction, Relation, Schedule,
    SliceItem, StmtKind, Value,
};
use crate::syntax::cython::Piece;
use crate::ty::{Layout, Num, Repr, Type};
use pyrx_runtime::raise::Exc;

fn boxed(ty: Type, kind: impl FnOnce(Box<Expr>) -> ExprKind, a: Expr) -> Expr {
    expr(ty, kind(Box::new(a)))
}

#[test]
fn expressions() {
    let mut f = Body::new("expressions", 0);
    let (x, y) = (f.param("x", Type::FLOAT), f.param("y", Type::FLOAT));
    let (n, b) = (f.param("n", Type::INT), f.param("b", Type::BOOL));
    let z = f.param("z", Type::COMPLEX);
    let (x, y, n, b, z) = (f.get(x), f.get(y), f.get(n), f.get(b), f.get(z));
    let use_of = Op::Use;
    let sum = pure(PureOp::Add, x.clone(), y.clone());
    // (x + y) * (x - y - (x - y)) / -y
    let difference = pure(PureOp::Sub, x.clone(), y.clone());
    let nested = pure(PureOp::Sub, difference.clone(), difference);
    let product = pure(PureOp::Mul, sum, nested);
    let quotient = pure(PureOp::Div, product, boxed(Type::FLOAT, ExprKind::Neg, y.clone()));
    f.make("floats", Type::FLOAT, use_of(quotient));
    let wrapped = pure(PureOp::Mul, pure(PureOp::Add, n.clone(), int(-1)), int(i64::MIN));
    let shifted = pure(PureOp::Shl, pure(PureOp::And, wrapped, int(255)), pure(PureOp::Xor, n.clone(), int(3)));
    f.make("ints", Type::INT, use_of(boxed(Type::INT, ExprKind::Neg, shifted)));
    f.make("low", Type::INT, use_of(pure(PureOp::Min, n.clone(), int(7))));
    f.make("high", Type::FLOAT, use_of(pure(PureOp::Max, x.clone(), float(f64::NEG_INFINITY))));
    let less = compare(Relation::Lt, pure(PureOp::Or, n.clone(), int(1)), boxed(Type::INT, ExprKind::Cast, x.clone()));
    let both =
        expr(Type::BOOL, ExprKind::And(Box::new(less.clone()), Box::new(boxed(Type::BOOL, ExprKind::Not, b.clone()))));
    let either = expr(Type::BOOL, ExprKind::Or(Box::new(both), Box::new(compare(Relation::Eq, less, b.clone()))));
    f.make("", Type::BOOL, use_of(either));
    let choice = expr(Type::FLOAT, ExprKind::Select(Box::new(b.clone()), Box::new(x.clone()), Box::new(float(-0.0))));
    f.make("", Type::FLOAT, use_of(pure(PureOp::Add, choice, float(1e300))));
    let casts = [
        (n.clone(), np(Repr::F32)),
        (n.clone(), np(Repr::U8)),
        (x.clone(), np(Repr::I32)),
        (b.clone(), Type::INT),
        (b, Type::FLOAT),
        (x.clone(), np(Repr::Bool)),
        (n.clone(), np(Repr::C64)),
        (constant(Value::Char(97), Type::Char), Type::Str),
    ];
    for (value, to) in casts {
        f.make("", to.clone(), use_of(boxed(to, ExprKind::Cast, value)));
    }
    let tuple = Type::Tuple(vec![Type::FLOAT, Type::Str]);
    let pair = expr(tuple.clone(), ExprKind::Tuple(vec![x.clone(), text("é\u{202e}\"")]));
    let pair = f.make("pair", tuple, use_of(pair));
    let pair = f.get(pair);
    f.make("", Type::FLOAT, use_of(expr(Type::FLOAT, ExprKind::Field(Box::new(pair.clone()), 0))));
    f.make("", Type::Str, use_of(expr(Type::Str, ExprKind::Field(Box::new(pair), 1))));
    let complex = expr(Type::COMPLEX, ExprKind::Complex(Box::new(x.clone()), Box::new(y)));
    f.make("", Type::COMPLEX, use_of(pure(PureOp::Sub, complex, z.clone())));
    f.make(
        "",
        Type::FLOAT,
        use_of(pure(PureOp::Mul, boxed(Type::FLOAT, ExprKind::Real, z.clone()), boxed(Type::FLOAT, ExprKind::Imag, z))),
    );
    f.make("", Type::FLOAT, use_of(expr(Type::FLOAT, ExprKind::Kernel("np::hypot", vec![x.clone(), float(2.5)]))));
    f.make("", Type::INT, Op::Int { op: IntOp::Add, args: vec![n.clone(), int(1)], check: Check::Each });
    f.make("", Type::INT, Op::Int { op: IntOp::Mul, args: vec![n.clone(), int(2)], check: Check::Proven });
    f.make("", Type::INT, Op::Int { op: IntOp::Neg, args: vec![n], check: Check::Off });
    let root = f.make("", Type::FLOAT, Op::Kernel { path: "math::sqrt", args: vec![x], ty: Type::FLOAT, raises: true });
    f.push(StmtKind::Poll);
    let root = f.take(root);
    check("expressions", &program(vec![f.returns(Type::FLOAT, root)]));
}

#[test]
fn loops() {
    let mut f = Body::new("loops", 0);
    let n = f.param("n", Type::INT);
    let total = f.make("total", Type::INT, Op::Use(int(0)));
    let add = |f: &mut Body, value: Expr| {
        let sum = pure(PureOp::Add, f.get(total), value);
        f.set(total, Op::Use(sum));
    };
    let bounds = |f: &Body, step: i64| [int(0), f.get(n), int(step)];
    for step in [1, -1, 3] {
        let index = f.local("", Type::INT);
        let bounds = bounds(&f, step);
        f.count(index, bounds, |f, _| add(f, f.get(index)));
    }
    let index = f.local("", Type::INT);
    let dynamic = [int(0), int(10), f.get(n)];
    f.count(index, dynamic, |f, label| {
        let cond = compare(Relation::Lt, f.get(index), int(3));
        let then = f.block(|f| f.push(StmtKind::Continue(label)));
        let orelse = f.block(|f| f.push(StmtKind::Break(label)));
        f.push(StmtKind::If { cond, then, orelse });
    });
    let (outer, label) = (f.label(), f.label());
    let block = f.block(|f| {
        let body = f.block(|f| {
            let cond = compare(Relation::Gt, f.get(total), int(100));
            let then = f.block(|f| f.push(StmtKind::Break(outer)));
            f.push(StmtKind::If { cond, then, orelse: Vec::new() });
            let cond = compare(Relation::Gt, f.get(total), int(50));
            let then = f.block(|f| f.push(StmtKind::Break(label)));
            f.push(StmtKind::If { cond, then, orelse: Vec::new() });
            add(f, int(7));
            f.push(StmtKind::Continue(label));
        });
        f.push(StmtKind::Loop { label, body });
        add(f, int(1));
    });
    f.push(StmtKind::Block { label: outer, body: block });
    // The same local in both branches: each declares it for itself.
    let part = f.local("part", Type::INT);
    let cond = compare(Relation::Eq, f.get(n), int(2));
    let [then, orelse] = [5, 6].map(|value| {
        f.block(|f| {
            f.set(part, Op::Use(int(value)));
            add(f, f.get(part));
        })
    });
    f.push(StmtKind::If { cond, then, orelse });
    // Assigned in a branch only and read after it: declared at the top.
    let late = f.tracked("late", Type::FLOAT);
    let cond = compare(Relation::Eq, f.get(n), int(3));
    let then = f.block(|f| f.set(late, Op::Use(float(1.5))));
    f.push(StmtKind::If { cond, then, orelse: Vec::new() });
    f.push(StmtKind::CheckBound(late));
    f.push(StmtKind::Unbind(late));
    let total = f.get(total);
    check("loops", &program(vec![f.returns(Type::INT, total)]));
}

/// The loops of a nest spend from one budget, an innermost one runs in strips.
#[test]
fn nested_polls() {
    let mut f = Body::new("nested_polls", 0);
    let n = f.param("n", Type::INT);
    let total = f.make("total", Type::INT, Op::Use(int(0)));
    let bounds = [int(0), f.get(n), int(1)];
    let [outer, middle, inner] = [(); 3].map(|()| f.local("", Type::INT));
    f.count(outer, bounds.clone(), |f, _| {
        f.push(StmtKind::Poll);
        f.count(middle, bounds.clone(), |f, _| {
            f.push(StmtKind::Poll);
            f.count(inner, bounds, |f, _| {
                f.push(StmtKind::Poll);
                let sum = pure(PureOp::Add, f.get(total), f.get(inner));
                f.set(total, Op::Use(sum));
            });
        });
    });
    let label = f.label();
    let body = f.block(|f| {
        f.push(StmtKind::Poll);
        let cond = compare(Relation::Gt, f.get(total), int(9));
        let then = f.block(|f| f.push(StmtKind::Break(label)));
        f.push(StmtKind::If { cond, then, orelse: Vec::new() });
    });
    f.push(StmtKind::Loop { label, body });
    let total = f.get(total);
    check("nested_polls", &program(vec![f.returns(Type::INT, total)]));
}

/// A float becomes an integer by one instruction where LLVM has no vectors of them: in a loop that leaves early, and where
/// an item lies where another one says.
#[test]
fn lanes() {
    let mut f = Body::new("lanes", 0);
    let n = f.param("n", Type::INT);
    let [x, low] = [Repr::F64, Repr::U8].map(|repr| array(repr, 1, Layout::C));
    let (x, low) = (f.param("x", x), f.param("low", low));
    let bounds = [int(0), f.get(n), int(1)];
    let item = |array, index| Op::Load { array, index: vec![at(index, false, Check::Off)] };
    let byte = |value| boxed(np(Repr::U8), ExprKind::Cast, value);
    let [plain, looked_up] = [(); 2].map(|()| f.local("", Type::INT));
    f.count(plain, bounds.clone(), |f, _| {
        let (i, read) = (f.get(plain), f.local("", Type::FLOAT));
        f.set(read, item(x, i.clone()));
        let value = byte(f.get(read));
        f.push(StmtKind::Store { array: low, index: vec![at(i, false, Check::Off)], value });
    });
    f.count(looked_up, bounds, |f, _| {
        let (i, place) = (f.get(looked_up), f.local("", np(Repr::U8)));
        f.set(place, item(low, i.clone()));
        let read = f.local("", Type::FLOAT);
        let there = boxed(Type::INT, ExprKind::Cast, f.get(place));
        f.set(read, item(x, there));
        let value = byte(f.get(read));
        f.push(StmtKind::Store { array: low, index: vec![at(i, false, Check::Off)], value });
    });
    let label = f.label();
    let body = f.block(|f| {
        let read = f.local("", Type::FLOAT);
        f.set(read, item(x, int(0)));
        let value = byte(f.get(read));
        f.push(StmtKind::Store { array: low, index: vec![at(int(0), false, Check::Off)], value });
        f.push(StmtKind::Break(label));
    });
    f.push(StmtKind::Loop { label, body });
    let n = f.get(n);
    check("lanes", &program(vec![f.edit(|f| f.effects = true).returns(Type::INT, n)]));
}

#[test]
fn items() {
    let mut functions = Vec::new();
    for (at_, layout) in [Layout::C, Layout::F, Layout::Inner, Layout::Strided].into_iter().enumerate() {
        let mut f = Body::new(&format!("items_{at_}"), at_ as u32);
        let (a, i) = (f.param("a", array(Repr::F64, 2, layout)), f.param("i", Type::INT));
        let flags = f.param("flags", array(Repr::Bool, 1, layout));
        let i = f.get(i);
        let next = pure(PureOp::Add, i.clone(), int(1));
        let checks = [(true, Check::Each), (false, Check::Each), (true, Check::Proven), (false, Check::Off)];
        for (wrap, check) in checks {
            let index = vec![at(i.clone(), wrap, check), at(next.clone(), wrap, check)];
            let item = f.make("", Type::FLOAT, Op::Load { array: a, index: index.clone() });
            let value = f.get(item);
            f.push(StmtKind::Store { array: a, index, value });
        }
        let index = vec![at(i.clone(), false, Check::Hoisted)];
        f.push(StmtKind::Store { array: flags, index, value: Expr::bool(true) });
        f.push(StmtKind::Fill { array: a, value: float(2.0) });
        f.push(StmtKind::Copy { to: a, from: a });
        functions.push(f.edit(|f| f.effects = true).done());
    }
    check("items", &program(functions));
}

#[test]
fn views() {
    let mut f = Body::new("views", 0);
    let (a, n) = (f.param("a", doubles(2)), f.param("n", Type::INT));
    let n = f.get(n);
    let range = |start, stop, step| SliceItem::Range { start, stop, step };
    let index = |value: Expr, check| SliceItem::Index(at(value, true, check));
    // A row that is only read needs no owner of its own; the part that is returned does.
    let items = vec![index(n.clone(), Check::Each), range(None, None, None)];
    let row = f.make("row", doubles(1), Op::Slice { array: a, items, ty: doubles(1) });
    let load = Op::Load { array: row, index: vec![at(int(0), false, Check::Each)] };
    let first = f.make("first", np(Repr::F64), load);
    let items =
        vec![range(Some(int(1)), None, Some(int(2))), SliceItem::NewAxis, range(None, Some(int(-1)), Some(n.clone()))];
    let part = f.make("part", doubles(3), Op::Slice { array: a, items, ty: doubles(3) });
    let turned = f.make("turned", doubles(3), Op::Transpose { array: part, ty: doubles(3) });
    let other = f.local("other", doubles(2));
    let alias = f.get(a);
    f.set(other, Op::Use(alias));
    let size = expr(Type::INT, ExprKind::Dim(other, 1));
    let size = pure(PureOp::Mul, size, expr(Type::INT, ExprKind::Stride(turned, 0)));
    let value = [f.get(turned), f.get(first), size];
    let ty = Type::Tuple(value.iter().map(|value| value.ty.clone()).collect());
    let value = expr(ty.clone(), ExprKind::Tuple(value.to_vec()));
    check("views", &program(vec![f.returns(ty, value)]));
}

#[test]
fn new_arrays() {
    let mut f = Body::new("new_arrays", 0);
    let (n, source) = (f.param("n", Type::INT), f.param("source", array(Repr::I32, 2, Layout::Strided)));
    let n = f.get(n);
    let c = |dtype, ndim| array(dtype, ndim, Layout::C);
    let byte = |value| constant(Value::Int(value), np(Repr::I8));
    let mut made = Vec::new();
    let fills = [
        (Fill::Empty, vec![n.clone(), int(3)], c(Repr::F64, 2)),
        (Fill::Zeros, vec![n.clone()], c(Repr::Bool, 1)),
        (Fill::Value(byte(-1)), vec![n.clone()], c(Repr::I8, 1)),
        (Fill::Range { start: byte(-3), step: byte(2) }, vec![n.clone()], c(Repr::I8, 1)),
        (Fill::Range { start: float(0.5), step: float(0.1) }, vec![n], c(Repr::F64, 1)),
        (Fill::Items(vec![float(1.0), float(2.0)]), vec![int(2)], c(Repr::F64, 1)),
        (Fill::Items(vec![byte(1), byte(2), byte(3), byte(4)]), vec![int(2), int(2)], c(Repr::I8, 2)),
    ];
    for (fill, shape, ty) in fills {
        made.push(f.make("", ty.clone(), Op::NewArray { fill, shape, ty }));
    }
    for dtype in [Repr::I32, Repr::F64] {
        made.push(f.make("", c(dtype, 2), Op::CopyOf { array: source, ty: c(dtype, 2) }));
    }
    let values: Vec<Expr> = made.iter().map(|&local| f.take(local)).collect();
    let ty = Type::Tuple(values.iter().map(|value| value.ty.clone()).collect());
    let value = expr(ty.clone(), ExprKind::Tuple(values));
    check("new_arrays", &program(vec![f.returns(ty, value)]));
}

#[test]
fn lists() {
    let mut f = Body::new("lists", 0);
    let ty = Type::List(Box::new(Type::Str));
    let (given, i) = (f.param("given", ty.clone()), f.param("i", Type::INT));
    let i = f.get(i);
    let new = ListOp::New { items: vec![text("a"), text("b")], ty: ty.clone() };
    let own = f.make("own", ty.clone(), Op::List(new));
    let (given, list) = (f.get(given), f.get(own));
    let get = |check| ListOp::Get { list: given.clone(), index: i.clone(), check };
    let item = f.make("item", Type::Str, Op::List(get(Check::Each)));
    let item = f.get(item);
    f.make("", Type::Str, Op::List(get(Check::Proven)));
    let set = ListOp::Set { list: list.clone(), index: int(0), value: item.clone(), check: Check::Each };
    f.push(StmtKind::Eval(Op::List(set)));
    f.push(StmtKind::Eval(Op::List(ListOp::Append { list: list.clone(), value: item })));
    f.push(StmtKind::Eval(Op::List(ListOp::Pop { list: list.clone(), index: None })));
    f.make("", Type::Str, Op::List(ListOp::Pop { list: list.clone(), index: Some(i.clone()) }));
    f.make("", Type::INT, Op::List(ListOp::Len(list)));
    let own = f.take(own);
    check("lists", &program(vec![f.returns(ty, own)]));
}

fn handler(f: &mut Body, class: Class, bind: Option<LocalId>, fill: impl FnOnce(&mut Body)) -> Handler {
    let span = f.span();
    Handler { span, class, bind, body: f.block(fill) }
}

fn divide(f: &mut Body, to: LocalId, by: LocalId) {
    let args = vec![int(10), f.get(by)];
    f.set(to, Op::Kernel { path: "int::floordiv", args, ty: Type::INT, raises: true });
}

#[test]
fn handlers() {
    let mut f = Body::new("handlers", 0).edit(|f| f.python = true);
    let (n, class) = (f.param("n", Type::INT), f.param("class", Type::Object));
    let (x, e) = (f.make("x", Type::INT, Op::Use(int(0))), f.tracked("e", Type::Object));
    let body = f.block(|f| {
        divide(f, x, n);
        let args = vec![text("too small")];
        f.push(StmtKind::Raise(Raise::Builtin { class: Exc::ValueError, args }));
    });
    let handlers = vec![
        handler(&mut f, Class::Builtin(vec![Exc::ValueError, Exc::KeyError]), None, |f| {
            f.set(x, Op::Use(int(1)));
        }),
        handler(&mut f, Class::Object(class), Some(e), |f| {
            let (exc, cause) = (f.get(e), f.get(class));
            f.push(StmtKind::Raise(Raise::Object { exc, cause: Some(cause) }));
        }),
        handler(&mut f, Class::Builtin(vec![Exc::ZeroDivisionError]), Some(e), |f| {
            let cond = compare(Relation::Eq, f.get(n), int(0));
            let then = f.block(|f| f.push(StmtKind::Raise(Raise::Again)));
            f.push(StmtKind::If { cond, then, orelse: Vec::new() });
            f.push(StmtKind::Unbind(e));
        }),
        handler(&mut f, Class::All, None, |f| {
            let inner = f.block(|f| f.push(StmtKind::Raise(Raise::Again)));
            let again = handler(f, Class::All, None, |f| f.set(x, Op::Use(int(2))));
            f.push(StmtKind::Try { body: inner, handlers: vec![again], orelse: Vec::new(), finally: Vec::new() });
        }),
    ];
    let orelse = f.block(|f| f.push(StmtKind::Raise(Raise::Escape("no native answer"))));
    f.push(StmtKind::Try { body, handlers, orelse, finally: Vec::new() });
    let args = vec![text("of"), int(3), float(0.5)];
    f.push(StmtKind::Raise(Raise::Builtin { class: Exc::TypeError, args }));
    check("handlers", &program(vec![f.edit(|f| f.returns = Type::INT).done()]));
}

#[test]
fn finally() {
    let mut f = Body::new("finally", 0);
    let (n, i) = (f.param("n", Type::INT), f.local("", Type::INT));
    let x = f.make("x", Type::INT, Op::Use(int(0)));
    let bounds = [int(0), f.get(n), int(1)];
    f.count(i, bounds, |f, label| {
        let body = f.block(|f| {
            for (value, kind) in
                [(1, StmtKind::Continue(label)), (2, StmtKind::Break(label)), (3, StmtKind::Return(int(-1)))]
            {
                let cond = compare(Relation::Eq, f.get(i), int(value));
                let then = f.block(|f| f.push(kind));
                f.push(StmtKind::If { cond, then, orelse: Vec::new() });
            }
            divide(f, x, i);
        });
        let handlers = vec![handler(f, Class::Builtin(vec![Exc::ArithmeticError]), None, |f| divide(f, x, n))];
        let finally = f.block(|f| {
            let inner = f.block(|f| divide(f, x, n));
            let last = f.block(|f| f.set(x, Op::Use(int(9))));
            f.push(StmtKind::Try { body: inner, handlers: Vec::new(), orelse: Vec::new(), finally: last });
        });
        f.push(StmtKind::Try { body, handlers, orelse: Vec::new(), finally });
    });
    let value = f.get(x);
    check("finally", &program(vec![f.returns(Type::INT, value)]));
}

#[test]
fn parallel() {
    let mut f = Body::new("parallel", 0).edit(|f| f.detach = true);
    let (a, scale) = (f.param("a", array(Repr::F64, 1, Layout::C)), f.param("scale", Type::FLOAT));
    let threads = f.param("threads", Type::INT);
    let (i, j) = (f.local("", Type::INT), f.local("", Type::INT));
    let total = f.make("total", Type::FLOAT, Op::Use(float(0.0)));
    let count = f.make("count", Type::INT, Op::Use(int(0)));
    let last = f.make("last", Type::FLOAT, Op::Use(float(0.0)));
    let label = f.label();
    let body = f.block(|f| {
        let item = f.make("item", np(Repr::F64), Op::Load { array: a, index: vec![at(f.get(i), true, Check::Each)] });
        let cond = compare(Relation::Lt, f.get(item), float(0.0));
        let then = f.block(|f| f.push(StmtKind::Continue(label)));
        f.push(StmtKind::If { cond, then, orelse: Vec::new() });
        let value = pure(PureOp::Mul, f.get(item), f.get(scale));
        f.set(last, Op::Use(value));
        let sum = pure(PureOp::Add, f.get(total), f.get(last));
        f.set(total, Op::Use(sum));
        f.count(j, [int(0), int(3), int(1)], |f, _| {
            let args = vec![f.get(count), int(1)];
            f.set(count, Op::Int { op: IntOp::Add, args, check: Check::Each });
        });
    });
    let parallel = Parallel {
        schedule: Schedule::Dynamic,
        chunk: Some(int(64)),
        threads: Some(f.get(threads)),
        reductions: vec![(total, Reduction::Add), (count, Reduction::Add)],
        private: vec![(last, true), (j, false)],
    };
    let stop = expr(Type::INT, ExprKind::Dim(a, 0));
    f.push(StmtKind::For { label, index: i, start: int(0), stop, step: int(2), body, parallel: Some(parallel) });
    let value = [f.get(total), f.get(count), f.get(last)];
    let ty = Type::Tuple(value.iter().map(|value| value.ty.clone()).collect());
    let value = expr(ty.clone(), ExprKind::Tuple(value.to_vec()));
    check("parallel", &program(vec![f.returns(ty, value)]));
}

#[test]
fn parallel_exits() {
    let mut f = Body::new("parallel_exits", 0).edit(|f| f.detach = true);
    let (a, x) = (f.param("a", array(Repr::F64, 1, Layout::C)), f.param("x", Type::FLOAT));
    let (i, count) = (f.local("", Type::INT), f.make("count", Type::INT, Op::Use(int(0))));
    let label = f.label();
    let body = f.block(|f| {
        let item = f.make("item", np(Repr::F64), Op::Load { array: a, index: vec![at(f.get(i), true, Check::Proven)] });
        let found = compare(Relation::Eq, f.get(item), f.get(x));
        let then = f.block(|f| f.push(StmtKind::Return(f.get(i))));
        f.push(StmtKind::If { cond: found, then, orelse: Vec::new() });
        let past = compare(Relation::Gt, f.get(item), f.get(x));
        let then = f.block(|f| f.push(StmtKind::Break(label)));
        f.push(StmtKind::If { cond: past, then, orelse: Vec::new() });
        let args = vec![f.get(count), int(1)];
        f.set(count, Op::Int { op: IntOp::Add, args, check: Check::Proven });
    });
    let parallel = Parallel {
        schedule: Schedule::Static,
        chunk: None,
        threads: None,
        reductions: vec![(count, Reduction::Add)],
        private: Vec::new(),
    };
    let stop = expr(Type::INT, ExprKind::Dim(a, 0));
    f.push(StmtKind::For { label, index: i, start: int(0), stop, step: int(1), body, parallel: Some(parallel) });
    let value = f.get(count);
    check("parallel_exits", &program(vec![f.returns(Type::INT, value)]));
}

/// Every operation of the interpreter.
pub fn python() -> Program {
    let mut f = Body::new("python", 0).edit(|f| (f.python, f.effects) = (true, true));
    let (o, p) = (f.param("o", Type::Object), f.param("match", Type::Object));
    let item = f.tracked("item", Type::Object);
    let (a, b) = (f.get(o), f.get(p));
    let name = || "näme".to_string();
    let consts = [
        Const::None,
        Const::Bool(true),
        Const::Int(7.into()),
        Const::Int(num_bigint::BigInt::from(1u128 << 100)),
        Const::Float(0.5),
        Const::Imaginary(-2.0),
        Const::Str("sämething".to_string()),
        Const::Bytes(vec![0, 65, 255]),
        Const::Ellipsis,
    ];
    let mut ops: Vec<PyOp> = consts.into_iter().map(PyOp::Const).collect();
    let keywords = vec![("key".to_string(), b.clone())];
    ops.extend([
        PyOp::Global(name()),
        PyOp::GetAttr(a.clone(), name()),
        PyOp::GetItem(a.clone(), b.clone()),
        PyOp::Call { func: a.clone(), args: vec![b.clone()], keywords: keywords.clone() },
        PyOp::CallMethod { object: a.clone(), name: name(), args: vec![b.clone(), a.clone()], keywords },
        PyOp::Unary(UnaryOp::Invert, a.clone()),
        PyOp::Binary(BinOp::Div, a.clone(), b.clone()),
        PyOp::InPlace(BinOp::MatMul, a.clone(), b.clone()),
        PyOp::Compare(CmpOp::NotIn, a.clone(), b.clone()),
        PyOp::Iter(a.clone()),
        PyOp::Tuple(vec![a.clone(), b.clone()]),
        PyOp::List(vec![]),
        PyOp::Set(vec![a.clone()]),
        PyOp::Dict(vec![(a.clone(), b.clone())]),
        PyOp::Slice(a.clone(), b.clone(), a.clone()),
        PyOp::Format { value: a.clone(), conversion: Some('r'), spec: b.clone() },
        PyOp::JoinStr(vec![a.clone(), b.clone()]),
        PyOp::Box(constant(Value::Float(1.5), np(Repr::F32))),
    ]);
    for op in ops {
        f.make("", Type::Object, Op::Python(op));
    }
    for op in [
        PyOp::SetGlobal(name(), a.clone()),
        PyOp::SetAttr(a.clone(), name(), b.clone()),
        PyOp::SetItem(a.clone(), b.clone(), a.clone()),
        PyOp::Truth(a.clone()),
        PyOp::Length(a.clone()),
        PyOp::ExitOf(a.clone()),
        PyOp::Enter(a.clone()),
    ] {
        f.push(StmtKind::Eval(Op::Python(op)));
    }
    let objects = |count| Type::Tuple(vec![Type::Object; count]);
    f.make("", objects(2), Op::Python(PyOp::Unpack(a.clone(), 2)));
    f.make("", objects(4), Op::Python(PyOp::UnpackStar { value: a.clone(), before: 1, after: 2 }));
    f.make("", Type::BOOL, Op::Python(PyOp::Next { iter: p, item }));
    f.push(StmtKind::CheckBound(item));
    let unbox = |ty: Type| Op::Python(PyOp::Unbox { value: a.clone(), ty, what: "item 0".to_string(), written: None });
    f.make("", Type::INT, unbox(Type::INT));
    let grid = f.make("grid", doubles(2), unbox(doubles(2)));
    f.push(StmtKind::Fill { array: grid, value: float(0.0) });
    let grid = f.get(grid);
    program(vec![f.returns(doubles(2), grid)])
}

#[test]
fn python_operations() {
    check("python_operations", &python());
}

/// Native calls: views where a callee keeps nothing, arrays where it does.
pub fn calls() -> Program {
    let mut reads = Body::new("reads", 0).edit(|f| f.raises = false);
    let a = reads.param("a", doubles(1));
    let size = expr(Type::INT, ExprKind::Dim(a, 0));
    let reads = reads.returns(Type::INT, size);
    let mut keeps = Body::new("keeps", 1).edit(|f| (f.recursive, f.effects) = (true, true));
    let a = keeps.param("a", doubles(1));
    let (array, one) = (keeps.get(a), keeps.local("", Type::INT));
    keeps.set(one, Op::Call { func: FnId(0), args: vec![array.clone()], attempt: None });
    let again = keeps.local("", doubles(1));
    keeps.set(again, Op::Call { func: FnId(1), args: vec![array.clone()], attempt: None });
    let again = keeps.take(again);
    let keeps = keeps.returns(doubles(1), again);
    program(vec![reads, keeps])
}

#[test]
fn native_calls() {
    check("native_calls", &calls());
}

#[test]
fn exports() {
    let mut functions = Vec::new();
    for ty in [Type::INT, doubles(1)] {
        let mut f = Body::new("f", 0);
        let x = f.param("x", ty);
        let value = f.get(x);
        let ty = value.ty.clone();
        functions.push(f.returns(ty, value));
    }
    let numbers: Vec<Type> = (0..13).map(|_| np(Repr::F32)).collect();
    let mut wide = Body::new("wide", 1).edit(|f| f.raises = false);
    let ty = Type::Tuple(numbers);
    let items = (0..13).map(|_| constant(Value::Float(1.0), np(Repr::F32))).collect();
    let own = wide.make("own", ty.clone(), Op::Use(expr(ty.clone(), ExprKind::Tuple(items))));
    let own = wide.get(own);
    functions.push(wide.returns(ty, own));
    let mut list = Body::new("list", 2).edit(|f| f.detach = true);
    let ty = Type::List(Box::new(np(Repr::I64)));
    let items = vec![constant(Value::Int(1), np(Repr::I64))];
    let own = list.make("", ty.clone(), Op::List(ListOp::New { items, ty: ty.clone() }));
    let own = list.take(own);
    functions.push(list.returns(ty, own));
    let overload = |func: u32, ty: Type, returns: Type| Overload {
        func: FnId(func),
        params: vec![BoundaryParam { ty, writable: true, written: None }],
        returns,
    };
    let both = vec![overload(0, Type::INT, Type::FLOAT), overload(1, doubles(1), doubles(1))];
    let mut exports = Vec::new();
    for mismatch in [Mismatch::Last, Mismatch::Candidates, Mismatch::Original] {
        let mut one = export(0, &functions[0]);
        (one.overloads, one.mismatch, one.dropped_decorators) = (both.clone(), mismatch, vec![(1, 1)]);
        exports.push(one);
    }
    exports.push(export(2, &functions[2]));
    exports.push(export(3, &functions[3]));
    exports[3].params.clear();
    let guard = |name: &str, expect| Guard { name: name.to_string(), expect, exports: vec![0, 2] };
    let guards = vec![
        guard("np", Expect::Module("numpy".to_string())),
        guard("sqrt", Expect::Member("math".to_string(), "sqrt".to_string())),
        guard("len", Expect::Builtin),
        guard("f", Expect::Function(0)),
        guard("K", Expect::Value(Const::Float(0.1))),
        guard("T", Expect::Type(array(Repr::F64, 2, Layout::C))),
        guard("J", Expect::Value(hir::Const::Imaginary(1.0))),
        guard("N", Expect::Type(Type::Num(Num::FLOAT))),
    ];
    let all = Program {
        module: "pkg.case".into(),
        path: "pkg/case.py".into(),
        pieces: vec![Piece { path: "case.py".into(), text: "pass\n".into() }],
        snippets: Vec::new(),
        files: vec!["case.py".into()],
        structs: Vec::new(),
        enums: Vec::new(),
        statics: Vec::new(),
        functions,
        exports,
        checked: Vec::new(),
        guards,
        attempts: vec!["h.step".into()],
        c_strings: Default::default(),
        jit: false,
        part: false,
        digest: 0,
    };
    check("exports", &all);
    let (emitted, _) = super::emitted(&all);
    let module = emitted.rust.find("static MODULE").unwrap_or(0);
    super::compare("module", &emitted.rust[module..]);
}

#[test]
fn fused() {
    let mut functions = Vec::new();
    for ty in [Type::FLOAT, doubles(1), Type::Object] {
        let mut f = Body::new("f", 0);
        let x = f.param("x", ty);
        let value = f.get(x);
        let ty = value.ty.clone();
        functions.push(f.returns(ty, value));
    }
    let copy = |at: usize| export(at as u32, &functions[at]);
    let choice = FusedChoice {
        param: 0,
        takes_none: true,
        tests: vec![
            (PythonClass::Builtin("float".into()), Type::FLOAT, 0),
            (PythonClass::Buffer { chars: false }, doubles(1), 1),
            (PythonClass::Any, Type::Object, 2),
        ],
        members: 3,
    };
    let names = ["double", "double[:]", "object"].map(str::to_owned);
    let copies = names.into_iter().enumerate().map(|(at, name)| (name, copy(at))).collect();
    let fused = FusedExport { types: vec![choice], least: 1, copies };
    let mut one = copy(0);
    (one.overloads, one.fused) = (Vec::new(), Some(fused));
    let all = Program { exports: vec![one], ..program(functions) };
    check("fused", &all);
}

#[test]
fn names() {
    let mut f = Body::new("names", 0);
    let mut sum = int(0);
    for name in ["x", "x", "type", "self", "größe", "f_1", "err", "None", "x_1", "at0", "SITES_0", "lambda_"] {
        let local = f.param(name, Type::INT);
        sum = pure(PureOp::Add, sum, f.get(local));
    }
    check("names", &program(vec![f.edit(|f| f.raises = false).returns(Type::INT, sum)]));
}

#[test]
fn helpers() {
    let mut f = Body::new("helpers", 0);
    let block = f.block(|f| f.push(StmtKind::Poll));
    let finally = f.block(|f| f.push(StmtKind::Poll));
    f.push(StmtKind::Try { body: block, handlers: Vec::new(), orelse: Vec::new(), finally });
    let (emitted, _) = super::emitted(&program(vec![f.done()]));
    let end = emitted.rust.find("static CODE_0").unwrap_or(0);
    super::compare("helpers", &emitted.rust[..end]);
}
