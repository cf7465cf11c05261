//! Sets of definitions, each stored once and named by a number.

use std::collections::HashMap;

/// Stands among definitions for a path on which none has run.
pub const UNDEFINED: u32 = u32::MAX;

/// Names a set in its [`Sets`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SetId(u32);

/// All sets of one function.
#[derive(Debug, Default)]
pub struct Sets {
    lists: Vec<Vec<u32>>,
    ids: HashMap<Vec<u32>, SetId>,
    unions: HashMap<(SetId, SetId), SetId>,
}

impl Sets {
    pub fn single(&mut self, item: u32) -> SetId {
        self.intern(vec![item])
    }

    /// In ascending order.
    pub fn items(&self, set: SetId) -> &[u32] {
        &self.lists[set.0 as usize]
    }

    pub fn union(&mut self, a: SetId, b: SetId) -> SetId {
        if a == b {
            return a;
        }
        let key = (a.min(b), a.max(b));
        if let Some(&known) = self.unions.get(&key) {
            return known;
        }
        let mut items = [self.items(a), self.items(b)].concat();
        items.sort_unstable();
        items.dedup();
        let set = self.intern(items);
        self.unions.insert(key, set);
        set
    }

    /// The set without [`UNDEFINED`], unless nothing else is in it.
    pub fn defined(&mut self, set: SetId) -> SetId {
        match self.items(set) {
            // Sets are sorted, and it is the largest item.
            [rest @ .., UNDEFINED] if !rest.is_empty() => {
                let rest = rest.to_vec();
                self.intern(rest)
            }
            _ => set,
        }
    }

    fn intern(&mut self, items: Vec<u32>) -> SetId {
        if let Some(&known) = self.ids.get(&items) {
            return known;
        }
        let id = SetId(self.lists.len() as u32);
        self.lists.push(items.clone());
        self.ids.insert(items, id);
        id
    }
}
