//! `sum` of floats as the running Python has it: compensated since 3.12.

use crate::math::running::minor;

/// Whether the running Python keeps what additions lose.
pub fn sum_compensates() -> bool {
    minor() >= 12
}

/// What `total + x` loses by rounding (Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
/// Summen", 1974).
#[inline(always)]
pub fn sum_lost(total: f64, x: f64) -> f64 {
    let sum = total + x;
    if total.abs() >= x.abs() { (total - sum) + x } else { (x - sum) + total }
}

/// The total with what was lost. A loss that is not finite stems from an infinite total, which stays.
#[inline(always)]
pub fn sum_compensated(total: f64, lost: f64) -> f64 {
    if lost != 0.0 && lost.is_finite() { total + lost } else { total }
}
