//! Definition webs: which definitions of a variable meet at a use, and which uses may find none.

mod flow;
mod rewrite;
mod sets;

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::{ExprId, Function, Web, WebId, Written};
use crate::span::Span;
use crate::ty::Type;
use flow::Flow;
use sets::UNDEFINED;

/// A local name of a function or of a comprehension in it.
#[derive(Clone, Debug)]
pub struct Variable {
    pub name: String,
    pub span: Span,
    pub declared: Option<Type>,
    pub written: Option<Written>,
    /// Its address is taken.
    pub in_memory: bool,
    /// What it is assigned does not bound it.
    pub unbounded: bool,
}

impl Variable {
    /// Whether it is one web, whatever its definitions: others may change it, or it changes bit by bit.
    fn is_whole(&self) -> bool {
        self.in_memory || self.declared.as_ref().is_some_and(|ty| ty.is_aggregate() || ty.is_c_complex())
    }
}

/// One place that binds a variable.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Index of the variable.
    pub variable: u32,
    pub span: Span,
}

/// Above this many definitions a variable is one web: sets of definitions would grow with their square.
const MAX_DEFINITIONS: usize = 256;

/// What a use of a variable finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Use {
    web: WebId,
    check_bound: bool,
}

/// Replaces the indices of definitions and variables in a freshly lowered function by webs.
pub fn resolve(function: &mut Function, variables: &[Variable], definitions: &[Definition]) {
    let leaders = leaders(variables, definitions);
    let flow = Flow::run(function, variables.len(), definitions, &leaders);
    let mut joined = Joined::new(&leaders);
    for (_, set) in &flow.uses {
        let known = flow.sets.items(*set).iter().filter(|item| **item != UNDEFINED);
        known.clone().zip(known.skip(1)).for_each(|(a, b)| joined.join(*a, *b));
    }
    let mut webs = Webs::number(variables, definitions, &mut joined);
    let uses = flow.uses.iter().map(|(id, found)| {
        let items = flow.sets.items(*found);
        let first = items.iter().find(|item| **item != UNDEFINED);
        let web = first.map(|item| webs.of_definition[*item as usize]);
        let whole = first.is_some_and(|item| variables[definitions[*item as usize].variable as usize].is_whole());
        (*id, web.map(|web| Use { web, check_bound: !whole && items.contains(&UNDEFINED) }))
    });
    let uses: IndexMap<ExprId, Option<Use>> = uses.collect();
    webs.note_replaced(&flow);
    rewrite::rewrite(function, &mut webs, &uses);
    function.webs = webs.webs;
}

/// For each definition the one that stands for it: itself, or the first of a variable that has too many.
fn leaders(variables: &[Variable], definitions: &[Definition]) -> Vec<u32> {
    let mut first = vec![None; variables.len()];
    let mut count = vec![0usize; variables.len()];
    for (at, definition) in definitions.iter().enumerate() {
        let variable = definition.variable as usize;
        first[variable].get_or_insert(at as u32);
        count[variable] += 1;
    }
    let leader = |(at, definition): (usize, &Definition)| {
        let variable = definition.variable as usize;
        if count[variable] > MAX_DEFINITIONS || variables[variable].is_whole() {
            first[variable].unwrap_or(at as u32)
        } else {
            at as u32
        }
    };
    definitions.iter().enumerate().map(leader).collect()
}

/// Union-find over definitions; the root is the earliest.
struct Joined {
    parents: Vec<u32>,
}

impl Joined {
    fn new(leaders: &[u32]) -> Self {
        Joined { parents: leaders.to_vec() }
    }

    fn root(&mut self, mut at: u32) -> u32 {
        while self.parents[at as usize] != at {
            let above = self.parents[self.parents[at as usize] as usize];
            self.parents[at as usize] = above;
            at = above;
        }
        at
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b) as usize] = a.min(b);
    }
}

/// The webs of a function, in order of their first definition.
struct Webs<'v> {
    webs: Vec<Web>,
    of_definition: Vec<WebId>,
    /// The first web with definitions of each variable.
    first: Vec<Option<WebId>>,
    /// A web without definitions for each variable of which a use is reached by none.
    unbound: Vec<Option<WebId>>,
    /// Whether each variable has several definitions.
    rebound: Vec<bool>,
    variables: &'v [Variable],
}

impl<'v> Webs<'v> {
    fn number(variables: &'v [Variable], definitions: &[Definition], joined: &mut Joined) -> Self {
        let none = vec![None; variables.len()];
        let mut count = vec![0usize; variables.len()];
        definitions.iter().for_each(|definition| count[definition.variable as usize] += 1);
        let mut webs = Webs {
            webs: Vec::new(),
            of_definition: Vec::new(),
            first: none.clone(),
            unbound: none,
            rebound: count.into_iter().map(|count| count > 1).collect(),
            variables,
        };
        for (at, definition) in definitions.iter().enumerate() {
            let root = joined.root(at as u32) as usize;
            // A root is the earliest of its set, so it has been numbered unless it is this one.
            let web = if root < at { webs.of_definition[root] } else { webs.add(definition.variable, definition.span) };
            webs.of_definition.push(web);
            webs.first[definition.variable as usize].get_or_insert(web);
        }
        webs
    }

    fn add(&mut self, variable: u32, span: Span) -> WebId {
        let Variable { name, declared, written, in_memory, unbounded, .. } = &self.variables[variable as usize];
        let (name, declared, written) = (name.clone(), declared.clone(), written.clone());
        let (in_memory, unbounded, replaces) = (*in_memory, *unbounded, BTreeSet::new());
        let rebound = self.rebound[variable as usize];
        self.webs.push(Web { name, variable, rebound, span, declared, written, in_memory, unbounded, replaces });
        WebId(self.webs.len() as u32 - 1)
    }

    /// Whose value each web takes the place of.
    fn note_replaced(&mut self, flow: &Flow) {
        for (own, before) in self.of_definition.iter().zip(&flow.replaced) {
            let before = before.iter().flat_map(|set| flow.sets.items(*set)).filter(|item| **item != UNDEFINED);
            let others = before.map(|item| self.of_definition[*item as usize]).filter(|web| web != own);
            self.webs[own.0 as usize].replaces.extend(others);
        }
    }

    /// The web of a use that no definition reaches. It has none, so that a definition which has run but is out of reach
    /// (an exception's name after its handler) cannot be taken for one that counts.
    fn of_unbound(&mut self, variable: u32) -> WebId {
        if let Some(web) = self.unbound[variable as usize] {
            return web;
        }
        let web = self.add(variable, self.variables[variable as usize].span);
        self.unbound[variable as usize] = Some(web);
        web
    }

    /// The web of a use in dead code: any will do, so one that has a type.
    fn of_dead(&mut self, variable: u32) -> Use {
        match self.first[variable as usize] {
            Some(web) => Use { web, check_bound: false },
            None => Use { web: self.of_unbound(variable), check_bound: true },
        }
    }
}
