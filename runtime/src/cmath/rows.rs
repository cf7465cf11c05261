//! Catalogue rows of `cmath`.

use crate::catalogue::table;

table! {
    Call {
        ["cmath.acos"] "(complex) -> complex" cmath::acos ["cmath.acos(2 + 1j)"];
        ["cmath.acosh"] "(complex) -> complex" cmath::acosh ["cmath.acosh(2 + 1j)"];
        ["cmath.asin"] "(complex) -> complex" cmath::asin ["cmath.asin(2 + 1j)"];
        ["cmath.asinh"] "(complex) -> complex" cmath::asinh ["cmath.asinh(2 + 1j)"];
        ["cmath.atan"] "(complex) -> complex" cmath::atan(raises) ["cmath.atan(2 + 1j)", "cmath.atan(1j)"];
        ["cmath.atanh"] "(complex) -> complex" cmath::atanh(raises) ["cmath.atanh(2 + 1j)", "cmath.atanh(1)"];
        ["cmath.cos"] "(complex) -> complex" cmath::cos(raises) ["cmath.cos(2 + 1j)"];
        ["cmath.cosh"] "(complex) -> complex" cmath::cosh(raises) ["cmath.cosh(2 + 1j)", "cmath.cosh(1000)"];
        ["cmath.exp"] "(complex) -> complex" cmath::exp(raises) ["cmath.exp(2 + 1j)", "cmath.exp(1000)"];
        ["cmath.isclose"] "(complex, complex) -> bool" cmath::isclose_default ["cmath.isclose(1j, 1j + 1e-10)"];
        ["cmath.isclose"] "(complex, complex, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool" cmath::isclose(raises)
            ["cmath.isclose(1j, 1.1j, rel_tol=0.5)"];
        ["cmath.isfinite"] "(complex) -> bool" cmath::isfinite ["cmath.isfinite(1j)"];
        ["cmath.isinf"] "(complex) -> bool" cmath::isinf ["cmath.isinf(cmath.infj)"];
        ["cmath.isnan"] "(complex) -> bool" cmath::isnan ["cmath.isnan(cmath.nanj)"];
        ["cmath.log"] "(complex) -> complex" cmath::log(raises) ["cmath.log(2 + 1j)", "cmath.log(0)"];
        ["cmath.log"] "(complex, complex) -> complex" cmath::log_base(raises) ["cmath.log(2 + 1j, 2)", "cmath.log(2, 1)"];
        ["cmath.log10"] "(complex) -> complex" cmath::log10(raises) ["cmath.log10(2 + 1j)"];
        ["cmath.phase"] "(complex) -> float" cmath::phase(raises) ["cmath.phase(-1)", "cmath.phase(2 + 1j)"];
        ["cmath.polar"] "(complex) -> (float, float)" cmath::polar(raises) ["cmath.polar(2 + 1j)"];
        ["cmath.rect"] "(float, float) -> complex" cmath::rect(raises) ["cmath.rect(2, 1)", "cmath.rect(1, cmath.inf)"];
        ["cmath.sin"] "(complex) -> complex" cmath::sin(raises) ["cmath.sin(2 + 1j)"];
        ["cmath.sinh"] "(complex) -> complex" cmath::sinh(raises) ["cmath.sinh(2 + 1j)"];
        ["cmath.sqrt"] "(complex) -> complex" cmath::sqrt ["cmath.sqrt(-1)", "cmath.sqrt(complex(-1, -0.0))"];
        ["cmath.tan"] "(complex) -> complex" cmath::tan(raises) ["cmath.tan(2 + 1j)"];
        ["cmath.tanh"] "(complex) -> complex" cmath::tanh(raises) ["cmath.tanh(2 + 1j)"];
    }
}
