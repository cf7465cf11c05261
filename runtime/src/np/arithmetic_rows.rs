//! Catalogue rows of arithmetic, rounding and bitwise functions. Booleans first, then integers, floats, complex numbers.

use crate::catalogue::table;

table! {
    Elementwise {
        ["numpy.add"] "(B, B) -> B" np::or ["numpy.add(numpy.True_, numpy.False_)"];
        ["numpy.add"] "(N, N) -> N" np::add
            ["numpy.add(numpy.int64(7), numpy.int64(-2))", "numpy.add(2.5, -0.5)", "numpy.add(1j, 2 + 1j)"];
        ["numpy.subtract"] "(N, N) -> N" np::subtract
            ["numpy.subtract(numpy.int64(7), numpy.int64(-2))", "numpy.subtract(2.5, -0.5)", "numpy.subtract(1j, 2 + 1j)"];
        ["numpy.multiply"] "(B, B) -> B" np::and ["numpy.multiply(numpy.True_, numpy.False_)"];
        ["numpy.multiply"] "(N, N) -> N" np::multiply
            ["numpy.multiply(numpy.int64(7), numpy.int64(-2))", "numpy.multiply(2.5, -0.5)", "numpy.multiply(1j, 2 + 1j)"];
        ["numpy.divide", "numpy.true_divide"] "(B, B) -> f64" np::divide_bool ["numpy.divide(True, True)"];
        ["numpy.divide", "numpy.true_divide"] "(I, I) -> f64" npint::truediv
            ["numpy.divide(7, 2)", "numpy.divide(numpy.int8(1), numpy.int8(0))"];
        ["numpy.divide", "numpy.true_divide"] "(F, F) -> F" np::divide
            ["numpy.divide(2.5, -0.5)", "numpy.divide(numpy.float32(1.5), 2)"];
        ["numpy.divide", "numpy.true_divide"] "(C, C) -> C" npcomplex::div ["numpy.divide(1 + 2j, 2 - 1j)"];
        ["numpy.floor_divide"] "(I, I) -> I" npint::floordiv ["numpy.floor_divide(numpy.int64(7), numpy.int64(-2))"];
        ["numpy.floor_divide"] "(F, F) -> F" npfloat::floordiv
            ["numpy.floor_divide(2.5, -0.5)", "numpy.floor_divide(numpy.float32(1.5), 2)"];
        ["numpy.remainder", "numpy.mod"] "(I, I) -> I" npint::rem ["numpy.remainder(numpy.int64(7), numpy.int64(-2))"];
        ["numpy.remainder", "numpy.mod"] "(F, F) -> F" npfloat::rem
            ["numpy.remainder(2.5, -0.5)", "numpy.remainder(numpy.float32(1.5), 2)"];
        ["numpy.fmod"] "(I, I) -> I" npint::fmod ["numpy.fmod(numpy.int64(7), numpy.int64(-2))"];
        ["numpy.fmod"] "(F, F) -> F" npfloat::fmod ["numpy.fmod(2.5, -0.5)", "numpy.fmod(numpy.float32(1.5), 2)"];
        ["numpy.divmod"] "(I, I) -> (I, I)" npint::divmod ["numpy.divmod(numpy.int64(-7), numpy.int64(2))"];
        ["numpy.divmod"] "(F, F) -> (F, F)" npfloat::divmod ["numpy.divmod(-7.5, 2.0)"];
        ["numpy.power", "numpy.pow"] "(I, I) -> I" npint::pow(raises) ["numpy.power(numpy.int64(7), numpy.int64(2))"];
        ["numpy.power", "numpy.pow"] "(F, F) -> F" npfloat::pow
            ["numpy.power(2.5, -0.5)", "numpy.power(numpy.float32(1.5), 2)"];
        ["numpy.power", "numpy.pow"] "(C, C) -> C" npcomplex::pow ["numpy.power(1 + 2j, 2 - 1j)"];
        ["numpy.float_power"] "(float, float) -> f64" np::float_power ["numpy.float_power(2, -1)"];
        ["numpy.negative"] "(N) -> N" np::negative ["numpy.negative(numpy.int64(-3))", "numpy.negative(-2.5)"];
        ["numpy.positive"] "(N) -> N" np::positive ["numpy.positive(numpy.int64(-3))", "numpy.positive(-2.5)"];
        ["numpy.square"] "(I) -> I" np::square ["numpy.square(numpy.int64(-3))"];
        ["numpy.square"] "(F) -> F" np::square ["numpy.square(-2.5)", "numpy.square(numpy.float32(-2.5))"];
        ["numpy.square"] "(C) -> C" np::complex::square ["numpy.square(1 + 2j)"];
        ["numpy.reciprocal"] "(I) -> I" npint::reciprocal ["numpy.reciprocal(numpy.int64(3))"];
        ["numpy.reciprocal"] "(F) -> F" np::reciprocal
            ["numpy.reciprocal(-2.5)", "numpy.reciprocal(numpy.float32(-2.5))"];
        ["numpy.reciprocal"] "(C) -> C" np::complex::reciprocal ["numpy.reciprocal(1 + 2j)"];
        ["numpy.absolute", "numpy.abs"] "(B) -> B" np::positive ["numpy.absolute(numpy.True_)"];
        ["numpy.absolute", "numpy.abs"] "(I) -> I" npint::abs ["numpy.absolute(numpy.int64(-3))"];
        ["numpy.absolute", "numpy.abs"] "(F) -> F" np::fabs
            ["numpy.absolute(-2.5)", "numpy.absolute(numpy.float32(-2.5))"];
        ["numpy.absolute", "numpy.abs"] "(c64) -> f32" npcomplex::abs ["numpy.absolute(numpy.complex64(3 - 4j))"];
        ["numpy.absolute", "numpy.abs"] "(c128) -> f64" npcomplex::abs ["numpy.absolute(numpy.complex128(3 - 4j))"];
        ["numpy.absolute", "numpy.abs"] "(complex) -> f64" npcomplex::abs ["numpy.absolute(3 - 4j)"];
        ["numpy.fabs"] "(F) -> F" np::fabs ["numpy.fabs(-2.5)", "numpy.fabs(numpy.float32(-2.5))"];
        ["numpy.sign"] "(I) -> I" npint::sign ["numpy.sign(numpy.int64(-3))"];
        ["numpy.sign"] "(F) -> F" np::sign ["numpy.sign(-2.5)", "numpy.sign(numpy.float32(-2.5))"];
        ["numpy.sign"] "(C) -> C" np::complex::sign ["numpy.sign(1 + 2j)"];
        ["numpy.conjugate", "numpy.conj"] "(I) -> I" np::positive ["numpy.conjugate(numpy.int64(-3))"];
        ["numpy.conjugate", "numpy.conj"] "(F) -> F" np::positive
            ["numpy.conjugate(-2.5)", "numpy.conjugate(numpy.float32(-2.5))"];
        ["numpy.conjugate", "numpy.conj"] "(C) -> C" npcomplex::conj ["numpy.conjugate(1 + 2j)"];
        ["numpy.real"] "(I) -> I" np::positive ["numpy.real(numpy.int64(-3))"];
        ["numpy.real"] "(F) -> F" np::positive ["numpy.real(-2.5)", "numpy.real(numpy.float32(-2.5))"];
        ["numpy.real"] "(c64) -> f32" np::complex::real ["numpy.real(numpy.complex64(3 - 4j))"];
        ["numpy.real"] "(c128) -> f64" np::complex::real ["numpy.real(numpy.complex128(3 - 4j))"];
        ["numpy.real"] "(complex) -> f64" np::complex::real ["numpy.real(3 - 4j)"];
        ["numpy.imag"] "(I) -> I" np::zero ["numpy.imag(numpy.int64(-3))"];
        ["numpy.imag"] "(F) -> F" np::zero ["numpy.imag(-2.5)", "numpy.imag(numpy.float32(-2.5))"];
        ["numpy.imag"] "(c64) -> f32" np::complex::imag ["numpy.imag(numpy.complex64(3 - 4j))"];
        ["numpy.imag"] "(c128) -> f64" np::complex::imag ["numpy.imag(numpy.complex128(3 - 4j))"];
        ["numpy.imag"] "(complex) -> f64" np::complex::imag ["numpy.imag(3 - 4j)"];
        ["numpy.angle"] "(F) -> F" np::angle ["numpy.angle(-2.5)", "numpy.angle(numpy.float32(-2.5))"];
        ["numpy.angle"] "(c64) -> f32" np::complex::angle ["numpy.angle(numpy.complex64(3 - 4j))"];
        ["numpy.angle"] "(c128) -> f64" np::complex::angle ["numpy.angle(numpy.complex128(3 - 4j))"];
        ["numpy.angle"] "(complex) -> f64" np::complex::angle ["numpy.angle(3 - 4j)"];
        ["numpy.maximum"] "(B, B) -> B" np::or ["numpy.maximum(numpy.True_, numpy.False_)"];
        ["numpy.maximum"] "(N, N) -> N" np::maximum
            ["numpy.maximum(numpy.int64(7), numpy.int64(-2))", "numpy.maximum(2.5, -0.5)", "numpy.maximum(1j, 2 + 1j)"];
        ["numpy.minimum"] "(B, B) -> B" np::and ["numpy.minimum(numpy.True_, numpy.False_)"];
        ["numpy.minimum"] "(N, N) -> N" np::minimum
            ["numpy.minimum(numpy.int64(7), numpy.int64(-2))", "numpy.minimum(2.5, -0.5)", "numpy.minimum(1j, 2 + 1j)"];
        ["numpy.fmax"] "(B, B) -> B" np::or ["numpy.fmax(numpy.True_, numpy.False_)"];
        ["numpy.fmax"] "(N, N) -> N" np::fmax
            ["numpy.fmax(numpy.int64(7), numpy.int64(-2))", "numpy.fmax(2.5, -0.5)", "numpy.fmax(1j, 2 + 1j)"];
        ["numpy.fmin"] "(B, B) -> B" np::and ["numpy.fmin(numpy.True_, numpy.False_)"];
        ["numpy.fmin"] "(N, N) -> N" np::fmin
            ["numpy.fmin(numpy.int64(7), numpy.int64(-2))", "numpy.fmin(2.5, -0.5)", "numpy.fmin(1j, 2 + 1j)"];
        ["numpy.clip"] "(N, N, N) -> N" np::clip ["numpy.clip(5, 0, 3)", "numpy.clip(2.5, 0.0, 1.0)"];
        ["numpy.heaviside"] "(F, F) -> F" np::heaviside
            ["numpy.heaviside(0.0, 0.5)", "numpy.heaviside(numpy.float32(1.5), 2)"];
        ["numpy.floor"] "(B) -> B" np::positive ["numpy.floor(numpy.True_)"];
        ["numpy.floor"] "(I) -> I" np::positive ["numpy.floor(numpy.int64(-3))"];
        ["numpy.floor"] "(F) -> F" np::floor ["numpy.floor(-2.5)", "numpy.floor(numpy.float32(-2.5))"];
        ["numpy.ceil"] "(B) -> B" np::positive ["numpy.ceil(numpy.True_)"];
        ["numpy.ceil"] "(I) -> I" np::positive ["numpy.ceil(numpy.int64(-3))"];
        ["numpy.ceil"] "(F) -> F" np::ceil ["numpy.ceil(-2.5)", "numpy.ceil(numpy.float32(-2.5))"];
        ["numpy.trunc"] "(B) -> B" np::positive ["numpy.trunc(numpy.True_)"];
        ["numpy.trunc"] "(I) -> I" np::positive ["numpy.trunc(numpy.int64(-3))"];
        ["numpy.trunc"] "(F) -> F" np::trunc ["numpy.trunc(-2.5)", "numpy.trunc(numpy.float32(-2.5))"];
        ["numpy.rint"] "(F) -> F" np::rint ["numpy.rint(-2.5)", "numpy.rint(numpy.float32(-2.5))"];
        ["numpy.round", "numpy.around"] "(I) -> I" np::positive ["numpy.round(numpy.int64(5))"];
        ["numpy.round", "numpy.around"] "(F) -> F" np::rint ["numpy.round(2.5)"];
        ["numpy.round", "numpy.around"] "(F, int) -> F" np::round
            ["numpy.round(2.675, 2)", "numpy.round(12345.678, -2)"];
        ["numpy.copysign"] "(F, F) -> F" np::copysign
            ["numpy.copysign(2.5, -0.5)", "numpy.copysign(numpy.float32(1.5), 2)"];
        ["numpy.nextafter"] "(F, F) -> F" np::nextafter
            ["numpy.nextafter(2.5, -0.5)", "numpy.nextafter(numpy.float32(1.5), 2)"];
        ["numpy.spacing"] "(F) -> F" np::spacing ["numpy.spacing(-2.5)", "numpy.spacing(numpy.float32(-2.5))"];
        ["numpy.modf"] "(F) -> (F, F)" np::modf ["numpy.modf(-2.5)"];
        ["numpy.gcd"] "(I, I) -> I" np::gcd ["numpy.gcd(numpy.int64(12), numpy.int64(-18))"];
        ["numpy.lcm"] "(I, I) -> I" np::lcm ["numpy.lcm(numpy.int64(4), numpy.int64(6))"];
        ["numpy.left_shift", "numpy.bitwise_left_shift"] "(I, I) -> I" npint::shl
            ["numpy.left_shift(numpy.int64(1), numpy.int64(64))"];
        ["numpy.right_shift", "numpy.bitwise_right_shift"] "(I, I) -> I" npint::shr
            ["numpy.right_shift(numpy.int64(-5), numpy.int64(70))"];
        ["numpy.bitwise_and"] "(B, B) -> B" np::and ["numpy.bitwise_and(numpy.True_, numpy.False_)"];
        ["numpy.bitwise_and"] "(I, I) -> I" np::bitwise_and ["numpy.bitwise_and(numpy.int64(7), numpy.int64(-2))"];
        ["numpy.bitwise_or"] "(B, B) -> B" np::or ["numpy.bitwise_or(numpy.True_, numpy.False_)"];
        ["numpy.bitwise_or"] "(I, I) -> I" np::bitwise_or ["numpy.bitwise_or(numpy.int64(7), numpy.int64(-2))"];
        ["numpy.bitwise_xor"] "(B, B) -> B" np::xor ["numpy.bitwise_xor(numpy.True_, numpy.False_)"];
        ["numpy.bitwise_xor"] "(I, I) -> I" np::bitwise_xor ["numpy.bitwise_xor(numpy.int64(7), numpy.int64(-2))"];
        ["numpy.invert", "numpy.bitwise_not", "numpy.bitwise_invert"] "(B) -> B" np::not ["numpy.invert(numpy.True_)"];
        ["numpy.invert", "numpy.bitwise_not", "numpy.bitwise_invert"] "(I) -> I" np::invert
            ["numpy.invert(numpy.int64(-3))"];
    }
}
