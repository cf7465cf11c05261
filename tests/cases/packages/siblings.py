# Calls between modules that are compiled together.
import traceback

import numpy as np

import pyrx
import siblings_pkg.deep.inner
import siblings_pkg.linear
import siblings_pkg.linear as h
from siblings_pkg import linear, rescale, state
from siblings_pkg.exported import Point, add, cached, doubled, generator
from siblings_pkg.linear import (
    EPS,
    TWICE,
    clamp,
    fill,
    from_list,
    from_table,
    hyp,
    magnitude,
    near,
    power,
    quotient,
    refuse,
    scale as sc,
    total,
)
from siblings_pkg.one import even
from siblings_pkg.state import bump, under

try:
    from siblings_pkg.linear import nothing
except ImportError:
    nothing = None

try:
    from siblings_pkg.linear import scale as either
except ImportError:

    def either(x):  # level: any
        return x


def aliased(n: int) -> float:  # level: native
    s = 0.0
    for i in range(n):
        s += sc(i) + h.scale(i, 3.0) + linear.scale(i, k=1.5) + siblings_pkg.linear.scale(i)
    return s


def reexported(x: float) -> float:  # level: native
    return rescale(x, k=0.25)


def constants(x: float) -> float:  # level: native
    return x * EPS + TWICE + linear.N + siblings_pkg.linear.EPS


def untyped(x: float) -> float:  # level: native
    return hyp(x) + hyp(x, 1.5) + hyp(x, z=2.0) + hyp(y=1, x=x)


def clamped(x: int) -> int:  # level: native
    return clamp(x)


def transitive(x: float) -> float:  # level: native
    return siblings_pkg.deep.inner.again(x)


def sums(a: pyrx.float64[:]) -> float:  # level: native
    fill(a[1:], 2.0)
    return float(total(a) + total(a[::-2]))


def is_even(n: int) -> bool:  # level: native
    return even(n)


def powers(n: int) -> int:  # level: native
    return power(n)


def divided(a: int, b: int) -> int:  # level: native
    return quotient(a, b)


def refused(x: float) -> float:  # level: native
    return refuse(x)


def is_near(x: float) -> float:
    return near(x)


def none_given(n: int):  # level: any
    return hyp(None) if n else hyp("a", y="b")


def wrong_count(n: int):  # level: any
    return linear.clamp(n, n)


class Holder:
    def looped(self, n: int) -> float:
        s = 0.0
        for i in range(n):
            s += linear.scale(i)
        return s


def local_import(n: int) -> float:  # level: interpreted
    from siblings_pkg.linear import scale

    s = 0.0
    for i in range(n):
        s += scale(i)
    return s


def caught(x: float) -> float:
    try:
        return refuse(x)
    except ValueError:
        return -1.0


def exported(x: float) -> float:  # level: native
    return add(x, 1.0) + doubled(x)


def state_kept(n: int) -> int:  # level: interpreted
    s = 0
    for i in range(n):
        s = bump(s)
    return s


def rebound(n: int) -> int:  # level: any
    s = 0
    for i in range(n):
        s += under(i)
    return s


def decorated(n: int) -> int:  # level: any
    s = 0
    for i in range(n):
        s += cached(i)
    return s


def of_class(x: float) -> float:  # level: any
    s = 0.0
    for i in range(3):
        s += Point(x).norm()
    return s


def generated(n: int) -> int:  # level: any
    s = 0
    for i in generator(n):
        s += i
    return s


def tables(i: int) -> float:  # level: any
    s = 0.0
    for k in range(2):
        s += from_table(i) + from_list(i)
    return float(s)


def conditional(x: float) -> float:  # level: any
    s = 0.0
    for i in range(2):
        s += either(x)
    return s


def shadowed(x: float) -> float:  # level: native
    sc = x + 1.0
    return sc


def shadowing(linear: int) -> int:  # level: native
    return linear + 1


def abs(x):  # level: any
    return 100


def own_abs(x: float) -> float:  # level: any
    s = 0.0
    for i in range(2):
        s += magnitude(x)
    return s + abs(x)


def places(call, *args):  # level: any
    try:
        return call(*args)
    except Exception as error:
        entries = traceback.extract_tb(error.__traceback__)[1:]
        return type(error).__name__, str(error), [(e.filename.split("/")[-1], e.lineno, e.name) for e in entries]


def changed():  # level: any
    before = state.count
    first = bump(0)
    state.count = 100
    second = state_kept(1)
    state.count = before
    return first - before, second


# --- calls
(aliased(n) for n in [0, 1, 7])
reexported(2.5)
constants(3.0)
(untyped(x) for x in [0.0, -3.0, nan, inf])
(clamped(x) for x in [-5, 3, 2**40])
transitive(1.5)
sums(np.arange(5.0))
sums(np.arange(10.0)[::-2])
sums(np.arange(0.0))
(is_even(n) for n in [0, 1, 10, 11])
(powers(n) for n in [0, 5, 39, 40, 60])
(divided(a, b) for a, b in [(7, 2), (-7, 2), (7, 0)])
(refused(x) for x in [4.0, -1.0, nan])
(is_near(x) for x in [1.0, 20.0])
(none_given(n) for n in [0, 1])
wrong_count(1)
Holder().looped(3)
local_import(3)
places(is_near, 11.0)
places(none_given, 1)
(caught(x) for x in [4.0, -1.0])
exported(2.0)
state_kept(3)
rebound(30)
decorated(5)
of_class(-2.0)
generated(5)
tables(1)
tables(7)
conditional(1.0)
shadowed(1.0)
shadowing(1)
own_abs(-2.0)
places(divided, 1, 0)
places(refused, -1.0)
places(powers, -3)
places(tables, 5)
changed()
nothing
