"""Arithmetic under Python's rules, against CPython: every bit, every exception."""

import math
import operator

import pytest
from kernels import INTEGERS, check
from operands import complexes, floats, integers

ARITHMETIC = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "floordiv": operator.floordiv,
    "rem": operator.mod,
}


@pytest.mark.parametrize("kind", INTEGERS)
@pytest.mark.parametrize("name", ARITHMETIC)
def test_int(name, kind):
    check(f"int::{name}.{kind}", [kind, kind], kind, integers(kind, 2, 1000), ARITHMETIC[name])


@pytest.mark.parametrize("kind", INTEGERS)
def test_int_divmod(kind):
    check(f"int::divmod.{kind}", [kind, kind], f"({kind},{kind})", integers(kind, 2, 1000), divmod)


@pytest.mark.parametrize("kind", INTEGERS)
def test_int_truediv(kind):
    check(f"int::truediv.{kind}", [kind, kind], "f64", integers(kind, 2, 5000), operator.truediv)


@pytest.mark.parametrize("kind", INTEGERS)
@pytest.mark.parametrize("name, oracle", [("neg", operator.neg), ("abs", abs), ("invert", operator.invert)])
def test_int_unary(name, oracle, kind):
    check(f"int::{name}.{kind}", [kind], kind, integers(kind, 1, 1000), oracle)


def power(a, b):
    if b > 2000:  # only the width matters
        b = 2000 + b % 2
    return a**b


@pytest.mark.parametrize("kind", INTEGERS)
def test_int_pow(kind):
    check(f"int::pow.{kind}", [kind, kind], kind, integers(kind, 2, 1000), power)


def lshift(a, b):
    return a << min(b, 100)


@pytest.mark.parametrize("kind", INTEGERS)
@pytest.mark.parametrize("name, oracle", [("shl", lshift), ("shr", operator.rshift)])
def test_int_shift(name, oracle, kind):
    check(f"int::{name}.{kind}", [kind, kind], kind, integers(kind, 2, 1000), oracle)


def test_int_pow_mod():
    check("int::pow_mod", ["i64"] * 3, "i64", integers("i64", 3, 5000), pow)


def real_power(a, b):
    if -math.inf < a < 0 and math.isfinite(b) and b % 1 != 0:
        return 1j  # complex in Python, where CPython may also overflow
    return a**b


@pytest.mark.parametrize(
    "name, oracle",
    [
        ("div", operator.truediv),
        ("floordiv", operator.floordiv),
        ("rem", operator.mod),
        ("pow", real_power),
    ],
)
def test_float(name, oracle):
    check(f"float::{name}", ["f64", "f64"], "f64", floats(2, 20000), oracle)


def test_float_divmod():
    check("float::divmod", ["f64", "f64"], "(f64,f64)", floats(2, 20000), divmod)


@pytest.mark.parametrize("exponent", [2.0, 0.5])
def test_float_short_cut_powers(exponent):
    calls = [(x, exponent) for (x,) in floats(1, 200000, "powers")]
    check("float::pow", ["f64", "f64"], "f64", calls, real_power)


@pytest.mark.parametrize("name, oracle", [("mul", operator.mul), ("div", operator.truediv), ("pow", operator.pow)])
def test_complex(name, oracle):
    check(f"complex::{name}", ["c128", "c128"], "c128", complexes(2, 10000), oracle)


def test_complex_abs():
    check("complex::abs", ["c128"], "f64", complexes(1, 5000), abs)


def test_round():
    check("round::round_float", ["f64"], "i64", floats(1, 5000), round)


def test_round_digits():
    digits = [-400, -309, -308, -307, -23, -22, -17, -5, -2, -1, 0, 1, 2, 3, 5, 10, 15, 16, 22, 300, 323, 324]
    calls = [(x, n) for (x,) in floats(1, 2000) for n in digits]
    calls += [(n / 8, k) for n in range(-400, 400) for k in range(4)]
    calls += [(n / 1000, k) for n in range(0, 4000, 5) for k in range(4)]
    calls += [(n * 5.0, -k) for n in range(-400, 400) for k in range(4)]
    check("round::round_float_digits", ["f64", "i64"], "f64", calls, round)


def test_round_int():
    check("round::round_int", ["i64", "i64"], "i64", integers("i64", 2, 2000), lambda x, n: round(x, max(n, -50)))


def test_float_to_int():
    check("conv::float_to_int", ["f64"], "i64", floats(1, 5000), int)


@pytest.mark.parametrize("kind", INTEGERS)
def test_int_float_comparison(kind):
    def order(a, b):
        return 2 if math.isnan(b) else (a > b) - (a < b)

    near = [(n, float(n) + d) for (n,) in integers(kind, 1, 500) for d in (-1024, -1, 0, 1, 1024)]
    calls = [(n, x) for (n,) in integers(kind, 1, 0) for (x,) in floats(1, 0)] + near
    check(f"cmp::int_float.{kind}", [kind, "f64"], "i8", calls, order)


@pytest.mark.parametrize("kind", INTEGERS)
def test_exact_float(kind):
    def exact(n):
        if float(n) != n:
            raise OverflowError("integer too large for a float to hold exactly")
        return float(n)

    check(f"conv::exact_float.{kind}", [kind], "f64", integers(kind, 1, 2000), exact)
    check(f"conv::int_to_float.{kind}", [kind], "f64", integers(kind, 1, 2000), float)
