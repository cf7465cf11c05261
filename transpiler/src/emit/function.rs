//! One instance function: signature, declarations, body.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::exits::{Flow, Scope};
use super::lines::LineLog;
use super::names::{LocalName, Names};
use super::pace::Paces;
use super::placement::{Place, Placement};
use super::sites::{Sites, Tables};
use super::{front, types};
use crate::ir::{Block, FnId, Function, Local, LocalId, Program, StmtKind, visit};
use crate::span::LineIndex;
use crate::ty::Type;

/// What is known of all functions before one is emitted.
pub(super) struct Unit<'a> {
    pub program: &'a Program,
    pub lines: &'a LineIndex,
    /// By function, by local.
    pub placements: Vec<Vec<Placement>>,
    /// By function, by local: whether an array has its owner beside it.
    pub owners: Vec<Vec<bool>>,
    /// The module-level numbers that are read, by name.
    pub numbers: BTreeMap<String, Type>,
    pub paces: Paces,
    /// The functions that others call.
    pub called: BTreeSet<FnId>,
    /// The functions that pointers lead to: their parameters are what the pointer's type says.
    pub addressed: BTreeSet<FnId>,
}

impl<'a> Unit<'a> {
    pub fn function(&self, id: FnId) -> &'a Function {
        &self.program.functions[id.0 as usize]
    }

    /// The static that holds a module-level number.
    pub fn number(&self, name: &str) -> Ident {
        let at = self.numbers.keys().position(|known| known == name).unwrap_or_default();
        format_ident!("NUMBER_{at}")
    }

    /// The static of a call that is attempted.
    pub fn attempt(&self, name: &str) -> Ident {
        let at = self.program.attempts.iter().position(|known| known == name).unwrap_or_default();
        format_ident!("ATTEMPT_{at}")
    }

    /// Whether an object parameter comes in as a reference to the caller's: nothing is counted, so that it may be handed on
    /// without the interpreter's lock.
    pub fn lends(&self, id: FnId, param: LocalId) -> bool {
        let is_object = self.function(id).locals[param.0 as usize].ty == Type::Object;
        let stays = self.placements[id.0 as usize][param.0 as usize].is_constant();
        is_object && stays && !self.addressed.contains(&id)
    }

    /// Whether an array parameter comes in as a bare view.
    pub fn takes_view(&self, id: FnId, param: LocalId) -> bool {
        !self.owners[id.0 as usize][param.0 as usize]
    }
}

/// The name of an instance function.
pub(super) fn fn_name(id: FnId) -> Ident {
    format_ident!("f_{}", id.0)
}

/// State while the body of one function is emitted.
pub(super) struct FnCx<'a> {
    pub unit: &'a Unit<'a>,
    pub id: FnId,
    pub function: &'a Function,
    pub names: Names,
    pub sites: Sites<'a>,
    pub tables: &'a mut Tables,
    pub log: LineLog,
    /// Blocks around the statement at hand, outermost first.
    pub scopes: Vec<Scope>,
    /// LLVM may compute the statement at hand for several iterations at once, as far as this function tells.
    pub lanes: bool,
    /// Labels that some emitted jump names.
    pub used: BTreeSet<String>,
    /// Locals of [`Place::Local`] whose declaration is in scope.
    pub declared: BTreeSet<LocalId>,
    /// How many declarations of each local have been written.
    pub regions: BTreeMap<LocalId, usize>,
    /// Private variables of the parallel loop around whose assignment is noted in their flag.
    pub watched: BTreeSet<LocalId>,
    /// Temporaries that stand for a local: nothing is emitted for them.
    pub aliases: BTreeMap<LocalId, LocalId>,
    /// Numbers `try` blocks, threads' parts and the like.
    pub counter: u32,
}

/// The items of one instance: its table of sites, the function, and the Rust of its lines.
pub(super) fn emit(unit: &Unit, id: FnId, tables: &mut Tables) -> (Vec<TokenStream>, LineLog) {
    let function = unit.function(id);
    let mut cx = FnCx {
        unit,
        id,
        function,
        names: Names::new(function),
        sites: Sites::new(id.0 as usize, function),
        tables,
        log: LineLog::default(),
        scopes: Vec::new(),
        lanes: true,
        used: BTreeSet::new(),
        declared: BTreeSet::new(),
        regions: BTreeMap::new(),
        watched: BTreeSet::new(),
        aliases: super::aliases::aliases(function),
        counter: 0,
    };
    let (params, split) = cx.params();
    let touched = (function.effects && function.raises).then(|| quote!(let mut touched = false;));
    let guard = function.recursive.then(|| {
        let exit = cx.raise_exit(quote!(err));
        quote!(if let Err(err) = rt::stack::check() { #exit })
    });
    let declarations = cx.declarations();
    let body = cx.function_body();
    let (name, front) = front::front(unit, id);
    let returns = front::returns(unit, id);
    let item = quote! {
        fn #name(#(#params),*) -> #returns {
            #touched
            #guard
            #split
            #declarations
            #body
        }
    };
    let log = std::mem::take(&mut cx.log);
    (cx.sites.items(unit.lines).into_iter().chain([item]).chain(front).collect(), log)
}

impl<'a> FnCx<'a> {
    pub fn local(&self, id: LocalId) -> &'a Local {
        &self.function.locals[id.0 as usize]
    }

    pub fn name(&self, id: LocalId) -> &LocalName {
        self.names.get(self.aliases.get(&id).copied().unwrap_or(id))
    }

    pub fn placement(&self, id: LocalId) -> &'a Placement {
        &self.unit.placements[self.id.0 as usize][id.0 as usize]
    }

    /// Whether a local is an object of the caller's: see [`Unit::lends`].
    pub fn lent(&self, id: LocalId) -> bool {
        self.function.params.contains(&id) && self.unit.lends(self.id, id)
    }

    /// Whether an array local has its owner beside it.
    pub fn owned(&self, id: LocalId) -> bool {
        self.unit.owners[self.id.0 as usize][id.0 as usize]
    }

    /// Starts the next declaration of a local: how often it is assigned. Places in an aggregate are reached by raw
    /// pointers, which ask for a variable that may change.
    pub fn next_region(&mut self, id: LocalId) -> u32 {
        let region = self.regions.entry(id).or_insert(0);
        *region += 1;
        let writes =
            self.unit.placements[self.id.0 as usize][id.0 as usize].writes.get(*region - 1).copied().unwrap_or(2);
        if self.local(id).ty.is_aggregate() { writes.max(2) } else { writes }
    }

    pub fn fresh(&mut self) -> u32 {
        self.counter += 1;
        self.counter
    }

    /// Parameters, and what splits arrays into view and owner, or makes views of their parts.
    fn params(&self) -> (Vec<TokenStream>, TokenStream) {
        let mut split = TokenStream::new();
        let mut words = 0;
        let params = self.function.params.iter().flat_map(|&param| {
            let (local, name) = (self.local(param), self.name(param));
            let (ident, owner, flag) = (&name.ident, &name.owner, &name.flag);
            // Places in an aggregate are reached by raw pointers, which ask for a variable that may change.
            let changes = !self.placement(param).is_constant() || local.ty.is_aggregate();
            let mutable = changes.then(|| quote!(mut));
            if local.tracked {
                split.extend(quote!(let mut #flag = true;));
            }
            if let Some(array) = front::in_parts(self.unit, self.id, param) {
                let (params, view) = front::joined(array, &mut words);
                let ty = types::view(array);
                split.extend(quote!(let #mutable #ident: #ty = #view;));
                return params;
            }
            vec![match &local.ty {
                Type::Array(array) if !self.owned(param) => {
                    let ty = types::view(*array);
                    quote!(#mutable #ident: #ty)
                }
                ty @ Type::Array(_) => {
                    let ty = types::value(ty);
                    split.extend(quote!(let (#mutable #ident, #mutable #owner) = #ident.split();));
                    quote!(#ident: #ty)
                }
                ty => {
                    let (ty, lent) = (types::value(ty), self.lent(param).then(|| quote!(&)));
                    quote!(#mutable #ident: #lent #ty)
                }
            }]
        });
        let params = params.collect();
        (params, split)
    }

    /// Locals declared at the top.
    fn declarations(&self) -> TokenStream {
        let ids = (0..self.function.locals.len() as u32).map(LocalId);
        ids.filter(|&id| {
            self.placement(id).place == Place::Top && self.placement(id).used && !self.aliases.contains_key(&id)
        })
        .map(|id| self.declaration(id))
        .collect()
    }

    /// A local that is not set yet.
    pub fn declaration(&self, id: LocalId) -> TokenStream {
        let (local, name) = (self.local(id), self.name(id));
        let (ident, owner, flag) = (&name.ident, &name.owner, &name.flag);
        let value = match &local.ty {
            Type::Array(array) => {
                let ty = types::view(*array);
                quote!(let mut #ident: #ty = Default::default(); let mut #owner = rt::Owner::NONE;)
            }
            ty => {
                let (ty, unset) = (types::value(ty), types::unset(ty));
                quote!(let mut #ident: #ty = #unset;)
            }
        };
        let flag = local.tracked.then(|| quote!(let mut #flag = false;));
        quote!(#value #flag)
    }

    fn function_body(&mut self) -> TokenStream {
        let (last, front) = match self.function.body.split_last() {
            Some((last, front)) => (Some(last), front),
            None => (None, &[][..]),
        };
        let mut body: TokenStream = front.iter().map(|stmt| self.stmt(stmt)).collect();
        if let Some(last) = last {
            body.extend(self.last_stmt(last));
        }
        if !evidently_ends(&self.function.body) {
            body.extend(match (&self.function.returns, self.function.raises) {
                (Type::None | Type::Never, true) => quote!(Ok(())),
                (Type::None | Type::Never, false) => quote!(),
                _ => quote!(unreachable!()),
            });
        }
        body
    }

    /// What the function returns for a value.
    pub fn returned(&self, value: TokenStream) -> TokenStream {
        match (self.flow().raises, front::as_bits(self.unit, self.id)) {
            (true, Some(float)) => quote!(Ok(rt::Bits::<#float>::of(#value))),
            (true, None) => quote!(Ok(#value)),
            (false, _) => value,
        }
    }

    pub fn flow(&self) -> Flow {
        Flow { raises: self.function.raises }
    }
}

/// Whether rustc sees that control does not reach the end of the block: a `match` on how a `try` was left hides it.
fn evidently_ends(block: &Block) -> bool {
    match block.last().map(|stmt| &stmt.kind) {
        Some(StmtKind::Return(_) | StmtKind::Raise(_)) => true,
        Some(StmtKind::If { then, orelse, .. }) => evidently_ends(then) && evidently_ends(orelse),
        Some(StmtKind::Loop { .. }) => visit::diverges(block),
        _ => false,
    }
}
