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
#[inline(always)]
fn split(x: f64) -> (f64, f64) {
    let shifted = x * 134217729.0;
    let high = shifted - (shifted - x);
    (high, x - high)
}

impl Squares {
    const NONE: Squares = Squares { sum: 1.0, high: 0.0, middle: 0.0, low: 0.0 };

    /// Adds the square of a number below 1.
    #[inline(always)]
    fn square(&mut self, x: f64) {
        let (high, low) = split(x);
        self.high += self.absorb(high * high);
        self.middle += self.absorb(2.0 * high * low);
        self.low += low * low;
    }

    /// The root of the sum, with one step of Newton's method on the exact residual.
    #[inline(always)]
    fn root(mut self) -> f64 {
        let root = self.total().sqrt();
        let (high, low) = split(root);
        self.high += self.absorb(-high * high);
        self.middle += self.absorb(-2.0 * high * low);
        self.low += self.absorb(-low * low);
        root + self.total() / (2.0 * root)
    }

    /// Adds to the main part; the result is what was lost.
    #[inline(always)]
    fn absorb(&mut self, term: f64) -> f64 {
        let before = self.sum;
        self.sum += term;
        (before - self.sum) + term
    }

    #[inline(always)]
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
    let mut squares = Squares::NONE;
    for magnitude in magnitudes {
        squares.square(magnitude * scale);
    }
    squares.root() / scale
}

/// [`length`] of a few numbers. Unless the largest is a very large or very small one, no function is called.
#[inline(always)]
fn short_length<const N: usize>(coordinates: [f64; N]) -> f64 {
    const SMALL: f64 = f64::from_bits((1023 - 1000) << 52);
    const LARGE: f64 = f64::from_bits((1023 + 1000) << 52);
    let magnitudes = coordinates.map(f64::abs);
    let largest = magnitudes.iter().fold(0.0, |largest, &x| if x > largest { x } else { largest });
    let is_usual = (SMALL..LARGE).contains(&largest) && magnitudes.iter().all(|&x| x <= largest);
    if !is_usual {
        return unusual_length(&magnitudes);
    }
    // 2^e, the next power of two above the largest, and its inverse.
    let exponent = (largest.to_bits() >> 52) + 1;
    let (power, scale) = (f64::from_bits(exponent << 52), f64::from_bits((2046 - exponent) << 52));
    let mut squares = Squares::NONE;
    for magnitude in magnitudes {
        squares.square(magnitude * scale);
    }
    squares.root() * power
}

#[cold]
fn unusual_length(magnitudes: &[f64]) -> f64 {
    length(magnitudes)
}

/// All elements are below the normal numbers, where the scale itself would overflow: divide by the largest; since
/// CPython 3.12 by the least normal number, a power of two.
fn subnormal_length(magnitudes: &[f64], largest: f64) -> f64 {
    if running::minor() >= 12 {
        let scaled: Vec<f64> = magnitudes.iter().map(|x| x / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * length(&scaled);
    }
    let mut squares = Squares::NONE;
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
    short_length([x, y])
}

/// `math.hypot(x, y, z)`.
#[inline]
pub fn hypot3(x: f64, y: f64, z: f64) -> f64 {
    short_length([x, y, z])
}

/// `math.hypot` of four coordinates.
#[inline]
pub fn hypot4(x: f64, y: f64, z: f64, w: f64) -> f64 {
    short_length([x, y, z, w])
}
