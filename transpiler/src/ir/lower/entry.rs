//! What asks for the sign of a parameter after something visible may have happened asks on entry too.
//!
//! before: `store a[0] = 1; touch; t = x; if lt(t, 0) { escape }; h = cast<uint>(t)`
//! after:  `if lt(x, 0) { escape }; store a[0] = 1; touch; t = x; if lt(t, 0) { escape }; h = cast<uint>(t)`
//!
//! On entry the call can still run again. A callee's questions about what it is handed on are the caller's.

use std::collections::{BTreeMap, BTreeSet};

use super::coerce::{cast, negative};
use crate::ir::{Block, Expr, ExprKind, Function, LocalId, Op, Raise, Relation, Stmt, StmtKind, Value, visit};
use crate::ty::Type;

const WHY: &str = "an integer does not fit the width it is stored in";

/// Of each function, the positions of the parameters whose sign some path asks for.
type Asked = Vec<BTreeSet<usize>>;

pub(super) fn ask(functions: &mut [Function]) {
    let names: Vec<Names> = functions.iter().map(Names::of).collect();
    let asked = asked(functions, &names);
    for (function, names) in functions.iter_mut().zip(&names) {
        let mut scan = Scan { names, asked: &asked, late: false, found: BTreeSet::new() };
        scan.block(&function.body);
        let questions: Vec<Stmt> = scan.found.iter().map(|at| question(function, *at)).collect();
        function.body.splice(0..0, questions);
    }
}

/// To a fixpoint over calls.
fn asked(functions: &[Function], names: &[Names]) -> Asked {
    let mut asked: Asked = vec![BTreeSet::new(); functions.len()];
    loop {
        let next: Asked = functions
            .iter()
            .zip(names)
            .map(|(function, names)| {
                let mut scan = Scan { names, asked: &asked, late: true, found: BTreeSet::new() };
                scan.block(&function.body);
                scan.found
            })
            .collect();
        if next == asked {
            return asked;
        }
        asked = next;
    }
}

/// `if param < 0 { escape }`; of an unsigned one, that it is too large for a signed one.
fn question(function: &Function, at: usize) -> Stmt {
    let param = function.params[at];
    let value = Expr::local(param, function.locals[param.0 as usize].ty.clone());
    let span = function.body.first().map_or_else(Default::default, |stmt| stmt.span);
    let escape = Stmt { kind: StmtKind::Raise(Raise::Escape(WHY)), span };
    let kind = StmtKind::If { cond: negative(cast(value, Type::INT)), then: vec![escape], orelse: Vec::new() };
    Stmt { kind, span }
}

/// The parameters, and the temporaries that hold one for good.
struct Names(BTreeMap<LocalId, usize>);

impl Names {
    fn of(function: &Function) -> Names {
        let mut writes: BTreeMap<LocalId, usize> = BTreeMap::new();
        visit::walk(&function.body, &mut |stmt| {
            visit::stmt_writes(stmt).into_iter().for_each(|local| *writes.entry(local).or_default() += 1);
        });
        let is_integer =
            |local: LocalId| function.locals[local.0 as usize].ty.num().is_some_and(|num| num.repr.is_integer());
        let params = function.params.iter().enumerate().map(|(at, local)| (*local, at));
        let mut names = Names(params.filter(|(local, _)| is_integer(*local) && !writes.contains_key(local)).collect());
        // A temporary is made before it is copied.
        visit::walk(&function.body, &mut |stmt| {
            if let StmtKind::Assign(to, Op::Use(value)) = &stmt.kind
                && writes.get(to) == Some(&1)
                && let Some(at) = names.param(value)
            {
                names.0.insert(*to, at);
            }
        });
        names
    }

    /// The parameter whose value, or whose bits, the expression has.
    fn param(&self, value: &Expr) -> Option<usize> {
        match &value.kind {
            ExprKind::Cast(value)
                if value.ty.num().is_some_and(|num| num.repr.is_integer() && num.repr.size() == 8) =>
            {
                self.param(value)
            }
            _ => self.0.get(&value.as_local()?).copied(),
        }
    }
}

struct Scan<'a> {
    names: &'a Names,
    asked: &'a Asked,
    /// Something visible may have happened.
    late: bool,
    found: BTreeSet<usize>,
}

impl Scan<'_> {
    fn block(&mut self, block: &Block) {
        block.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Touch => self.late = true,
            StmtKind::If { cond, then, orelse } => {
                self.question(cond, then);
                let before = self.late;
                self.block(then);
                let after = std::mem::replace(&mut self.late, before);
                self.block(orelse);
                self.late |= after;
            }
            _ => {
                self.call(stmt);
                // A loop comes back to what stands before its `touch`, a handler runs after a part of the body.
                self.late |= touches(stmt);
                visit::blocks(stmt).into_iter().for_each(|block| self.block(block));
            }
        }
    }

    fn question(&mut self, cond: &Expr, then: &Block) {
        let ExprKind::Compare(Relation::Lt, value, zero) = &cond.kind else { return };
        let [Stmt { kind: StmtKind::Raise(Raise::Escape(_)), .. }] = then.as_slice() else { return };
        if self.late && zero.kind == ExprKind::Const(Value::Int(0)) {
            self.found.extend(self.names.param(value));
        }
    }

    fn call(&mut self, stmt: &Stmt) {
        let Some(Op::Call { func, args, .. }) = visit::stmt_op(stmt) else { return };
        if self.late {
            let handed = self.asked[func.0 as usize].iter().filter_map(|at| self.names.param(args.get(*at)?));
            self.found.extend(handed);
        }
    }
}

fn touches(stmt: &Stmt) -> bool {
    let mut found = false;
    for block in visit::blocks(stmt) {
        visit::walk(block, &mut |stmt| found |= matches!(stmt.kind, StmtKind::Touch));
    }
    found
}
