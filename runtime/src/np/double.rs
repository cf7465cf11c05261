//! Numbers as unevaluated sums of two floats, some 105 bits; exponential and logarithm to about 2^-62.
//!
//! The C library's hyperbolic functions and `log10` err by up to two units in the last place. Computed through these,
//! the functions of [`super::accurate`] err by little more than half a unit. Error-free transformations after Dekker
//! and Knuth.

use crate::math::libm;

/// `high + low`, where `low` is below half a unit in the last place of `high`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Double {
    pub high: f64,
    pub low: f64,
}

pub(super) const LN_2: Double = Double { high: std::f64::consts::LN_2, low: 2.3190468138462996e-17 };
pub(super) const LOG10_E: Double = Double { high: std::f64::consts::LOG10_E, low: 1.098319650216765e-17 };

/// The sum of two floats and its rounding error, for `|a| >= |b|` or either 0.
#[inline(always)]
pub(super) fn fast_sum(a: f64, b: f64) -> Double {
    let high = a + b;
    Double { high, low: b - (high - a) }
}

/// The sum of two floats and its rounding error.
#[inline(always)]
pub(super) fn sum(a: f64, b: f64) -> Double {
    let high = a + b;
    let part = high - a;
    Double { high, low: (a - (high - part)) + (b - part) }
}

/// A float as the sum of two of half its length; it is below 2^990.
#[inline(always)]
fn split(x: f64) -> (f64, f64) {
    let shifted = x * 134217729.0;
    let high = shifted - (shifted - x);
    (high, x - high)
}

/// The product of two floats and its rounding error.
#[inline(always)]
pub(super) fn product(a: f64, b: f64) -> Double {
    let high = a * b;
    let ((ah, al), (bh, bl)) = (split(a), split(b));
    Double { high, low: ((ah * bh - high) + ah * bl + al * bh) + al * bl }
}

impl Double {
    pub(super) const ONE: Double = Double { high: 1.0, low: 0.0 };

    #[inline(always)]
    pub(super) fn from(x: f64) -> Double {
        Double { high: x, low: 0.0 }
    }

    #[inline(always)]
    pub(super) fn value(self) -> f64 {
        self.high + self.low
    }

    #[inline(always)]
    pub(super) fn neg(self) -> Double {
        Double { high: -self.high, low: -self.low }
    }

    /// By a power of two.
    #[inline(always)]
    pub(super) fn scale(self, factor: f64) -> Double {
        Double { high: self.high * factor, low: self.low * factor }
    }

    #[inline(always)]
    pub(super) fn add(self, other: Double) -> Double {
        let high = sum(self.high, other.high);
        fast_sum(high.high, high.low + (self.low + other.low))
    }

    #[inline(always)]
    pub(super) fn mul(self, other: Double) -> Double {
        let high = product(self.high, other.high);
        fast_sum(high.high, high.low + (self.high * other.low + self.low * other.high))
    }

    #[inline(always)]
    pub(super) fn div(self, other: Double) -> Double {
        let quotient = self.high / other.high;
        let back = product(quotient, other.high);
        let rest = (self.high - back.high) - back.low + self.low - quotient * other.low;
        fast_sum(quotient, rest / other.high)
    }

    /// Of a positive number.
    #[inline(always)]
    pub(super) fn sqrt(self) -> Double {
        let root = self.high.sqrt();
        let square = product(root, root);
        fast_sum(root, ((self.high - square.high) - square.low + self.low) / (2.0 * root))
    }
}

/// `e**x * 2**shift` for results within the normal numbers.
pub(super) fn exp(x: Double, shift: i64) -> Double {
    // the step of the table, ln 2 / 64, in three parts; products of the first with a step count are exact
    const STEP: [f64; 3] = [0.010830424695086549, 1.162596423439437e-12, -2.0507341277789462e-29];
    let steps = (x.high * (64.0 / std::f64::consts::LN_2)).round_ties_even();
    let rest = sum(x.high - steps * STEP[0], -steps * STEP[1]);
    let rest = fast_sum(rest.high, rest.low + x.low - steps * STEP[2]);
    let r = rest.high;
    let tail =
        r * r * (1.0 / 2.0 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0 + r * (1.0 / 720.0 + r / 5040.0)))));
    let grown = fast_sum(r, rest.low + tail);
    let steps = steps as i64;
    let (high, low) = POWERS[(steps & 63) as usize];
    let power = Double { high, low };
    let result = power.add(power.mul(grown));
    // in two factors: either may leave the normal numbers alone
    let exponent = (steps >> 6) + shift;
    result.scale(power_of_two(exponent / 2)).scale(power_of_two(exponent - exponent / 2))
}

fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits(((exponent + 1023) as u64) << 52)
}

/// Natural logarithm of a positive normal number.
pub(super) fn log(x: Double) -> Double {
    let (mut mantissa, mut exponent) = libm::frexp(x.high);
    let mut scale = mantissa / x.high;
    if mantissa < std::f64::consts::FRAC_1_SQRT_2 {
        (mantissa, exponent, scale) = (2.0 * mantissa, exponent - 1, 2.0 * scale);
    }
    let low = x.low * scale;
    let reduced = if (mantissa - 1.0).abs() < 1.0 / 16.0 {
        log1p_small(sum(mantissa - 1.0, low))
    } else {
        // one step of Newton's method on the exponential
        let first = libm::log(mantissa);
        let near_one = exp(Double::from(-first), 0).mul(Double { high: mantissa, low });
        fast_sum(first, (near_one.high - 1.0) + near_one.low)
    };
    let exponent = exponent as f64;
    let power = product(exponent, LN_2.high);
    fast_sum(power.high, power.low + exponent * LN_2.low).add(reduced)
}

/// `log(1 + u)` for `|u|` below 1/8, with a small relative error also near 0.
pub(super) fn log1p_small(u: Double) -> Double {
    let s = u.div(Double::from(2.0).add(u));
    let z = s.high * s.high;
    let series = z
        * (1.0 / 3.0
            + z * (1.0 / 5.0 + z * (1.0 / 7.0 + z * (1.0 / 9.0 + z * (1.0 / 11.0 + z * (1.0 / 13.0 + z / 15.0))))));
    let twice = s.scale(2.0);
    fast_sum(twice.high, twice.low + twice.high * series)
}

/// 2^(j / 64).
#[allow(clippy::approx_constant)]
const POWERS: [(f64, f64); 64] = [
    (1.0, 0.0),
    (1.0108892860517005, -1.5234778603368577e-17),
    (1.0218971486541166, 5.109225028973444e-17),
    (1.0330248790212284, 7.600838874027088e-18),
    (1.0442737824274138, 8.551889705537965e-17),
    (1.0556451783605572, 1.759325738772092e-18),
    (1.0671404006768237, -7.899853966841582e-17),
    (1.0787607977571199, -6.656660436056593e-17),
    (1.0905077326652577, -3.046782079812471e-17),
    (1.102382583307841, 5.2660368715706944e-17),
    (1.1143867425958924, 1.0410278456845571e-16),
    (1.1265216186082418, 5.165856758795457e-17),
    (1.1387886347566916, 8.912812676025408e-17),
    (1.1511892299529827, 3.250710218863827e-17),
    (1.1637248587775775, 3.8292048369240935e-17),
    (1.1763969916502812, 5.554203254218079e-17),
    (1.189207115002721, 3.982015231465646e-17),
    (1.202156731452703, 6.644981499252301e-17),
    (1.215247359980469, -7.712630692681488e-17),
    (1.22848053610687, -1.89878163130253e-17),
    (1.241857812073484, 4.658027591836937e-17),
    (1.255380757024691, -6.7113898212968784e-18),
    (1.2690509571917332, 2.667932131342186e-18),
    (1.2828700160787783, 1.713594918243561e-17),
    (1.2968395546510096, 2.5382502794888315e-17),
    (1.3109612115247644, -7.181536135519454e-17),
    (1.3252366431597413, -2.8587312100388614e-17),
    (1.339667524053303, 8.927282594831732e-17),
    (1.3542555469368927, 7.70094837980299e-17),
    (1.3690024229745905, 9.593797919118849e-17),
    (1.383909881963832, -6.770511658794786e-17),
    (1.3989796725383112, -9.614213209051323e-17),
    (1.4142135623730951, -9.667293313452913e-17),
    (1.42961333839197, -1.2031642489053655e-17),
    (1.4451808069770467, -3.0237581349939873e-17),
    (1.460917794180647, -5.600377186075216e-17),
    (1.4768261459394993, -3.483994556892796e-17),
    (1.4929077282912648, 1.4192920154284036e-17),
    (1.5091644275934228, -1.016455327754295e-16),
    (1.5255981507445384, -1.1024941712342561e-16),
    (1.5422108254079407, 7.949834809697621e-17),
    (1.559004400237837, 3.7812070533575275e-17),
    (1.5759808451078865, -1.0136916471278304e-17),
    (1.593142151342267, -1.0094406542311964e-16),
    (1.6104903319492543, 2.4707192569797888e-17),
    (1.6280274218573478, -6.712955084707084e-17),
    (1.645755478153965, -1.0125679913674773e-16),
    (1.6636765803267364, 5.8909926967131e-17),
    (1.681792830507429, 8.199010020581497e-17),
    (1.7001063537185235, -8.0237193703977e-18),
    (1.718619298122478, -1.851380418263111e-17),
    (1.7373338352737062, 3.164389299292957e-17),
    (1.7562521603732995, 2.960140695448873e-17),
    (1.7753764925265212, 6.429731796556572e-17),
    (1.7947090750031072, 1.8227458427912087e-17),
    (1.8142521755003989, -9.969531538920349e-17),
    (1.8340080864093424, 3.283107224245627e-17),
    (1.8539791250833855, 9.761887490727594e-17),
    (1.8741676341103, -6.122763413004143e-17),
    (1.8945759815869656, 3.4034035352165297e-17),
    (1.9152065613971474, -1.0619946056195963e-16),
    (1.9360617934922943, 1.0332385960676326e-16),
    (1.9571441241754002, 8.960767791036668e-17),
    (1.978456026387951, 4.0388753109278167e-17),
];
