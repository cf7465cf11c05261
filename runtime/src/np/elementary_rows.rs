//! Catalogue rows of exponentials, logarithms and trigonometry.

use crate::catalogue::table;

table! {
    Elementwise {
        ["numpy.sqrt"] "(F) -> F" np::sqrt ["numpy.sqrt(0.5)", "numpy.sqrt(numpy.float32(0.5))"];
        ["numpy.sqrt"] "(C) -> C" np::complex::sqrt ["numpy.sqrt(1 + 2j)"];
        ["numpy.exp"] "(F) -> F" np::exp ["numpy.exp(0.5)", "numpy.exp(numpy.float32(0.5))"];
        ["numpy.exp"] "(C) -> C" np::complex::exp ["numpy.exp(1 + 2j)"];
        ["numpy.log"] "(F) -> F" np::log ["numpy.log(0.5)", "numpy.log(numpy.float32(0.5))"];
        ["numpy.log"] "(C) -> C" np::complex::log ["numpy.log(1 + 2j)"];
        ["numpy.sin"] "(F) -> F" np::sin ["numpy.sin(0.5)", "numpy.sin(numpy.float32(0.5))"];
        ["numpy.sin"] "(C) -> C" np::complex::sin ["numpy.sin(1 + 2j)"];
        ["numpy.cos"] "(F) -> F" np::cos ["numpy.cos(0.5)", "numpy.cos(numpy.float32(0.5))"];
        ["numpy.cos"] "(C) -> C" np::complex::cos ["numpy.cos(1 + 2j)"];
        ["numpy.tan"] "(F) -> F" np::tan ["numpy.tan(0.5)", "numpy.tan(numpy.float32(0.5))"];
        ["numpy.tan"] "(C) -> C" np::complex::tan ["numpy.tan(1 + 2j)"];
        ["numpy.arcsin", "numpy.asin"] "(F) -> F" np::arcsin ["numpy.arcsin(0.5)", "numpy.arcsin(numpy.float32(0.5))"];
        ["numpy.arcsin", "numpy.asin"] "(C) -> C" np::complex::arcsin ["numpy.arcsin(1 + 2j)"];
        ["numpy.arccos", "numpy.acos"] "(F) -> F" np::arccos ["numpy.arccos(0.5)", "numpy.arccos(numpy.float32(0.5))"];
        ["numpy.arccos", "numpy.acos"] "(C) -> C" np::complex::arccos ["numpy.arccos(1 + 2j)"];
        ["numpy.arctan", "numpy.atan"] "(F) -> F" np::arctan ["numpy.arctan(0.5)", "numpy.arctan(numpy.float32(0.5))"];
        ["numpy.arctan", "numpy.atan"] "(C) -> C" np::complex::arctan ["numpy.arctan(1 + 2j)"];
        ["numpy.sinh"] "(F) -> F" np::sinh ["numpy.sinh(0.5)", "numpy.sinh(numpy.float32(0.5))"];
        ["numpy.sinh"] "(C) -> C" np::complex::sinh ["numpy.sinh(1 + 2j)"];
        ["numpy.cosh"] "(F) -> F" np::cosh ["numpy.cosh(0.5)", "numpy.cosh(numpy.float32(0.5))"];
        ["numpy.cosh"] "(C) -> C" np::complex::cosh ["numpy.cosh(1 + 2j)"];
        ["numpy.tanh"] "(F) -> F" np::tanh ["numpy.tanh(0.5)", "numpy.tanh(numpy.float32(0.5))"];
        ["numpy.tanh"] "(C) -> C" np::complex::tanh ["numpy.tanh(1 + 2j)"];
        ["numpy.arcsinh", "numpy.asinh"] "(F) -> F" np::arcsinh
            ["numpy.arcsinh(0.5)", "numpy.arcsinh(numpy.float32(0.5))"];
        ["numpy.arcsinh", "numpy.asinh"] "(C) -> C" np::complex::arcsinh ["numpy.arcsinh(1 + 2j)"];
        ["numpy.arccosh", "numpy.acosh"] "(F) -> F" np::arccosh
            ["numpy.arccosh(1.5)", "numpy.arccosh(numpy.float32(1.5))"];
        ["numpy.arccosh", "numpy.acosh"] "(C) -> C" np::complex::arccosh ["numpy.arccosh(1 + 2j)"];
        ["numpy.arctanh", "numpy.atanh"] "(F) -> F" np::arctanh
            ["numpy.arctanh(0.5)", "numpy.arctanh(numpy.float32(0.5))"];
        ["numpy.arctanh", "numpy.atanh"] "(C) -> C" np::complex::arctanh ["numpy.arctanh(1 + 2j)"];
        ["numpy.log2"] "(F) -> F" np::log2 ["numpy.log2(0.5)", "numpy.log2(numpy.float32(0.5))"];
        ["numpy.log2"] "(C) -> C" np::complex::log2 ["numpy.log2(1 + 2j)"];
        ["numpy.log10"] "(F) -> F" np::log10 ["numpy.log10(0.5)", "numpy.log10(numpy.float32(0.5))"];
        ["numpy.log10"] "(C) -> C" np::complex::log10 ["numpy.log10(1 + 2j)"];
        ["numpy.log1p"] "(F) -> F" np::log1p ["numpy.log1p(0.5)", "numpy.log1p(numpy.float32(0.5))"];
        ["numpy.log1p"] "(C) -> C" np::complex::log1p ["numpy.log1p(1 + 2j)"];
        ["numpy.exp2"] "(F) -> F" np::exp2 ["numpy.exp2(0.5)", "numpy.exp2(numpy.float32(0.5))"];
        ["numpy.exp2"] "(C) -> C" np::complex::exp2 ["numpy.exp2(1 + 2j)"];
        ["numpy.expm1"] "(F) -> F" np::expm1 ["numpy.expm1(0.5)", "numpy.expm1(numpy.float32(0.5))"];
        ["numpy.expm1"] "(C) -> C" np::complex::expm1 ["numpy.expm1(1 + 2j)"];
        ["numpy.cbrt"] "(F) -> F" np::cbrt ["numpy.cbrt(-2.5)", "numpy.cbrt(numpy.float32(-2.5))"];
        ["numpy.radians", "numpy.deg2rad"] "(F) -> F" np::radians
            ["numpy.radians(-2.5)", "numpy.radians(numpy.float32(-2.5))"];
        ["numpy.degrees", "numpy.rad2deg"] "(F) -> F" np::degrees
            ["numpy.degrees(-2.5)", "numpy.degrees(numpy.float32(-2.5))"];
        ["numpy.sinc"] "(F) -> F" np::sinc ["numpy.sinc(-2.5)", "numpy.sinc(numpy.float32(-2.5))"];
        ["numpy.arctan2", "numpy.atan2"] "(F, F) -> F" np::arctan2
            ["numpy.arctan2(2.5, -0.5)", "numpy.arctan2(numpy.float32(1.5), 2)"];
        ["numpy.hypot"] "(F, F) -> F" np::hypot ["numpy.hypot(2.5, -0.5)", "numpy.hypot(numpy.float32(1.5), 2)"];
        ["numpy.logaddexp"] "(F, F) -> F" np::logaddexp
            ["numpy.logaddexp(2.5, -0.5)", "numpy.logaddexp(numpy.float32(1.5), 2)"];
        ["numpy.logaddexp2"] "(F, F) -> F" np::logaddexp2
            ["numpy.logaddexp2(2.5, -0.5)", "numpy.logaddexp2(numpy.float32(1.5), 2)"];
    }
}
