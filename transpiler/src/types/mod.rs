//! Type inference over the call graph.
//!
//! An [`Instance`] is a source function with static parameter types: one for each exported signature and one for each
//! distinct native call-site signature. The types of its webs and expressions are side tables; the HIR is not
//! copied. Inference runs all instances to a common fixpoint: types only ever go up the lattice of [`join`].

mod assign;
mod body;
mod c_name;
mod call;
mod check;
mod constant;
mod create;
mod dump;
mod expr;
mod globals;
mod grow;
mod index;
mod infer;
pub mod iterate;
mod join;
pub mod known;
pub mod libc;
pub mod limits;
mod lists;
pub mod memory;
mod methods;
mod nested;
mod power;
pub mod promote;
mod reach;
pub mod resolve;
pub mod row;
mod shared;
mod spanning;
pub mod special;
mod texts;
mod type_name;
mod unsigned;
mod wanted;

use std::collections::{BTreeMap, BTreeSet};

pub use assign::unpacked;
pub use c_name::{c_name, c_number};
pub use call::dialects::{class_of as dialect_class, result as dialect_result};
pub use call::{Source, fused, is_lazy};
pub use check::{UNICODE_LITERAL, check};
pub use constant::{Default, constant, default, global_constant, is_signing, large, large_power};
pub use dump::dump;
pub use expr::{
    c_literals, comparison, divides_literals, holds_long, mask_bits, never_equal, right_hand, sequence_type,
    tuple_part, tuple_position,
};
pub use index::{AxisPlan, axis_plans, index_type};
pub use infer::infer;
pub use join::{join, join_as_c, join_exact, join_items, kept_item};
pub use methods::{attribute, fills, transposed};
pub use power::{is_direct_real as is_direct_real_power, is_fractional as is_fractional_power};
pub use reach::falls_through;
pub use shared::not_shared;
pub use special::{Special, special_names};
pub use texts::{Arg, TEXT_METHODS, TextMethod};
pub use type_name::type_name;

use crate::hir::{ExprId, FuncId, WebId};
use crate::ty::{Num, Type};
use pyrx_runtime::catalogue::Row;

/// Index into [`Typed::instances`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InstId(pub u32);

/// The module with its types.
#[derive(Clone, Debug)]
pub struct Typed {
    pub instances: Vec<Instance>,
    /// For each function of the module, its exported overloads: index of the signature, and the instance.
    pub exports: BTreeMap<FuncId, Vec<ExportedInstance>>,
    /// Module-level names that are bound to a number which is computed when the module runs.
    pub numbers: BTreeMap<String, Num>,
}

/// The instance made for one signature.
#[derive(Clone, Copy, Debug)]
pub struct ExportedInstance {
    pub signature: usize,
    pub instance: InstId,
}

/// A function with static parameter types.
#[derive(Clone, Debug)]
pub struct Instance {
    pub func: FuncId,
    pub params: Vec<Type>,
    /// By [`WebId`].
    pub webs: Vec<Type>,
    /// By [`ExprId`].
    pub exprs: Vec<Type>,
    /// What each call expression turned out to call.
    pub callees: BTreeMap<ExprId, Callee>,
    /// Powers that go straight into a number of C's, and which.
    pub direct_powers: BTreeMap<ExprId, Num>,
    /// Webs that hold integers which are objects to Cython.
    pub objects: BTreeSet<WebId>,
    pub returns: Type,
}

impl Instance {
    pub fn expr(&self, id: ExprId) -> &Type {
        &self.exprs[id.0 as usize]
    }

    pub fn web(&self, id: WebId) -> &Type {
        &self.webs[id.0 as usize]
    }
}

/// What a call expression calls.
#[derive(Clone, Debug)]
pub enum Callee {
    /// A native instance; where each of its parameters comes from.
    Native { instance: InstId, args: Vec<Source> },
    /// A function of the catalogue, with the types its arguments are converted to.
    Row { row: &'static Row, params: Vec<Type> },
    /// A function or method the compiler knows by name.
    Special(Special),
    /// A Python object, called by the interpreter.
    Python,
}
