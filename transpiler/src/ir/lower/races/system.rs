//! Whether equations and inequalities over the integers contradict each other.
//!
//! Equations are substituted away, inequalities by Fourier and Motzkin's elimination; factors are divided by their
//! greatest common divisor on the way, which finds what only the integers contradict (`2*i = 2*j + 1`). A product of
//! atoms is an unknown of its own.

use std::collections::BTreeSet;

use super::form::{Form, Monomial};

/// Constraints that hold together.
#[derive(Clone, Debug, Default)]
pub(super) struct System {
    /// Each is zero.
    pub equal: Vec<Form>,
    /// Each is at least zero.
    pub positive: Vec<Form>,
}

/// More inequalities than this are not looked through: nothing is known then.
const MOST: usize = 200;

impl System {
    /// Whether nothing can satisfy the constraints. False says nothing.
    pub fn contradicts_itself(mut self) -> bool {
        let both = self.positive.iter().filter(|form| self.positive.contains(&form.scaled(-1)));
        self.equal.extend(both.cloned().collect::<Vec<_>>());
        while let Some(equation) = self.equal.pop() {
            match divided(&equation, true) {
                None => return true,
                Some(equation) => self.substitute(&equation),
            }
        }
        self.eliminate()
    }

    /// Replaces one unknown of the equation everywhere.
    fn substitute(&mut self, equation: &Form) {
        let unknowns = equation.terms().filter(|(monomial, _)| !monomial.is_empty());
        let Some((unknown, factor)) = unknowns.min_by_key(|(_, factor)| factor.abs()) else { return };
        let replace = |form: &Form| {
            let own = form.factor(unknown);
            // The sign of an inequality stays: its factor is positive.
            if own == 0 {
                form.clone()
            } else {
                form.scaled(factor.abs()).minus(&equation.scaled(own * factor.signum()))
            }
        };
        self.equal = self.equal.iter().map(replace).collect();
        self.positive = self.positive.iter().map(replace).collect();
    }

    fn eliminate(self) -> bool {
        let mut rows: BTreeSet<Form> = BTreeSet::new();
        for form in &self.positive {
            match divided(form, false) {
                None => return true,
                Some(form) => _ = rows.insert(form),
            }
        }
        while let Some(unknown) = cheapest(&rows) {
            let (with, rest): (Vec<Form>, Vec<Form>) = rows.into_iter().partition(|row| row.factor(&unknown) != 0);
            rows = rest.into_iter().collect();
            let (above, below): (Vec<Form>, Vec<Form>) = with.into_iter().partition(|row| row.factor(&unknown) > 0);
            for a in &above {
                if rows.len() > MOST {
                    return false;
                }
                for b in &below {
                    let sum = a.scaled(-b.factor(&unknown)).plus(&b.scaled(a.factor(&unknown)));
                    match divided(&sum, false) {
                        None => return true,
                        Some(sum) => _ = rows.insert(sum),
                    }
                }
            }
        }
        false
    }
}

/// The form with its factors divided by what they have in common; `None` if it can never be zero, or at least zero.
fn divided(form: &Form, equal: bool) -> Option<Form> {
    let common =
        form.terms().filter(|(monomial, _)| !monomial.is_empty()).fold(0, |common, (_, factor)| gcd(common, factor));
    let constant = form.factor(&[]);
    if common == 0 {
        let holds = if equal { constant == 0 } else { constant >= 0 };
        return holds.then(Form::default);
    }
    if equal && constant % common != 0 {
        return None;
    }
    Some(
        form.terms()
            .fold(Form::default(), |all, (monomial, factor)| all.with(monomial.clone(), factor.div_euclid(common))),
    )
}

/// The unknown whose elimination makes the fewest rows.
fn cheapest(rows: &BTreeSet<Form>) -> Option<Monomial> {
    let unknowns: BTreeSet<&Monomial> = rows.iter().flat_map(Form::terms).map(|(monomial, _)| monomial).collect();
    let cost = |unknown: &Monomial| {
        let above = rows.iter().filter(|row| row.factor(unknown) > 0).count();
        above * rows.iter().filter(|row| row.factor(unknown) < 0).count()
    };
    unknowns.into_iter().filter(|unknown| !unknown.is_empty()).min_by_key(|unknown| cost(unknown)).cloned()
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linear(factors: &[i128], constant: i128) -> Form {
        let atoms = factors.iter().enumerate().map(|(at, factor)| Form::atom(at as u32).scaled(*factor));
        atoms.fold(Form::constant(constant), |sum, term| sum.plus(&term))
    }

    #[test]
    fn finds_contradictions() {
        let odd = System { equal: vec![linear(&[2, -2], 1)], positive: Vec::new() };
        assert!(odd.contradicts_itself());
        let order = System { equal: vec![linear(&[1, -1], 0)], positive: vec![linear(&[1, -1], -1)] };
        assert!(order.contradicts_itself());
        let cycle = System {
            equal: Vec::new(),
            positive: vec![linear(&[1, -1, 0], -1), linear(&[0, 1, -1], 0), linear(&[-1, 0, 1], 0)],
        };
        assert!(cycle.contradicts_itself());
        let narrow = System { equal: Vec::new(), positive: vec![linear(&[3], -1), linear(&[-3], 2)] };
        assert!(narrow.contradicts_itself());
    }

    #[test]
    fn leaves_what_can_hold() {
        let even = System { equal: vec![linear(&[2, -2], 4)], positive: vec![linear(&[1, 0], -1)] };
        assert!(!even.contradicts_itself());
        let between =
            System { equal: Vec::new(), positive: vec![linear(&[1, -1], 0), linear(&[-1, 1], 1), linear(&[0, 1], 0)] };
        assert!(!between.contradicts_itself());
        assert!(!System::default().contradicts_itself());
    }
}
