//! Lists that come from or go to Python: where a copy would be noticed, the list stays a Python object.
//!
//! A list argument is converted once, on entry. That is right only while the function reads it: a change must reach
//! the caller, and returning or storing it must keep its identity.

use std::collections::BTreeSet;

use crate::hir::{
    AugTarget, Deleted, Expr, ExprKind, FStringPart, FuncId, Function, IndexItem, Module, Stmt, StmtKind, Target,
    TargetKind, WebId,
};

use super::resolve;
use crate::ty::Type;

/// Builtins that only read a list they are given, and do not keep it.
const READERS: &[&str] = &[
    "builtins.len",
    "builtins.range",
    "builtins.abs",
    "builtins.int",
    "builtins.float",
    "builtins.sum",
    "builtins.min",
    "builtins.max",
    "builtins.enumerate",
    "builtins.zip",
    "builtins.reversed",
    "builtins.sorted",
    "builtins.print",
    "builtins.list",
    "builtins.tuple",
    "builtins.set",
    "builtins.any",
    "builtins.all",
    "builtins.str",
    "builtins.repr",
    "builtins.isinstance",
    "math.fsum",
    "math.prod",
];

/// Those of [`READERS`] that give back what they were given, or its items: what stands in a list or tuple that is
/// written out as their argument gets out again.
const GIVERS: &[&str] = &[
    "builtins.min",
    "builtins.max",
    "builtins.enumerate",
    "builtins.zip",
    "builtins.reversed",
    "builtins.sorted",
    "builtins.list",
    "builtins.tuple",
    "builtins.set",
];

/// Methods that only read.
pub const READ_METHODS: &[&str] = &["copy", "count", "index"];

/// What becomes of the lists in the variables of one function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Changed, returned, or given another name: an argument must keep its identity.
    pub kept: BTreeSet<WebId>,
    /// Goes to the interpreter, which may keep or change it: must be a Python object all along.
    pub leaked: BTreeSet<WebId>,
    /// Pairs of variables that may name one list, or a list and what is put into it.
    pub aliases: Vec<(WebId, WebId)>,
    /// Those of a list and what is put into it.
    pub held: BTreeSet<(WebId, WebId)>,
}

impl Uses {
    /// The variable and all that may name the same list, through variables that hold lists.
    pub fn group(&self, web: WebId, holds_list: impl Fn(WebId) -> bool) -> BTreeSet<WebId> {
        let mut group = BTreeSet::from([web]);
        loop {
            let before = group.len();
            for (a, b) in &self.aliases {
                let joins = group.contains(a) && holds_list(*b) || group.contains(b) && holds_list(*a);
                if joins {
                    group.extend([*a, *b]);
                }
            }
            if group.len() == before {
                return group;
            }
        }
    }
}

/// The uses of every function, to a fixpoint over calls between them; the last entry is for module level, where there is
/// none.
pub fn uses(module: &Module) -> Vec<Uses> {
    let mut known = vec![Uses::default(); module.functions.len() + 1];
    loop {
        let functions = module.functions.iter().map(|function| function_uses(module, function, &known));
        let next: Vec<Uses> = functions.chain([Uses::default()]).collect();
        if next == known {
            return known;
        }
        known = next;
    }
}

fn function_uses(module: &Module, function: &Function, known: &[Uses]) -> Uses {
    let mut scan = Scan {
        module,
        known,
        uses: Uses::default(),
        aliases: Vec::new(),
        passing: Vec::new(),
        nested: nested(function),
        texts: declared(function, |ty| *ty == Type::Str),
    };
    scan.block(&function.body);
    let Scan { mut uses, aliases, passing, .. } = scan;
    uses.aliases = aliases;
    let plain = declared(function, |ty| matches!(ty, Type::Num(_) | Type::Str | Type::Array(_)));
    // Names of one list leak together; of a parameter this is said here, of variables once their types are known.
    for param in &function.params {
        let group = uses.group(param.web, |web| !plain.contains(&web));
        if group.iter().any(|web| uses.leaked.contains(web)) {
            uses.leaked.insert(param.web);
        }
    }
    // Through names of names.
    loop {
        let before = uses.kept.len();
        let kept = passing.iter().filter(|(_, to)| uses.kept.contains(to) || uses.leaked.contains(to));
        let kept: Vec<WebId> = kept.map(|(from, _)| *from).collect();
        uses.kept.extend(kept);
        if uses.kept.len() == before {
            break;
        }
    }
    uses.kept.extend(uses.leaked.iter().copied());
    uses
}

/// Whether the interpreter's function of this name may be handed a copy of a list.
pub fn is_reader(path: &str) -> bool {
    READERS.contains(&path)
}

/// The parameters of which every signature says such a type.
fn declared(function: &Function, is: impl Fn(&Type) -> bool) -> BTreeSet<WebId> {
    let said = |at: usize| {
        let mut all = function.signatures.iter().map(|signature| signature.params.get(at).and_then(Option::as_ref));
        !function.signatures.is_empty() && all.all(|ty| ty.is_some_and(&is))
    };
    function.params.iter().enumerate().filter(|(at, _)| said(*at)).map(|(_, param)| param.web).collect()
}

fn nested(function: &Function) -> BTreeSet<WebId> {
    let is_nested = |ty: &Option<Type>| matches!(ty, Some(Type::List(item)) if super::body::holds_list(item));
    let params = function.params.iter().enumerate();
    params
        .filter(|(at, _)| function.signatures.iter().any(|signature| signature.params.get(*at).is_some_and(is_nested)))
        .map(|(_, param)| param.web)
        .collect()
}

/// Where a value goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Another name, the caller, or a change in place.
    Kept,
    /// The interpreter.
    Leaked,
}

struct Scan<'a> {
    module: &'a Module,
    known: &'a [Uses],
    uses: Uses,
    aliases: Vec<(WebId, WebId)>,
    /// Variables with other names that their lists are given: by assignment, or by a loop through a tuple of them.
    passing: Vec<(WebId, WebId)>,
    /// Parameters that are lists of lists.
    nested: BTreeSet<WebId>,
    /// Parameters that are strings.
    texts: BTreeSet<WebId>,
}

impl Scan<'_> {
    fn block(&mut self, block: &[Stmt]) {
        block.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.read(expr),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, value, .. } => {
                self.read(value);
                match target {
                    AugTarget::Local { read, write, .. } => {
                        self.uses.kept.insert(*read);
                        self.aliases.push((*read, *write));
                    }
                    AugTarget::Global { .. } => {}
                    AugTarget::Attribute { value, .. } | AugTarget::Index { value, .. } => self.goes(value, Way::Kept),
                }
            }
            StmtKind::If { cond, then, orelse } => {
                self.read(cond);
                self.block(then);
                self.block(orelse);
            }
            StmtKind::While { cond, body, orelse } => {
                self.read(cond);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::For { target, iter, body, orelse } => {
                self.iterated(iter);
                self.each_of(iter, target);
                self.target(target);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::Return(value) => value.iter().for_each(|value| self.goes(value, Way::Kept)),
            StmtKind::Raise { exc, cause } => exc.iter().chain(cause).for_each(|expr| self.goes(expr, Way::Leaked)),
            StmtKind::Assert { cond, message } => {
                self.read(cond);
                message.iter().for_each(|message| self.goes(message, Way::Leaked));
            }
            StmtKind::Try { body, handlers, orelse, finally } => {
                self.block(body);
                for handler in handlers {
                    handler.class.iter().for_each(|class| self.read(class));
                    self.block(&handler.body);
                }
                self.block(orelse);
                self.block(finally);
            }
            StmtKind::Delete(Deleted::Attribute { value, .. }) => self.goes(value, Way::Leaked),
            StmtKind::Delete(Deleted::Index { value, index }) => {
                self.goes(value, Way::Kept);
                self.items(&index.items);
            }
            StmtKind::Delete(Deleted::Local(_) | Deleted::Global(_)) => {}
            StmtKind::Directed { body, .. } => self.block(body),
            StmtKind::Break | StmtKind::Continue | StmtKind::Pass | StmtKind::Left => {}
        }
    }

    fn assign(&mut self, targets: &[Target], value: &Expr) {
        let locals = |target: &Target| match &target.kind {
            TargetKind::Local(_) => true,
            TargetKind::Tuple { elements, .. } => elements.iter().all(|one| matches!(one.kind, TargetKind::Local(_))),
            TargetKind::Global(_) | TargetKind::Attribute { .. } | TargetKind::Index { .. } => false,
        };
        let unpacked = targets.iter().all(|target| matches!(target.kind, TargetKind::Tuple { .. }));
        match &value.kind {
            // `a, b = xs` looks at the list.
            ExprKind::Local { .. } if unpacked => self.read(value),
            // A name alone does nothing to the list: what is done under it counts.
            ExprKind::Local { web: from, .. }
                if targets.iter().all(|target| matches!(target.kind, TargetKind::Local(_))) =>
            {
                let mut webs = Vec::new();
                targets.iter().for_each(|target| bound(target, &mut webs));
                self.passing.extend(webs.into_iter().map(|to| (*from, to)));
            }
            _ if targets.iter().all(locals) => self.goes(value, Way::Kept),
            _ => self.goes(value, Way::Leaked),
        }
        let mut sources = Vec::new();
        direct(self.module, self.known, value, &mut sources);
        for target in targets {
            let mut webs = Vec::new();
            bound(target, &mut webs);
            self.aliases.extend(webs.iter().flat_map(|to| sources.iter().map(|from| (*from, *to))));
            // `xs = ys = []` names one list twice.
            sources.extend(webs);
            self.target(target);
        }
    }

    /// What a loop goes through. Its target names the items of a tuple, see [`Self::each_of`].
    fn iterated(&mut self, iter: &Expr) {
        match &iter.kind {
            ExprKind::Call { func, args, keywords }
                if args.iter().any(|arg| matches!(arg.kind, ExprKind::Tuple(_)))
                    && resolve::path(self.module, func).is_some_and(|path| is_reader(&path.name)) =>
            {
                args.iter().chain(keywords.iter().map(|(_, value)| value)).for_each(|arg| match &arg.kind {
                    ExprKind::Tuple(_) => self.read(arg),
                    _ => self.given_back(arg),
                });
            }
            _ => self.read(iter),
        }
    }

    /// An argument of a function that gives back its items.
    fn given_back(&mut self, arg: &Expr) {
        match &arg.kind {
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                items.iter().for_each(|item| self.goes(item, Way::Leaked))
            }
            ExprKind::IfExp { cond, then, orelse } => {
                self.read(cond);
                self.given_back(then);
                self.given_back(orelse);
            }
            _ => self.read(arg),
        }
    }

    /// `for xs in (ys, zs)` and `for xs in [ys, zs]` give the lists another name.
    fn each_of(&mut self, iter: &Expr, target: &Target) {
        match &iter.kind {
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                let (mut sources, mut webs) = (Vec::new(), Vec::new());
                items.iter().for_each(|item| direct(self.module, self.known, item, &mut sources));
                bound(target, &mut webs);
                let named = items.iter().filter_map(|item| match &item.kind {
                    ExprKind::Local { web, .. } => Some(*web),
                    _ => None,
                });
                self.passing.extend(named.flat_map(|from| webs.iter().map(move |to| (from, *to))));
                self.aliases.extend(webs.iter().flat_map(|to| sources.iter().map(|from| (*from, *to))));
            }
            ExprKind::Call { func, args, .. }
                if resolve::path(self.module, func).is_some_and(|p| is_reader(&p.name)) =>
            {
                args.iter().for_each(|arg| self.each_of(arg, target));
            }
            _ => {}
        }
    }

    fn target(&mut self, target: &Target) {
        match &target.kind {
            TargetKind::Local(_) | TargetKind::Global(_) => {}
            TargetKind::Attribute { value, .. } => self.goes(value, Way::Kept),
            TargetKind::Index { value, index } => {
                self.goes(value, Way::Kept);
                self.items(&index.items);
            }
            TargetKind::Tuple { elements, .. } => elements.iter().for_each(|element| self.target(element)),
        }
    }

    fn items(&mut self, items: &[IndexItem]) {
        for item in items {
            match item {
                IndexItem::Expr(expr) => self.read(expr),
                IndexItem::Slice { lower, upper, step } => {
                    [lower, upper, step].into_iter().flatten().for_each(|bound| self.read(bound));
                }
                IndexItem::NewAxis | IndexItem::Ellipsis => {}
            }
        }
    }

    fn goes(&mut self, expr: &Expr, way: Way) {
        match &expr.kind {
            ExprKind::Local { web, .. } => {
                let set = if way == Way::Kept { &mut self.uses.kept } else { &mut self.uses.leaked };
                set.insert(*web);
            }
            ExprKind::Tuple(items) => items.iter().for_each(|item| self.goes(item, way)),
            ExprKind::List(items) | ExprKind::Set(items) => items.iter().for_each(|item| self.goes(item, Way::Leaked)),
            ExprKind::Dict(items) => items.iter().for_each(|(key, value)| {
                self.goes(key, Way::Leaked);
                self.goes(value, Way::Leaked);
            }),
            ExprKind::IfExp { cond, then, orelse } => {
                self.read(cond);
                self.goes(then, way);
                self.goes(orelse, way);
            }
            ExprKind::Bool { values, .. } => values.iter().for_each(|value| self.goes(value, way)),
            ExprKind::Walrus { web, value } => {
                self.goes(value, way);
                let mut sources = Vec::new();
                direct(self.module, self.known, value, &mut sources);
                self.aliases.extend(sources.into_iter().map(|from| (from, *web)));
            }
            // An item of a list may be a list.
            ExprKind::Index { value, index } => {
                let holds_lists = match &value.kind {
                    ExprKind::Local { web, .. } => self.nested.contains(web),
                    ExprKind::Tuple(_) | ExprKind::List(_) => true,
                    _ => false,
                };
                if holds_lists {
                    self.goes(value, way)
                } else {
                    self.read(value)
                }
                self.items(&index.items);
            }
            _ => self.read(expr),
        }
    }

    /// The value is looked at and forgotten.
    fn read(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Const(_) | ExprKind::Local { .. } | ExprKind::Global(_) | ExprKind::Left => {}
            // A bound method may do anything later.
            ExprKind::Attribute { value, .. } => self.goes(value, Way::Leaked),
            ExprKind::Not(value)
            | ExprKind::IsSequence(value)
            | ExprKind::Manager { value, .. }
            | ExprKind::Unary { operand: value, .. } => self.read(value),
            ExprKind::Cast { value, .. } => self.goes(value, Way::Leaked),
            ExprKind::Address(place) => self.read(place),
            ExprKind::Null | ExprKind::SizeOf(_) | ExprKind::TypeOf(_) => {}
            ExprKind::Index { value, index } => {
                self.read(value);
                self.items(&index.items);
            }
            ExprKind::Call { func, args, keywords } => self.call(func, args, keywords),
            ExprKind::Binary { left, right, .. } => [left, right].into_iter().for_each(|side| self.read(side)),
            ExprKind::Compare { left, rest } => {
                self.read(left);
                rest.iter().for_each(|(_, right)| self.read(right));
            }
            ExprKind::Bool { values, .. } => values.iter().for_each(|value| self.read(value)),
            ExprKind::IfExp { cond, then, orelse } => [cond, then, orelse].into_iter().for_each(|part| self.read(part)),
            ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|item| self.read(item)),
            ExprKind::Walrus { .. } | ExprKind::Set(_) | ExprKind::Dict(_) => self.goes(expr, Way::Kept),
            ExprKind::Comp { element, generators, .. } => {
                for generator in generators {
                    self.iterated(&generator.iter);
                    self.each_of(&generator.iter, &generator.target);
                    self.target(&generator.target);
                    generator.conds.iter().for_each(|cond| self.read(cond));
                }
                self.goes(element, Way::Leaked);
            }
            ExprKind::FString(parts) => self.fstring(parts),
        }
    }

    fn fstring(&mut self, parts: &[FStringPart]) {
        for part in parts {
            if let FStringPart::Value { value, spec, .. } = part {
                self.read(value);
                self.fstring(spec);
            }
        }
    }

    fn call(&mut self, func: &Expr, args: &[Expr], keywords: &[(String, Expr)]) {
        if let Some(id) = resolve::function(self.module, func) {
            return self.module_call(id, args, keywords);
        }
        let path = resolve::path(self.module, func);
        let values = args.iter().chain(keywords.iter().map(|(_, value)| value));
        match &func.kind {
            ExprKind::Attribute { value, name } if path.is_none() => {
                if READ_METHODS.contains(&name.as_str()) {
                    self.read(value)
                } else {
                    self.goes(value, Way::Kept)
                }
                let mut receivers = Vec::new();
                direct(self.module, self.known, value, &mut receivers);
                // `list.append(xs, x)` and `self.items.append(xs)` are the interpreter's.
                let grows = LIST_METHODS.contains(&name.as_str()) && !receivers.is_empty();
                if READ_METHODS.contains(&name.as_str()) {
                    // A list does not keep what it looks for.
                    return values.for_each(|arg| self.goes(arg, Way::Leaked));
                }
                if name == "join" && self.is_text(value) {
                    return values.for_each(|arg| self.read(arg));
                }
                for arg in values {
                    let mut sources = Vec::new();
                    direct(self.module, self.known, arg, &mut sources);
                    // What is put into a list goes where the list goes.
                    let pairs = receivers.iter().flat_map(|to| sources.iter().map(|from| (*from, *to)));
                    self.uses.held.extend(pairs.clone());
                    self.aliases.extend(pairs);
                    self.goes(arg, if grows { Way::Kept } else { Way::Leaked });
                }
            }
            _ => {
                self.read(func);
                let path = path.as_ref().map_or("", |path| path.name.as_str());
                // `max(xs, ys)` is one of the two.
                let chooses = ["builtins.min", "builtins.max"].contains(&path) && args.len() > 1;
                values.for_each(|arg| match (is_reader(path) && !chooses, GIVERS.contains(&path)) {
                    (true, true) => self.given_back(arg),
                    (true, false) => self.read(arg),
                    (false, _) => self.goes(arg, Way::Leaked),
                });
            }
        }
    }

    /// Whether the source shows that it is a string.
    fn is_text(&self, value: &Expr) -> bool {
        match &value.kind {
            ExprKind::Const(crate::hir::Const::Str(_)) | ExprKind::FString(_) => true,
            ExprKind::Local { web, .. } => self.texts.contains(web),
            _ => false,
        }
    }

    /// A function of the module does with its parameter what it does; keyword arguments are looked up by name.
    fn module_call(&mut self, id: FuncId, args: &[Expr], keywords: &[(String, Expr)]) {
        for id in self.module.lowered(id) {
            self.lowered_call(id, args, keywords);
        }
    }

    fn lowered_call(&mut self, id: FuncId, args: &[Expr], keywords: &[(String, Expr)]) {
        let callee = &self.module.functions[id.0 as usize];
        let uses = &self.known[id.0 as usize];
        let way = |web: Option<WebId>| match web {
            Some(web) if uses.leaked.contains(&web) => Some(Way::Leaked),
            Some(web) if uses.kept.contains(&web) => Some(Way::Kept),
            Some(_) => None,
            None => Some(Way::Leaked),
        };
        for (arg, web) in passed(callee, args, keywords) {
            // A function that stays with the interpreter may do anything.
            match if callee.left.is_some() { Some(Way::Leaked) } else { way(web) } {
                Some(way) => self.goes(arg, way),
                None => self.read(arg),
            }
        }
    }
}

/// Methods that change the list they are called on and keep what they are given.
const LIST_METHODS: &[&str] = &["append", "insert", "extend", "pop", "reverse", "clear", "count", "remove", "sort"];

/// The variables whose value an expression may be. A function of the module may give back a list that it keeps.
pub fn direct(module: &Module, uses: &[Uses], expr: &Expr, webs: &mut Vec<WebId>) {
    let mut all = |parts: &[&Expr]| parts.iter().for_each(|part| direct(module, uses, part, webs));
    match &expr.kind {
        ExprKind::Local { web, .. } => webs.push(*web),
        ExprKind::Tuple(items) => all(&items.iter().collect::<Vec<_>>()),
        ExprKind::IfExp { then, orelse, .. } => all(&[then, orelse]),
        ExprKind::Bool { values, .. } => all(&values.iter().collect::<Vec<_>>()),
        // The items of a native list are not lists; those of a tuple may be.
        ExprKind::Index { value, .. } if matches!(value.kind, ExprKind::Tuple(_)) => all(&[value]),
        ExprKind::Walrus { web, value } => {
            all(&[value]);
            webs.push(*web);
        }
        ExprKind::Call { func, args, keywords } => {
            let Some(id) = resolve::function(module, func) else { return };
            for id in module.lowered(id) {
                let kept = |web: &Option<WebId>| web.is_none_or(|web| uses[id.0 as usize].kept.contains(&web));
                let passed = passed(&module.functions[id.0 as usize], args, keywords);
                all(&passed.filter(|(_, web)| kept(web)).map(|(arg, _)| arg).collect::<Vec<_>>());
            }
        }
        _ => {}
    }
}

/// The arguments of a call, each with the parameter it is for; `None` where no one parameter is.
fn passed<'e>(
    callee: &'e Function,
    args: &'e [Expr],
    keywords: &'e [(String, Expr)],
) -> impl Iterator<Item = (&'e Expr, Option<WebId>)> {
    let positional = args.iter().enumerate().map(|(at, arg)| (arg, callee.params.get(at).map(|param| param.web)));
    let named = keywords
        .iter()
        .map(|(name, value)| (value, callee.params.iter().find(|param| param.name == *name).map(|param| param.web)));
    positional.chain(named)
}

/// The variables a target binds.
fn bound(target: &Target, webs: &mut Vec<WebId>) {
    match &target.kind {
        TargetKind::Local(web) => webs.push(*web),
        TargetKind::Tuple { elements, .. } => elements.iter().for_each(|element| bound(element, webs)),
        TargetKind::Global(_) | TargetKind::Attribute { .. } | TargetKind::Index { .. } => {}
    }
}
