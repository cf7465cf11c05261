"""Pure mode: names of C's modules through cython.cimports, declared locals of untyped functions, casts and sizes."""
import cython
from cython.cimports.libc import math as cmath
from cython.cimports.libc.math import M_PI, floor, pow as power, sqrt


def roots(x: cython.double, y: cython.double):
    return sqrt(x), floor(y), power(x, y), M_PI


def through_module(x: cython.double):
    return cmath.cos(x) + cmath.fabs(x)


@cython.cfunc
@cython.exceptval(check=False)
def norm(x: cython.double, y: cython.double) -> cython.double:
    return sqrt(x * x + y * y)


def called(x, y):
    r: cython.double = norm(x, y)
    return r


def wrapping(items):
    total: cython.uchar = 0
    count = cython.declare(cython.short, 32767)
    for item in items:
        total += item
        count += 1
    return total, count


def counted(n):
    i: cython.int
    s: cython.double = 0
    for i in range(n):
        s += i * 0.5
    return s


def casts(x: cython.double, n):
    return (cython.cast(cython.int, x), cython.cast(cython.uchar, n), cython.cast(cython.float, x),
            cython.cast(cython.longlong, x) // 2)


def sizes(x: cython.int):
    y: cython.double = 1
    return cython.sizeof(cython.int), cython.sizeof(x), cython.sizeof(y), cython.sizeof(cython.longlong)

# --- calls
(roots(x, y) for x in (0.0, 2.0, 9.0) for y in (0.5, -1.5))
roots("a", 1)
(through_module(x) for x in (0.0, -1.5, inf, nan))
(called(x, y) for x in (3, -0.5) for y in (4, 0))
called("a", 1)
wrapping([])
wrapping([200, 100])
wrapping([2.5])
(counted(n) for n in (0, 4))
counted(2.5)
casts(65.7, 300)
casts(-3.5, -1)
casts(1e10 / 3, 0)
sizes(3)
(roots(x, 1.0) for x in [nan, inf, -0.0])
