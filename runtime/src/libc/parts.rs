//! Functions of `<math.h>` that give two results, or read a text.

use crate::mem::Ptr;

reaching! {
    frexp(x: f64, exponent: Ptr<i32>) -> f64;
    frexpf(x: f32, exponent: Ptr<i32>) -> f32;
    modf(x: f64, whole: Ptr<f64>) -> f64;
    modff(x: f32, whole: Ptr<f32>) -> f32;
    remquo(x: f64, y: f64, quotient: Ptr<i32>) -> f64;
    remquof(x: f32, y: f32, quotient: Ptr<i32>) -> f32;
    nan(tag: Ptr<i8>) -> f64;
    nanf(tag: Ptr<i8>) -> f32;
}
