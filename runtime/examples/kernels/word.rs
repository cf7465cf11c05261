//! Arguments and results of kernels as 64-bit words in hexadecimal, so that every bit is compared.

use num_complex::Complex;
use pyrx_runtime::Raise;
use pyrx_runtime::raise::{Cause, Value};

/// An argument.
pub trait Read: Sized {
    fn read(words: &mut dyn Iterator<Item = u64>) -> Self;
}

/// A result, or a part of one.
pub trait Write {
    fn write(self, line: &mut String);
}

macro_rules! plain {
    ($($type:ty: $read:expr, $write:expr;)*) => {$(
        impl Read for $type {
            fn read(words: &mut dyn Iterator<Item = u64>) -> Self { ($read)(words.next().expect("an argument word")) }
        }
        impl Write for $type {
            fn write(self, line: &mut String) { line.push_str(&format!(" {:x}", ($write)(self))) }
        }
    )*};
}

plain! {
    i8: |word| word as i8, |value| value as u64;
    i16: |word| word as i16, |value| value as u64;
    i32: |word| word as i32, |value| value as u64;
    i64: |word| word as i64, |value| value as u64;
    u8: |word| word as u8, u64::from;
    u16: |word| word as u16, u64::from;
    u32: |word| word as u32, u64::from;
    u64: |word| word, |value| value;
    f64: f64::from_bits, f64::to_bits;
    f32: |word| f32::from_bits(word as u32), f32::to_bits;
    bool: |word| word != 0, u64::from;
}

impl<T: Read> Read for Complex<T> {
    fn read(words: &mut dyn Iterator<Item = u64>) -> Self {
        Complex { re: T::read(words), im: T::read(words) }
    }
}

impl<T: Write> Write for Complex<T> {
    fn write(self, line: &mut String) {
        self.re.write(line);
        self.im.write(line);
    }
}

impl<A: Write, B: Write> Write for (A, B) {
    fn write(self, line: &mut String) {
        self.0.write(line);
        self.1.write(line);
    }
}

impl Write for Option<std::cmp::Ordering> {
    fn write(self, line: &mut String) {
        self.map_or(2, |order| order as i64).write(line);
    }
}

impl Write for std::cmp::Ordering {
    fn write(self, line: &mut String) {
        (self as i64).write(line);
    }
}

impl<T: Write> Write for Result<T, Raise> {
    fn write(self, line: &mut String) {
        match self {
            Ok(value) => value.write(line),
            Err(raise) => describe(raise, line),
        }
    }
}

fn describe(raise: Raise, line: &mut String) {
    match raise.into_parts().0 {
        Cause::Escape(_) => line.push_str("escape"),
        Cause::Plain(class, text) => line.push_str(&format!("raise {} {text}", class.name())),
        Cause::Redo(class, name, values) => {
            line.push_str(&format!("redo {} {name}", class.name()));
            for value in values {
                line.push_str(&match value {
                    Value::Int(value) => format!(" i{value}"),
                    Value::Uint(value) => format!(" i{value}"),
                    Value::Float(value) => format!(" f{:x}", value.to_bits()),
                    Value::Complex(re, im) => format!(" c{:x},{:x}", re.to_bits(), im.to_bits()),
                    other => format!(" ?{other:?}"),
                });
            }
        }
        other => line.push_str(&format!("other {other:?}")),
    }
}
