//! Floats as they leave a function that may raise: a `Result` of an integer and an address is returned in two
//! registers, one of a float and an address in memory.

use std::marker::PhantomData;

/// The bits of an `f64`, or of an `f32` in the low half.
#[repr(transparent)]
pub struct Bits<F>(u64, PhantomData<F>);

impl Bits<f64> {
    #[inline(always)]
    pub fn of(x: f64) -> Self {
        Bits(x.to_bits(), PhantomData)
    }

    #[inline(always)]
    pub fn float(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl Bits<f32> {
    #[inline(always)]
    pub fn of(x: f32) -> Self {
        Bits(u64::from(x.to_bits()), PhantomData)
    }

    #[inline(always)]
    pub fn float(self) -> f32 {
        f32::from_bits(self.0 as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn every_float_comes_back() {
        for x in [0.0f64, -0.0, 1.5, f64::INFINITY, f64::NEG_INFINITY, f64::from_bits(0x7ff8_0000_0000_0123)] {
            assert_eq!(Bits::<f64>::of(x).float().to_bits(), x.to_bits());
            assert_eq!(Bits::<f32>::of(x as f32).float().to_bits(), (x as f32).to_bits());
        }
    }
}
