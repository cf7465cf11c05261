//! Integer functions of `math`: exact, or an escape where the result leaves 64 bits.

use super::errors::{integers, leaves_width};
use crate::raise::{Exc, Raise};

fn fits(value: u64) -> Result<i64, Raise> {
    i64::try_from(value).map_err(|_| leaves_width())
}

/// `math.factorial(n)`.
pub fn factorial(n: i64) -> Result<i64, Raise> {
    if n < 0 {
        return Err(integers(Exc::ValueError, "math.factorial", &[n]));
    }
    if n > 20 { Err(leaves_width()) } else { Ok((1..=n).product()) }
}

fn unsigned_gcd(mut a: u64, mut b: u64) -> u64 {
    if a == 0 || b == 0 {
        return a | b;
    }
    // binary: shifts and subtractions only
    let twos = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    while b != 0 {
        b >>= b.trailing_zeros();
        if a > b {
            (a, b) = (b, a);
        }
        b -= a;
    }
    a << twos
}

/// `math.gcd(a, b)`.
#[inline]
pub fn gcd(a: i64, b: i64) -> Result<i64, Raise> {
    fits(unsigned_gcd(a.unsigned_abs(), b.unsigned_abs()))
}

/// `math.gcd(a)` and `math.lcm(a)`.
pub fn gcd1(a: i64) -> Result<i64, Raise> {
    fits(a.unsigned_abs())
}

/// `math.gcd(a, b, c)`.
pub fn gcd3(a: i64, b: i64, c: i64) -> Result<i64, Raise> {
    fits(unsigned_gcd(unsigned_gcd(a.unsigned_abs(), b.unsigned_abs()), c.unsigned_abs()))
}

fn unsigned_lcm(a: u64, b: u64) -> Option<u64> {
    if a == 0 || b == 0 { Some(0) } else { (a / unsigned_gcd(a, b)).checked_mul(b) }
}

/// `math.lcm(a, b)`.
pub fn lcm(a: i64, b: i64) -> Result<i64, Raise> {
    fits(unsigned_lcm(a.unsigned_abs(), b.unsigned_abs()).ok_or_else(leaves_width)?)
}

/// `math.lcm(a, b, c)`.
pub fn lcm3(a: i64, b: i64, c: i64) -> Result<i64, Raise> {
    if c == 0 {
        return Ok(0);
    }
    let pair = unsigned_lcm(a.unsigned_abs(), b.unsigned_abs());
    fits(pair.and_then(|pair| unsigned_lcm(pair, c.unsigned_abs())).ok_or_else(leaves_width)?)
}

/// `math.comb(n, k)`.
pub fn comb(n: i64, k: i64) -> Result<i64, Raise> {
    if n < 0 || k < 0 {
        return Err(integers(Exc::ValueError, "math.comb", &[n, k]));
    }
    if k > n {
        return Ok(0);
    }
    let mut result: u128 = 1;
    // the coefficients grow up to the middle, so that an early one outside 64 bits decides
    for step in 0..k.min(n - k) {
        result = result * (n - step) as u128 / (step + 1) as u128;
        if result > i64::MAX as u128 {
            return Err(leaves_width());
        }
    }
    Ok(result as i64)
}

/// `math.perm(n, k)`.
pub fn perm(n: i64, k: i64) -> Result<i64, Raise> {
    if n < 0 || k < 0 {
        return Err(integers(Exc::ValueError, "math.perm", &[n, k]));
    }
    if k > n {
        return Ok(0);
    }
    (0..k).try_fold(1i64, |product, step| product.checked_mul(n - step)).ok_or_else(leaves_width)
}

/// `math.perm(n)`.
pub fn perm_all(n: i64) -> Result<i64, Raise> {
    if n < 0 { Err(integers(Exc::ValueError, "math.perm", &[n])) } else { factorial(n) }
}

/// `math.isqrt(n)`: the square root rounded down.
#[inline]
pub fn isqrt(n: i64) -> Result<i64, Raise> {
    if n < 0 {
        return Err(integers(Exc::ValueError, "math.isqrt", &[n]));
    }
    Ok(n.isqrt())
}
