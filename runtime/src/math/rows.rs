//! Catalogue rows of `math`.

use crate::catalogue::{Row, table};

table! {
    Call {
        ["math.acos"] "(float) -> float" math::acos(raises) ["math.acos(0.5)", "math.acos(2.0)"];
        ["math.acosh"] "(float) -> float" math::acosh(raises) ["math.acosh(1.5)", "math.acosh(0.5)"];
        ["math.asin"] "(float) -> float" math::asin(raises) ["math.asin(0.5)", "math.asin(2.0)"];
        ["math.asinh"] "(float) -> float" math::asinh ["math.asinh(0.5)"];
        ["math.atan"] "(float) -> float" math::atan ["math.atan(-0.0)"];
        ["math.atan2"] "(float, float) -> float" math::atan2 ["math.atan2(-0.0, -1.0)"];
        ["math.atanh"] "(float) -> float" math::atanh(raises) ["math.atanh(0.5)", "math.atanh(1.0)"];
        ["math.cbrt"] "(float) -> float" math::cbrt ["math.cbrt(2.0)"];
        ["math.ceil"] "(int) -> int" math::whole ["math.ceil(3)"];
        ["math.ceil"] "(float) -> int" math::ceil(raises) ["math.ceil(2.5)", "math.ceil(1e300)", "math.ceil(math.nan)"];
        ["math.comb"] "(int, int) -> int" math::comb(raises) ["math.comb(10, 3)", "math.comb(-1, 2)"];
        ["math.copysign"] "(float, float) -> float" math::copysign ["math.copysign(1.0, -0.0)"];
        ["math.cos"] "(float) -> float" math::cos(raises) ["math.cos(1.0)", "math.cos(math.inf)"];
        ["math.cosh"] "(float) -> float" math::cosh(raises) ["math.cosh(1.0)", "math.cosh(1000.0)"];
        ["math.degrees"] "(float) -> float" math::degrees ["math.degrees(1.0)"];
        ["math.erf"] "(float) -> float" math::erf ["math.erf(0.5)"];
        ["math.erfc"] "(float) -> float" math::erfc ["math.erfc(0.5)"];
        ["math.exp"] "(float) -> float" math::exp(raises) ["math.exp(1.0)", "math.exp(1000.0)"];
        ["math.exp2"] "(float) -> float" math::exp2(raises) ["math.exp2(0.5)", "math.exp2(2000.0)"];
        ["math.expm1"] "(float) -> float" math::expm1(raises) ["math.expm1(1e-9)"];
        ["math.fabs"] "(float) -> float" math::fabs ["math.fabs(-0.0)"];
        ["math.factorial"] "(int) -> int" math::factorial(raises) ["math.factorial(20)", "math.factorial(-1)"];
        ["math.floor"] "(int) -> int" math::whole ["math.floor(3)"];
        ["math.floor"] "(float) -> int" math::floor(raises) ["math.floor(-2.5)", "math.floor(math.inf)"];
        ["math.fmod"] "(float, float) -> float" math::fmod(raises) ["math.fmod(-7.5, 2.0)", "math.fmod(1.0, 0.0)"];
        ["math.frexp"] "(float) -> (float, int)" math::frexp ["math.frexp(10.0)"];
        ["math.gamma"] "(float) -> float" math::gamma(raises) ["math.gamma(0.5)", "math.gamma(-1.0)"];
        ["math.gcd"] "(int) -> int" math::gcd1(raises) ["math.gcd(-4)"];
        ["math.gcd"] "(int, int) -> int" math::gcd(raises) ["math.gcd(12, -18)"];
        ["math.gcd"] "(int, int, int) -> int" math::gcd3(raises) ["math.gcd(12, 18, 27)"];
        ["math.hypot"] "(float) -> float" math::hypot1 ["math.hypot(-3.0)"];
        ["math.hypot"] "(float, float) -> float" math::hypot2 ["math.hypot(3.0, 4.0)"];
        ["math.hypot"] "(float, float, float) -> float" math::hypot3 ["math.hypot(1.0, 2.0, 2.0)"];
        ["math.hypot"] "(float, float, float, float) -> float" math::hypot4 ["math.hypot(1.0, 1.0, 1.0, 1.0)"];
        ["math.isclose"] "(float, float) -> bool" math::isclose_default ["math.isclose(1.0, 1.0 + 1e-10)"];
        ["math.isclose"] "(float, float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool" math::isclose(raises)
            ["math.isclose(1.0, 1.1, rel_tol=0.5)", "math.isclose(1.0, 2.0, abs_tol=-1.0)"];
        ["math.isfinite"] "(float) -> bool" math::isfinite ["math.isfinite(math.inf)"];
        ["math.isinf"] "(float) -> bool" math::isinf ["math.isinf(-math.inf)"];
        ["math.isnan"] "(float) -> bool" math::isnan ["math.isnan(math.nan)"];
        ["math.isqrt"] "(int) -> int" math::isqrt(raises) ["math.isqrt(99)", "math.isqrt(-1)"];
        ["math.lcm"] "(int) -> int" math::gcd1(raises) ["math.lcm(-4)"];
        ["math.lcm"] "(int, int) -> int" math::lcm(raises) ["math.lcm(4, 6)"];
        ["math.lcm"] "(int, int, int) -> int" math::lcm3(raises) ["math.lcm(4, 6, 10)"];
        ["math.ldexp"] "(float, int) -> float" math::ldexp(raises) ["math.ldexp(0.5, 10)", "math.ldexp(1.0, 5000)"];
        ["math.lgamma"] "(float) -> float" math::lgamma(raises) ["math.lgamma(0.5)", "math.lgamma(0.0)"];
        ["math.log"] "(float) -> float" math::log(raises) ["math.log(2.0)", "math.log(0)", "math.log(10)"];
        ["math.log"] "(float, float) -> float" math::log_base(raises) ["math.log(8, 2)", "math.log(2.0, 1.0)"];
        ["math.log10"] "(float) -> float" math::log10(raises) ["math.log10(1000)", "math.log10(-1.0)"];
        ["math.log1p"] "(float) -> float" math::log1p(raises) ["math.log1p(1e-9)", "math.log1p(-1.0)"];
        ["math.log2"] "(float) -> float" math::log2(raises) ["math.log2(8)", "math.log2(0.0)"];
        ["math.modf"] "(float) -> (float, float)" math::modf ["math.modf(-2.5)"];
        ["math.nextafter"] "(float, float) -> float" math::nextafter ["math.nextafter(1.0, 2.0)"];
        ["math.perm"] "(int) -> int" math::perm_all(raises) ["math.perm(5)"];
        ["math.perm"] "(int, int) -> int" math::perm(raises) ["math.perm(10, 3)", "math.perm(2, -1)"];
        ["math.pow"] "(float, float) -> float" math::pow(raises) ["math.pow(2, 0.5)", "math.pow(0.0, -1.0)", "math.pow(10.0, 400.0)"];
        ["math.radians"] "(float) -> float" math::radians ["math.radians(90.0)"];
        ["math.remainder"] "(float, float) -> float" math::remainder(raises) ["math.remainder(7.5, 2.0)"];
        ["math.sin"] "(float) -> float" math::sin(raises) ["math.sin(1.0)", "math.sin(math.inf)"];
        ["math.sinh"] "(float) -> float" math::sinh(raises) ["math.sinh(1.0)", "math.sinh(1000.0)"];
        ["math.sqrt"] "(float) -> float" math::sqrt(raises) ["math.sqrt(2.0)", "math.sqrt(-0.0)", "math.sqrt(-1.0)"];
        ["math.tan"] "(float) -> float" math::tan(raises) ["math.tan(1.0)"];
        ["math.tanh"] "(float) -> float" math::tanh ["math.tanh(0.5)"];
        ["math.trunc"] "(int) -> int" math::whole ["math.trunc(3)"];
        ["math.trunc"] "(float) -> int" math::trunc(raises) ["math.trunc(-2.5)"];
        ["math.ulp"] "(float) -> float" math::ulp ["math.ulp(1.0)"];
    }
}

/// Functions of sequences; kernels `math::fsum`, `math::dist`, `math::prod_int`, `math::prod_float`.
pub const SPECIAL: &[Row] = &[
    Row::special(&["math.fsum"], &["math.fsum([0.1] * 10)"]),
    Row::special(&["math.dist"], &["math.dist((1.0, 2.0), (4.0, 6.0))"]),
    Row::special(&["math.prod"], &["math.prod([1, 2, 3])", "math.prod([0.5, 2.0])"]),
    Row::special(&["math.sumprod"], &[]),
];
