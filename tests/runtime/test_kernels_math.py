"""`math`, against the running CPython: every bit, every exception."""

import math

import pytest
from kernels import check
from operands import FLOATS, floats, generator, integers, random_float

ONE = [
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atanh",
    "cbrt",
    "cos",
    "cosh",
    "degrees",
    "erf",
    "erfc",
    "exp",
    "exp2",
    "expm1",
    "fabs",
    "gamma",
    "lgamma",
    "log",
    "log10",
    "log1p",
    "log2",
    "radians",
    "sin",
    "sinh",
    "sqrt",
    "tan",
    "tanh",
    "ulp",
]
TWO = ["atan2", "copysign", "fmod", "nextafter", "pow", "remainder"]


@pytest.mark.parametrize("name", ONE)
def test_one_number(name):
    check(f"math::{name}", ["f64"], "f64", floats(1, 20000, name), getattr(math, name))


@pytest.mark.parametrize("name", TWO)
def test_two_numbers(name):
    check(f"math::{name}", ["f64", "f64"], "f64", floats(2, 20000, name), getattr(math, name))


@pytest.mark.parametrize("name", ["floor", "ceil", "trunc"])
def test_to_integer(name):
    check(f"math::{name}", ["f64"], "i64", floats(1, 5000, name), getattr(math, name))


@pytest.mark.parametrize("name", ["isnan", "isinf", "isfinite"])
def test_predicate(name):
    check(f"math::{name}", ["f64"], "bool", floats(1, 1000), getattr(math, name))


@pytest.mark.parametrize("name, result", [("frexp", "(f64,i64)"), ("modf", "(f64,f64)")])
def test_parts(name, result):
    check(f"math::{name}", ["f64"], result, floats(1, 5000), getattr(math, name))


def test_ldexp():
    rng = generator("ldexp")
    calls = [(x, rng.choice([rng.randint(-2200, 2200), 2**40, -(2**40), 2**62])) for (x,) in floats(1, 20000)]
    check("math::ldexp", ["f64", "i64"], "f64", calls, math.ldexp)


def test_log_base():
    check("math::log_base", ["f64", "f64"], "f64", floats(2, 5000), math.log)


def close_pairs(count):
    """Operands of like magnitude, where the last bit is decided."""
    rng = generator("near")
    for _ in range(count):
        x = random_float(rng)
        yield x, x * rng.uniform(0.001, 1)


@pytest.mark.parametrize("arity", [1, 2, 3, 4])
def test_hypot(arity):
    check(f"math::hypot{arity}", ["f64"] * arity, "f64", floats(arity, 50000, "hypot"), math.hypot)


def test_hypot_of_like_magnitudes():
    check("math::hypot2", ["f64", "f64"], "f64", list(close_pairs(200000)), math.hypot)


def test_dist():
    def dist(a, b, c, d):
        return math.dist((a, b), (c, d))

    check("math::dist", ["f64"] * 4, "f64", floats(4, 20000), dist)


def test_fsum():
    def fsum(*values):
        return math.fsum(values)

    rng = generator("fsum")
    calls = floats(4, 50000)
    calls += [
        tuple(rng.choice([1, 2**-53, -(2**-53), 2**-106, 1e16, -1e16, 1e308]) for _ in range(4)) for _ in range(5000)
    ]
    check("math::fsum4", ["f64"] * 4, "f64", calls, fsum)


def test_isclose():
    def isclose(a, b, relative, absolute):
        return math.isclose(a, b, rel_tol=relative, abs_tol=absolute)

    rng = generator("isclose")
    calls = [
        (a, b, rng.choice([1e-9, 0.0, 0.5, 2.0, -1.0]), rng.choice([0.0, 1e-300, 1.0])) for a, b in floats(2, 5000)
    ]
    calls += [(a, a * 1.0000000005, 1e-9, 0.0) for a in FLOATS]
    check("math::isclose", ["f64"] * 4, "bool", calls, isclose)
    check("math::isclose_default", ["f64"] * 2, "bool", [call[:2] for call in calls], math.isclose)


def test_hypot_of_tiny_numbers():
    rng = generator("tiny")
    calls = [tuple(rng.randint(0, 2**52) * 5e-324 for _ in range(2)) for _ in range(20000)]
    check("math::hypot2", ["f64", "f64"], "f64", calls, math.hypot)


def bounded(function):
    """Arguments that only take time give an integer outside every width."""

    def oracle(n, *k):
        if n > 500 and (not k or 40 < k[0] < n - 40):
            return 1 << 64
        return function(n, *k)

    return oracle


@pytest.mark.parametrize("kernel, name, arity", [
    ("factorial", "factorial", 1), ("isqrt", "isqrt", 1), ("perm_all", "perm", 1), ("comb", "comb", 2),
    ("perm", "perm", 2), ("gcd", "gcd", 2), ("gcd3", "gcd", 3), ("lcm", "lcm", 2), ("lcm3", "lcm", 3),
])  # fmt: skip
def test_integers(kernel, name, arity):
    slow = name in ("factorial", "perm", "comb")
    oracle = getattr(math, name)
    calls = integers("i64", arity, 5000)
    calls += [tuple(n % 70 for n in call) for call in calls]
    if name == "perm" and arity == 2:
        calls = [(n, k) for n, k in calls if k < 10**6 or k > n]
    if slow and arity == 2:
        calls = [(n, k) for n, k in calls if n < 500 or min(k, n - k) < 40 or k > n]
    check(f"math::{kernel}", ["i64"] * arity, "i64", calls, bounded(oracle) if slow else oracle)


def test_isqrt_at_squares():
    calls = [(n * n + d,) for n in (3037000499, 3037000498, 94906265, 94906266, 2**26, 2**31) for d in (-1, 0, 1)]
    check("math::isqrt", ["i64"], "i64", calls, math.isqrt)
