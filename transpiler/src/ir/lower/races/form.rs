//! Index expressions as polynomials over atoms: `2*i + j - 1`, `i*w + j`.

use std::collections::{BTreeMap, BTreeSet};

/// Something that is not taken apart: the number of the iteration, a variable, a length, a quotient.
pub(super) type Atom = u32;

/// Atoms of the other of two iterations are apart from the first's by this bit.
pub(super) const OTHER: Atom = 1 << 31;

/// Atoms multiplied, in order; none for the constant.
pub(super) type Monomial = Vec<Atom>;

/// A sum of monomials, none with a factor of zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Form(BTreeMap<Monomial, i128>);

impl Form {
    pub fn constant(value: i128) -> Form {
        Form::default().with(Vec::new(), value)
    }

    pub fn atom(atom: Atom) -> Form {
        Form::default().with(vec![atom], 1)
    }

    pub fn terms(&self) -> impl Iterator<Item = (&Monomial, i128)> {
        self.0.iter().map(|(monomial, factor)| (monomial, *factor))
    }

    pub fn factor(&self, monomial: &[Atom]) -> i128 {
        self.0.get(monomial).copied().unwrap_or(0)
    }

    pub fn as_constant(&self) -> Option<i128> {
        self.0.keys().all(Vec::is_empty).then(|| self.factor(&[]))
    }

    pub fn atoms(&self) -> BTreeSet<Atom> {
        self.0.keys().flatten().copied().collect()
    }

    pub fn with(mut self, monomial: Monomial, factor: i128) -> Form {
        let sum = self.factor(&monomial).saturating_add(factor);
        if sum == 0 {
            self.0.remove(&monomial);
        } else {
            self.0.insert(monomial, sum);
        }
        self
    }

    pub fn plus(&self, other: &Form) -> Form {
        other.terms().fold(self.clone(), |sum, (monomial, factor)| sum.with(monomial.clone(), factor))
    }

    pub fn scaled(&self, by: i128) -> Form {
        self.terms()
            .fold(Form::default(), |all, (monomial, factor)| all.with(monomial.clone(), factor.saturating_mul(by)))
    }

    pub fn minus(&self, other: &Form) -> Form {
        self.plus(&other.scaled(-1))
    }

    pub fn offset(&self, by: i128) -> Form {
        self.clone().with(Vec::new(), by)
    }

    pub fn times(&self, other: &Form) -> Form {
        let mut product = Form::default();
        for (a, x) in self.terms() {
            for (b, y) in other.terms() {
                let mut monomial: Monomial = a.iter().chain(b).copied().collect();
                monomial.sort_unstable();
                product = product.with(monomial, x.saturating_mul(y));
            }
        }
        product
    }

    /// With other atoms.
    pub fn renamed(&self, rename: impl Fn(Atom) -> Atom) -> Form {
        self.terms().fold(Form::default(), |all, (monomial, factor)| {
            let mut monomial: Monomial = monomial.iter().map(|&atom| rename(atom)).collect();
            monomial.sort_unstable();
            all.with(monomial, factor)
        })
    }
}
