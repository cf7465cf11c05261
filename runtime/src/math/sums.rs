//! Functions of sequences: `fsum`, `dist`, `prod`.

use super::errors::leaves_width;
use super::norm::length;
use crate::raise::{Exc, Raise};

/// `math.fsum(values)`: the float nearest to the exact sum, by non-overlapping partial sums (Shewchuk).
pub fn fsum(values: impl IntoIterator<Item = f64>) -> Result<f64, Raise> {
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinities) = (0.0, 0.0);
    for value in values {
        let mut x = value;
        let mut kept = 0;
        for index in 0..partials.len() {
            let mut y = partials[index];
            if x.abs() < y.abs() {
                (x, y) = (y, x);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x == 0.0 {
            continue;
        }
        if x.is_finite() {
            partials.push(x);
            continue;
        }
        if value.is_finite() {
            return Err(Raise::plain(Exc::OverflowError, "intermediate overflow in fsum"));
        }
        if value.is_infinite() {
            infinities += value;
        }
        special += value;
        partials.clear();
    }
    if special != 0.0 {
        return if f64::is_nan(infinities) {
            Err(Raise::plain(Exc::ValueError, "-inf + inf in fsum"))
        } else {
            Ok(special)
        };
    }
    Ok(rounded_sum(&partials))
}

/// Rounds non-overlapping partials, of ascending size, once.
fn rounded_sum(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev().copied();
    let Some(mut high) = rest.next() else { return 0.0 };
    let mut low = 0.0;
    for partial in rest.by_ref() {
        let x = high;
        high = x + partial;
        low = partial - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // `high` was rounded to even at a tie that the next partial breaks
    if let Some(next) = rest.next() {
        if (low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0) {
            let twice = low * 2.0;
            let moved = high + twice;
            if twice == moved - high {
                return moved;
            }
        }
    }
    high
}

/// `math.dist(p, q)`.
pub fn dist(p: &[f64], q: &[f64]) -> Result<f64, Raise> {
    if p.len() != q.len() {
        return Err(Raise::plain(Exc::ValueError, "both points must have the same number of dimensions"));
    }
    Ok(length(&p.iter().zip(q).map(|(a, b)| (a - b).abs()).collect::<Vec<_>>()))
}

/// `math.prod(values, start=...)` of integers.
pub fn prod_int(values: impl IntoIterator<Item = i64>, start: i64) -> Result<i64, Raise> {
    values.into_iter().try_fold(start, |product, value| product.checked_mul(value)).ok_or_else(leaves_width)
}

/// `math.prod(values, start=...)` of floats.
pub fn prod_float(values: impl IntoIterator<Item = f64>, start: f64) -> f64 {
    values.into_iter().fold(start, |product, value| product * value)
}
