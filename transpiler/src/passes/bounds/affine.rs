//! Sums of atoms with integer coefficients.

use std::collections::BTreeMap;

/// A value that is not taken apart: index into the table of atoms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AtomId(pub u32);

/// `constant + sum of coefficient * atom`, in exact arithmetic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Affine {
    pub constant: i128,
    /// No coefficient is zero.
    pub terms: BTreeMap<AtomId, i128>,
}

/// Larger coefficients and constants than this are not followed, so that sums stay far from the width of `i128`.
const LIMIT: i128 = 1 << 62;

impl Affine {
    pub fn constant(value: i128) -> Affine {
        Affine { constant: value, terms: BTreeMap::new() }
    }

    pub fn atom(atom: AtomId) -> Affine {
        Affine { constant: 0, terms: BTreeMap::from([(atom, 1)]) }
    }

    pub fn as_constant(&self) -> Option<i128> {
        self.terms.is_empty().then_some(self.constant)
    }

    pub fn plus(&self, other: &Affine) -> Option<Affine> {
        let mut sum = self.clone();
        sum.constant += other.constant;
        for (atom, coefficient) in &other.terms {
            let entry = sum.terms.entry(*atom).or_insert(0);
            *entry += coefficient;
        }
        sum.terms.retain(|_, coefficient| *coefficient != 0);
        sum.within_limits()
    }

    pub fn minus(&self, other: &Affine) -> Option<Affine> {
        self.plus(&other.times(-1)?)
    }

    pub fn times(&self, factor: i128) -> Option<Affine> {
        if factor.abs() > LIMIT {
            return None;
        }
        let mut product = self.clone();
        product.constant = product.constant.checked_mul(factor)?;
        for coefficient in product.terms.values_mut() {
            *coefficient = coefficient.checked_mul(factor)?;
        }
        product.terms.retain(|_, coefficient| *coefficient != 0);
        product.within_limits()
    }

    pub fn offset(&self, by: i128) -> Option<Affine> {
        self.plus(&Affine::constant(by))
    }

    fn within_limits(self) -> Option<Affine> {
        let fits = |value: i128| value.abs() <= LIMIT;
        (fits(self.constant) && self.terms.values().all(|value| fits(*value)) && self.terms.len() <= 8).then_some(self)
    }

    /// The form with an atom replaced by another form.
    pub fn substitute(&self, atom: AtomId, by: &Affine) -> Option<Affine> {
        let Some(coefficient) = self.terms.get(&atom).copied() else { return Some(self.clone()) };
        let mut rest = self.clone();
        rest.terms.remove(&atom);
        rest.plus(&by.times(coefficient)?)
    }
}
