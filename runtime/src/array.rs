//! A view with its owner: how arrays are passed, returned and stored.

use crate::owner::Owner;
use crate::view::{Elem, View};

/// A [`View`] and what keeps its memory alive.
#[derive(Debug)]
pub struct Array<E: Elem, const N: usize> {
    pub view: View<E, N>,
    pub owner: Owner,
}

impl<E: Elem, const N: usize> Clone for Array<E, N> {
    #[inline]
    fn clone(&self) -> Self {
        Array { view: self.view, owner: self.owner.clone() }
    }
}

impl<E: Elem, const N: usize> Default for Array<E, N> {
    fn default() -> Self {
        Array { view: View::EMPTY, owner: Owner::NONE }
    }
}

/// A view that is `None`.
pub fn none<E: Elem, const N: usize>() -> Array<E, N> {
    Array { view: View::NONE, owner: Owner::NONE }
}

impl<E: Elem, const N: usize> Array<E, N> {
    #[inline(always)]
    pub fn new(view: View<E, N>, owner: Owner) -> Self {
        Array { view, owner }
    }

    #[inline(always)]
    pub fn split(self) -> (View<E, N>, Owner) {
        (self.view, self.owner)
    }
}
