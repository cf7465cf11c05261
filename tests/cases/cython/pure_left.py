"""Functions that are left to the interpreter and use what is C's."""
import cython
from cython.cimports.libc.math import INFINITY, M_PI, NAN, ceil, fabs, fmax, fmin, isnan, rint, round, sqrt
from cython.cimports.libc.limits import INT_MAX

TURN = 2.0


def rotate(x: cython.double, y: cython.double, degrees: cython.double):
    from math import cos, sin
    t: cython.double = degrees * M_PI / 180
    return x * cos(t) - y * sin(t), x * sin(t) + y * cos(t)


def limits(k):
    lo = [INFINITY]
    return (lambda x: (fmin(x, lo[0]), fmax(x, -INFINITY), fabs(x), isnan(NAN), INT_MAX))(k)


def rounded(xs):
    for x in xs:
        yield round(x), rint(x), ceil(x)


def closed(k: cython.double):
    def inner(x):
        return sqrt(x) * k
    return inner(4.0)

# --- calls
rotate(1, 0, 90)
(limits(k) for k in (1.5, -2.0))
[*rounded([0.5, 1.5, 2.5, -0.5, -1.5, 2.4, -2.6, 1e300])]
closed(2.5)
