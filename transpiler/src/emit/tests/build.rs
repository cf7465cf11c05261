//! Short forms for IR.

use crate::hir::{FuncId, ParamKind};
use crate::ir::{
    AxisIndex, Block, BoundaryParam, Check, Export, ExportParam, Expr, ExprKind, FnId, Function, Label, Local, LocalId,
    Mismatch, Op, Overload, Program, PureOp, Relation, Stmt, StmtKind, Value,
};
use crate::span::Span;
use crate::ty::{ArrayType, Layout, Num, Repr, Type};

pub fn array(dtype: Repr, ndim: u8, layout: Layout) -> Type {
    Type::Array(ArrayType::numpy(dtype, ndim, layout))
}

/// `float64[:]` and so on.
pub fn doubles(ndim: u8) -> Type {
    array(Repr::F64, ndim, Layout::Strided)
}

pub fn np(repr: Repr) -> Type {
    Type::Num(Num::numpy(repr))
}

pub fn int(value: i64) -> Expr {
    Expr::int(value)
}

pub fn float(value: f64) -> Expr {
    constant(Value::Float(value), Type::FLOAT)
}

pub fn constant(value: Value, ty: Type) -> Expr {
    Expr { ty, kind: ExprKind::Const(value) }
}

pub fn text(text: &str) -> Expr {
    constant(Value::Str(text.to_string()), Type::Str)
}

pub fn expr(ty: Type, kind: ExprKind) -> Expr {
    Expr { ty, kind }
}

pub fn pure(op: PureOp, a: Expr, b: Expr) -> Expr {
    Expr { ty: a.ty.clone(), kind: ExprKind::Binary(op, Box::new(a), Box::new(b)) }
}

pub fn compare(relation: Relation, a: Expr, b: Expr) -> Expr {
    Expr { ty: Type::BOOL, kind: ExprKind::Compare(relation, Box::new(a), Box::new(b)) }
}

pub fn at(index: Expr, wrap: bool, check: Check) -> AxisIndex {
    AxisIndex { index, wrap, check }
}

/// A function while it is put together.
pub struct Body {
    function: Function,
    line: u32,
    labels: u32,
    blocks: Vec<Block>,
}

impl Body {
    pub fn new(name: &str, source: u32) -> Body {
        let function = Function {
            source: FuncId(source),
            name: name.to_string(),
            qualname: name.to_string(),
            first_line: source * 10 + 1,
            file: 0,
            sibling: None,
            params: Vec::new(),
            locals: Vec::new(),
            returns: Type::None,
            body: Vec::new(),
            raises: true,
            c: None,
            comprehensions: Vec::new(),
            python: false,
            effects: false,
            noexcept: false,
            recursive: false,
            caught: false,
            detach: false,
            profile: None,
        };
        Body { function, line: source * 10 + 2, labels: 0, blocks: vec![Vec::new()] }
    }

    pub fn edit(mut self, change: impl FnOnce(&mut Function)) -> Body {
        change(&mut self.function);
        self
    }

    pub fn local(&mut self, name: &str, ty: Type) -> LocalId {
        self.function.locals.push(Local {
            name: name.to_string(),
            ty,
            tracked: false,
            range: None,
            replaces: Vec::new(),
        });
        LocalId(self.function.locals.len() as u32 - 1)
    }

    pub fn tracked(&mut self, name: &str, ty: Type) -> LocalId {
        let local = self.local(name, ty);
        self.function.locals[local.0 as usize].tracked = true;
        local
    }

    pub fn param(&mut self, name: &str, ty: Type) -> LocalId {
        let local = self.local(name, ty);
        self.function.params.push(local);
        local
    }

    /// The value of a local.
    pub fn get(&self, local: LocalId) -> Expr {
        Expr::local(local, self.function.locals[local.0 as usize].ty.clone())
    }

    pub fn take(&self, local: LocalId) -> Expr {
        Expr { ty: self.get(local).ty, kind: ExprKind::Take(local) }
    }

    pub fn label(&mut self) -> Label {
        self.labels += 1;
        Label(self.labels - 1)
    }

    pub fn span(&self) -> Span {
        let start = (self.line - 1) * 8;
        Span::new(start, start + 7)
    }

    pub fn push(&mut self, kind: StmtKind) {
        let span = self.span();
        if let Some(block) = self.blocks.last_mut() {
            block.push(Stmt { kind, span });
        }
        self.line += 1;
    }

    pub fn set(&mut self, local: LocalId, op: Op) {
        self.push(StmtKind::Assign(local, op));
    }

    /// A new local of this type, assigned once.
    pub fn make(&mut self, name: &str, ty: Type, op: Op) -> LocalId {
        let local = self.local(name, ty);
        self.set(local, op);
        local
    }

    pub fn block(&mut self, fill: impl FnOnce(&mut Body)) -> Block {
        self.blocks.push(Vec::new());
        fill(self);
        self.blocks.pop().unwrap_or_default()
    }

    pub fn count(&mut self, index: LocalId, bounds: [Expr; 3], fill: impl FnOnce(&mut Body, Label)) {
        let label = self.label();
        let [start, stop, step] = bounds;
        let body = self.block(|body| fill(body, label));
        self.push(StmtKind::For { label, index, start, stop, step, body, parallel: None });
    }

    pub fn returns(mut self, ty: Type, value: Expr) -> Function {
        self.push(StmtKind::Return(value));
        self.function.returns = ty;
        self.done()
    }

    pub fn done(mut self) -> Function {
        self.function.body = self.blocks.pop().unwrap_or_default();
        self.function
    }
}

/// A program in which each function is exported as it is.
pub fn program(functions: Vec<Function>) -> Program {
    let exports = functions.iter().enumerate().map(|(at, function)| export(at as u32, function)).collect();
    Program {
        module: "case".to_string(),
        path: "case.py".to_string(),
        pieces: Vec::new(),
        snippets: Vec::new(),
        attempts: Vec::new(),
        files: vec!["case.py".into()],
        structs: Vec::new(),
        enums: Vec::new(),
        statics: Vec::new(),
        functions,
        exports,
        guards: Vec::new(),
        checked: Vec::new(),
        c_strings: Default::default(),
        jit: false,
        part: false,
        digest: 0,
    }
}

pub fn export(at: u32, function: &Function) -> Export {
    let ty = |param: &LocalId| function.locals[param.0 as usize].ty.clone();
    let name = |param: &LocalId| function.locals[param.0 as usize].name.clone();
    let param = |local| ExportParam {
        name: name(local),
        kind: ParamKind::Positional,
        has_default: false,
        none_escapes: false,
        rank_escapes: false,
    };
    Export {
        native_only: false,
        cython: false,
        source: function.source,
        name: function.name.clone(),
        qualname: function.qualname.clone(),
        def_line: function.first_line,
        file: 0,
        module_run: None,
        params: function.params.iter().map(param).collect(),
        overloads: vec![Overload {
            func: FnId(at),
            params: function
                .params
                .iter()
                .map(|param| BoundaryParam { ty: ty(param), writable: false, written: None })
                .collect(),
            returns: function.returns.clone(),
        }],
        mismatch: Mismatch::Last,
        dropped_decorators: Vec::new(),
        numbers: Default::default(),
        ufunc: false,
        fused: None,
    }
}
