//! Python's `round`: half to even, and with digits to the nearest decimal, correctly rounded.

use crate::num::conv::integral;
use crate::raise::{Cause, Exc, Raise, Value};

/// `round(x, digits)` of an integer.
pub fn round_int(x: i64, digits: i64) -> Result<i64, Raise> {
    if digits >= 0 {
        return Ok(x);
    }
    // half of 10^20 is above every 64-bit integer
    if digits <= -20 {
        return Ok(0);
    }
    let unit = 10i128.pow(digits.unsigned_abs() as u32);
    let value = i128::from(x);
    let below = value.div_euclid(unit);
    let twice = 2 * value.rem_euclid(unit);
    let up = twice > unit || (twice == unit && below & 1 == 1);
    let rounded = (below + i128::from(up)) * unit;
    i64::try_from(rounded).map_err(|_| Raise::escape("integer result leaves its width"))
}

/// `round(x)`.
#[inline]
pub fn round_float(x: f64) -> Result<i64, Raise> {
    integral(x.round_ties_even(), "builtins.round")
}

/// `round(x, digits)` of a float.
pub fn round_float_digits(x: f64, digits: i64) -> Result<f64, Raise> {
    if !x.is_finite() || digits > 323 || x == 0.0 {
        return Ok(x);
    }
    if digits < -308 {
        return Ok(0.0 * x);
    }
    if let Some(rounded) = round_plainly(x, digits) {
        return Ok(rounded);
    }
    let rounded =
        if digits >= 0 { decimal(&format!("{x:.*}", digits as usize)) } else { round_integer_part(x, digits) };
    if rounded.is_infinite() {
        return Err(Raise::new(Cause::Redo(
            Exc::OverflowError,
            "builtins.round",
            vec![Value::Float(x), Value::Int(digits)],
        )));
    }
    Ok(rounded)
}

/// Scales, rounds and scales back where that is certain to be right: the power of ten and the rounded integer are
/// exact, and the scaled value is further from a tie than its error.
#[inline]
fn round_plainly(x: f64, digits: i64) -> Option<f64> {
    const POWERS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    let unit = *POWERS.get(usize::try_from(digits).ok()?)?;
    let scaled = x * unit;
    if scaled.abs() >= 1e15 {
        return None;
    }
    let rounded = scaled.round_ties_even();
    let to_tie = 0.5 - (scaled - rounded).abs();
    (to_tie > scaled.abs() * 1e-15).then(|| (rounded / unit).copysign(x))
}

/// Rounds to a multiple of `10**-digits`, for negative `digits`, in decimal.
fn round_integer_part(x: f64, digits: i64) -> f64 {
    let places = digits.unsigned_abs() as usize;
    let whole = format!("{:.0}", x.trunc().abs());
    let fraction = x.fract() != 0.0;
    let padded = format!("{whole:0>width$}", width = places + 1);
    let (kept, dropped) = padded.split_at(padded.len() - places);
    let tie = format!("5{}", "0".repeat(places - 1));
    let odd = kept.bytes().last().is_some_and(|digit| digit & 1 == 1);
    let up = match dropped.cmp(tie.as_str()) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => fraction || odd,
        std::cmp::Ordering::Less => false,
    };
    // a carry is one more unit; the sum of decimal strings is left to the parser through an exact digit list
    let magnitude = decimal(&format!("{}e{places}", if up { increment(kept) } else { kept.to_owned() }));
    magnitude.copysign(x)
}

/// A decimal digit string plus one.
fn increment(digits: &str) -> String {
    let kept = digits.trim_end_matches('9');
    let nines = digits.len() - kept.len();
    let (head, last) = kept.split_at(kept.len().saturating_sub(1));
    let last = last.bytes().next().map_or(1, |digit| digit - b'0' + 1);
    format!("{head}{last}{}", "0".repeat(nines))
}

/// A decimal numeral that this file made.
fn decimal(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}
