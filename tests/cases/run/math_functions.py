"""The whole of `math` on special values, bit for bit."""

import math
from math import floor, sqrt


def sqrt_(x: float):
    return math.sqrt(x)


def exp_(x: float):
    return math.exp(x)


def exp2_(x: float):
    return math.exp2(x)


def expm1_(x: float):
    return math.expm1(x)


def log_(x: float):
    return math.log(x)


def log_base(x: float, base: float):
    return math.log(x, base)


def log1p_(x: float):
    return math.log1p(x)


def log2_(x: float):
    return math.log2(x)


def log10_(x: float):
    return math.log10(x)


def sin_(x: float):
    return math.sin(x)


def cos_(x: float):
    return math.cos(x)


def tan_(x: float):
    return math.tan(x)


def asin_(x: float):
    return math.asin(x)


def acos_(x: float):
    return math.acos(x)


def atan_(x: float):
    return math.atan(x)


def atan2_(y: float, x: float):
    return math.atan2(y, x)


def sinh_(x: float):
    return math.sinh(x)


def cosh_(x: float):
    return math.cosh(x)


def tanh_(x: float):
    return math.tanh(x)


def asinh_(x: float):
    return math.asinh(x)


def acosh_(x: float):
    return math.acosh(x)


def atanh_(x: float):
    return math.atanh(x)


def cbrt_(x: float):
    return math.cbrt(x)


def erf_(x: float):
    return math.erf(x), math.erfc(x)


def gamma_(x: float):
    return math.gamma(x)


def lgamma_(x: float):
    return math.lgamma(x)


def floor_(x: float):
    return math.floor(x)


def ceil_(x: float):
    return math.ceil(x)


def trunc_(x: float):
    return math.trunc(x)


def fabs_(x: float):
    return math.fabs(x)


def pow_(x: float, y: float):
    return math.pow(x, y)


def fmod_(x: float, y: float):
    return math.fmod(x, y)


def remainder_(x: float, y: float):
    return math.remainder(x, y)


def copysign_(x: float, y: float):
    return math.copysign(x, y)


def nextafter_(x: float, y: float):
    return math.nextafter(x, y)


def hypot_(x: float, y: float):
    return math.hypot(x, y)


def hypot_three(x: float, y: float, z: float):  # level: interpreted
    return math.hypot(x, y, z), math.hypot(x), math.hypot()


def frexp_(x: float):
    return math.frexp(x)


def ldexp_(x: float, n: int):
    return math.ldexp(x, n)


def modf_(x: float):
    return math.modf(x)


def ulp_(x: float):
    return math.ulp(x)


def degrees_(x: float):
    return math.degrees(x), math.radians(x)


def kinds(x: float):
    return math.isnan(x), math.isinf(x), math.isfinite(x)


def isclose_(a: float, b: float):
    return math.isclose(a, b), math.isclose(a, b, rel_tol=0.1), math.isclose(a, b, rel_tol=0.0, abs_tol=0.5)


def gcd_(a: int, b: int):
    return math.gcd(a, b)


def gcd_many(a: int, b: int, c: int):  # level: mixed
    return math.gcd(a, b, c), math.gcd(a), math.gcd()


def lcm_(a: int, b: int):
    return math.lcm(a, b)


def factorial_(n: int):
    return math.factorial(n)


def comb_(n: int, k: int):
    return math.comb(n, k)


def perm_(n: int, k: int):
    return math.perm(n, k)


def isqrt_(n: int):
    return math.isqrt(n)


def of_integer(n: int):
    return math.sqrt(n), math.floor(n), math.ceil(n), math.trunc(n), math.sin(n)


def prod_(xs: list[float]):  # level: any
    return math.prod(xs)


def fsum_(xs: list[float]):  # level: any
    return math.fsum(xs)


def dist_(p: list[float], q: list[float]):  # level: any
    return math.dist(p, q)


def constants():
    return math.pi, math.e, math.tau, math.inf, math.nan


def imported_names(x: float):
    return sqrt(x) + floor(x)


def wrong_type(s: str):  # level: any
    return math.sqrt(s)


def line_of_error(x: float):
    y = x + 1.0
    z = math.log(y)
    return z


def caught(x: float):
    try:
        return math.sqrt(x)
    except ValueError:
        return -1.0


# --- calls
(sqrt_(x) for x in FLOATS)
(exp_(x) for x in (*FLOATS, 709.0, 710.0, -745.0, -746.0))
(exp2_(x) for x in (*FLOATS, 1023.0, 1024.0, -1074.0))
(expm1_(x) for x in (*FLOATS, 710.0, 1e-10))
(log_(x) for x in FLOATS)
(log_base(x, base) for x in (0.0, 1.0, 8.0, -1.0, inf, nan) for base in (2.0, 10.0, 1.0, 0.0, -1.0, inf))
(log1p_(x) for x in (*FLOATS, -0.9999, 1e-10))
(log2_(x) for x in (*FLOATS, 8.0, 1024.0))
(log10_(x) for x in (*FLOATS, 1000.0))
(sin_(x) for x in (*FLOATS, 1e22))
(cos_(x) for x in (*FLOATS, 1e22))
(tan_(x) for x in (*FLOATS, math.pi / 2))
(asin_(x) for x in FLOATS)
(acos_(x) for x in FLOATS)
(atan_(x) for x in FLOATS)
(atan2_(y, x) for y in FEW_FLOATS for x in FEW_FLOATS)
(sinh_(x) for x in (*FLOATS, 711.0))
(cosh_(x) for x in (*FLOATS, 711.0))
(tanh_(x) for x in FLOATS)
(asinh_(x) for x in FLOATS)
(acosh_(x) for x in FLOATS)
(atanh_(x) for x in FLOATS)
(cbrt_(x) for x in (*FLOATS, 27.0, -8.0))
(erf_(x) for x in FLOATS)
(gamma_(x) for x in (*FLOATS, 5.0, 171.0, 172.0, -3.0, 1e-310))
(lgamma_(x) for x in (*FLOATS, 5.0, -3.0, 1e305))
(floor_(x) for x in FLOATS)
(ceil_(x) for x in FLOATS)
(trunc_(x) for x in FLOATS)
(fabs_(x) for x in FLOATS)
(pow_(x, y) for x in FLOATS for y in (0.0, -0.0, 1.0, -1.0, 2.0, 0.5, 3.0, inf, -inf, nan, 1e10))
(fmod_(x, y) for x in FLOATS for y in (0.0, 1.0, -2.5, inf, nan))
(remainder_(x, y) for x in FLOATS for y in (0.0, 1.0, -2.5, inf, nan))
(copysign_(x, y) for x in FEW_FLOATS for y in (0.0, -0.0, -nan, nan, -3.0))
(nextafter_(x, y) for x in FEW_FLOATS for y in (0.0, inf, -inf, nan))
(hypot_(x, y) for x in FLOATS for y in (0.0, -0.0, 1.0, 3.7, inf, nan, 1e300, 1e-320))
hypot_three(1.0, 2.0, 3.0)
hypot_three(1e300, 1e300, -1e300)
hypot_three(nan, inf, 0.0)
(frexp_(x) for x in FLOATS)
(ldexp_(x, n) for x in FEW_FLOATS for n in (0, 1, -1, 1023, 1025, -1080, 2**40, -(2**40), 10**30))
(modf_(x) for x in FLOATS)
(ulp_(x) for x in FLOATS)
(degrees_(x) for x in FLOATS)
(kinds(x) for x in FLOATS)
(isclose_(a, b) for a in FEW_FLOATS for b in (0.0, 1.0, 1.05, inf, nan))
(gcd_(a, b) for a in (0, 12, -18, 2**62, -(2**63), 10**30) for b in (0, 18, -(2**63), 7))
gcd_many(12, 18, 27)
(lcm_(a, b) for a in (0, 4, -6, 2**40) for b in (0, 6, 2**40 + 1))
(factorial_(n) for n in (0, 1, 5, 20, 21, 30, -1))
(comb_(n, k) for n in (0, 5, 60, 70, -1) for k in (0, 2, 30, 80, -1))
(perm_(n, k) for n in (0, 5, 25, -1) for k in (0, 2, 25, 30, -1))
(isqrt_(n) for n in (0, 1, 15, 16, 2**62, 2**63 - 1, 10**40, -1))
(of_integer(n) for n in (0, 2, 2**53 + 1, 2**63 - 1, 10**30))
of_integer(-1)
(prod_(xs) for xs in ([], [1.5, 2.0], [nan, 0.0]))
(fsum_(xs) for xs in ([], [0.1] * 10, [1e16, 1.0, -1e16], [inf, -inf]))
dist_([1.0, 2.0], [4.0, 6.0])
dist_([1.0], [4.0, 6.0])
constants()
(imported_names(x) for x in (0.0, 2.25, 7.9))
wrong_type("x")
(line_of_error(x) for x in (0.0, -1.0, -2.0))
(caught(x) for x in (4.0, -4.0))
sqrt_(4)  # deviation: 1 -> 2.0
sqrt_("4")  # refused: TypeError 'x'
