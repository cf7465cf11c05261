//! Euclidean length with a compensated sum of squares, as CPython computes `math.hypot` and
//! `math.dist`: scaled by a power of two, each square split exactly in three terms, and the root corrected once.

use super::{libm, running};

/// Running sum of squares: the main part starts at 1, so that it is never less than a term, and three parts
/// collect what falls off.
struct Squares {
    sum: f64,
    high: f64,
    middle: f64,
    low: f64,
}

/// A number as the sum of two of half its length (Veltkamp).
fn split(x: f64) -> (f64, f64) {
    let shifted = x * 134217729.0;
    let high = shifted - (shifted - x);
    (high, x - high)
}

impl Squares {
    /// Adds to the main part; the result is what was lost.
    fn absorb(&mut self, term: f64) -> f64 {
        let before = self.sum;
        self.sum += term;
        (before - self.sum) + term
    }

    fn total(&self) -> f64 {
        self.sum - 1.0 + (self.high + self.middle + self.low)
    }
}

/// The length of a vector, for the elements' absolute values.
pub(super) fn length(magnitudes: &[f64]) -> f64 {
    let largest = magnitudes.iter().copied().fold(0.0, f64::max);
    if largest.is_infinite() {
        return largest;
    }
    if magnitudes.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || magnitudes.len() <= 1 {
        return largest;
    }
    let exponent = libm::frexp(largest).1;
    if exponent < -1023 {
        return subnormal_length(magnitudes, largest);
    }
    let scale = libm::ldexp(1.0, -exponent);
    let mut squares = Squares { sum: 1.0, high: 0.0, middle: 0.0, low: 0.0 };
    for magnitude in magnitudes {
        let (high, low) = split(magnitude * scale);
        squares.high += squares.absorb(high * high);
        squares.middle += squares.absorb(2.0 * high * low);
        squares.low += low * low;
    }
    let root = squares.total().sqrt();
    // one step of Newton's method on the exact residual
    let (high, low) = split(root);
    squares.high += squares.absorb(-high * high);
    squares.middle += squares.absorb(-2.0 * high * low);
    squares.low += squares.absorb(-low * low);
    (root + squares.total() / (2.0 * root)) / scale
}

/// All elements are below the normal numbers, where the scale itself would overflow: divide by the largest; since
/// CPython 3.12 by the least normal number, a power of two.
fn subnormal_length(magnitudes: &[f64], largest: f64) -> f64 {
    if running::minor() >= 12 {
        let scaled: Vec<f64> = magnitudes.iter().map(|x| x / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * length(&scaled);
    }
    let mut squares = Squares { sum: 1.0, high: 0.0, middle: 0.0, low: 0.0 };
    for magnitude in magnitudes {
        let ratio = magnitude / largest;
        squares.high += squares.absorb(ratio * ratio);
    }
    largest * squares.total().sqrt()
}

/// `math.hypot(*coordinates)`.
pub fn hypot(coordinates: &[f64]) -> f64 {
    const SHORT: usize = 8;
    if coordinates.len() <= SHORT {
        let mut magnitudes = [0.0; SHORT];
        for (magnitude, x) in magnitudes.iter_mut().zip(coordinates) {
            *magnitude = x.abs();
        }
        return length(&magnitudes[..coordinates.len()]);
    }
    length(&coordinates.iter().map(|x| x.abs()).collect::<Vec<_>>())
}

/// `math.hypot(x)`.
#[inline]
pub fn hypot1(x: f64) -> f64 {
    x.abs()
}

/// `math.hypot(x, y)`.
#[inline]
pub fn hypot2(x: f64, y: f64) -> f64 {
    hypot(&[x, y])
}

/// `math.hypot(x, y, z)`.
#[inline]
pub fn hypot3(x: f64, y: f64, z: f64) -> f64 {
    hypot(&[x, y, z])
}

/// `math.hypot` of four coordinates.
#[inline]
pub fn hypot4(x: f64, y: f64, z: f64, w: f64) -> f64 {
    hypot(&[x, y, z, w])
}
