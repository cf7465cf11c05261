"""`cmath`, against the running CPython: every bit, every exception."""

import cmath
import math

import pytest
from kernels import check
from operands import complexes, floats, generator

COMPLEX = [
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atanh",
    "cos",
    "cosh",
    "exp",
    "log",
    "log10",
    "sin",
    "sinh",
    "sqrt",
    "tan",
    "tanh",
]


def edges():
    """Poles, branch cuts, large and tiny numbers, each with every sign."""
    few = [0.0, 1.0, 0.5, 2.0, 1e-310, 1e-160, 1e-8, 1.0000000000000002, 0.7, 1.5, 100.0, 709.0, 710.0, 711.0, 1e154]
    few += [1e200, 4e307, 1e308, math.inf, math.nan]
    few += [-x for x in few]
    return [(complex(re, im),) for re in few for im in few]


def near_unit_circle(count):
    rng = generator("circle")
    return [(cmath.rect(1 + rng.gauss(0, 1e-3), rng.uniform(-4, 4)),) for _ in range(count)]


@pytest.mark.parametrize("name", COMPLEX)
def test_one_number(name):
    calls = edges() + complexes(1, 20000, name) + near_unit_circle(5000)
    check(f"cmath::{name}", ["c128"], "c128", calls, getattr(cmath, name))


@pytest.mark.parametrize("name, result", [("phase", "f64"), ("polar", "(f64,f64)")])
def test_polar(name, result):
    check(f"cmath::{name}", ["c128"], result, edges() + complexes(1, 5000), getattr(cmath, name))


def test_rect():
    check("cmath::rect", ["f64", "f64"], "c128", floats(2, 5000), cmath.rect)


def test_log_base():
    check("cmath::log_base", ["c128", "c128"], "c128", complexes(2, 3000), cmath.log)


@pytest.mark.parametrize("name", ["isnan", "isinf", "isfinite"])
def test_predicates(name):
    check(f"cmath::{name}", ["c128"], "bool", edges(), getattr(cmath, name))


def test_isclose():
    def isclose(a, b, relative, absolute):
        return cmath.isclose(a, b, rel_tol=relative, abs_tol=absolute)

    rng = generator("isclose")
    calls = [(a, b, rng.choice([1e-9, 0.0, 0.5, -1.0]), rng.choice([0.0, 1.0])) for a, b in complexes(2, 1000)]
    calls += [(a, a * (1 + 5e-10), 1e-9, 0.0) for (a,) in complexes(1, 1000)]
    check("cmath::isclose", ["c128", "c128", "f64", "f64"], "bool", calls, isclose)
    check("cmath::isclose_default", ["c128", "c128"], "bool", [call[:2] for call in calls], cmath.isclose)
