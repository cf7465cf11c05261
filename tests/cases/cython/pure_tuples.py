"""C's tuples in pure mode, and annotations of what stars collect."""
import cython


def argument(t: tuple[cython.double, cython.int]):
    return t[0] * t[1], t


def local(x):
    t: tuple[cython.double, cython.schar] = x
    return t[0] + 1, t


def viewed(x):
    a: cython.double[:] = x
    return a[0], a.shape[0]


@cython.cfunc
def minmax(a: cython.double[:]) -> (cython.double, cython.double):
    lo: cython.double = a[0]
    hi: cython.double = a[0]
    i: cython.Py_ssize_t
    for i in range(a.shape[0]):
        lo = min(lo, a[i])
        hi = max(hi, a[i])
    return lo, hi


def span(a: cython.double[:]):
    lo, hi = minmax(a)
    return hi - lo, minmax(a)


@cython.ccall
@cython.returns((cython.int, cython.int))
@cython.locals(a=cython.int, b=cython.int)
def quotient(a, b):
    return a // b, a % b


def nested(n: cython.double):
    t: tuple[tuple[cython.double, cython.double], cython.int] = ((n, n + 1), 3)
    return t[0][1], t


def star(*args: cython.double, **kw: cython.int):
    s: cython.double = 0
    for x in args:
        s += x
    return s, args, kw

# --- calls
(argument(t) for t in ((2.5, 3), (2, 3), [2, 3], (1, 2, 3), ("a", 1), (1, "a"), (1, 2**31), (1, 2**70)))
(argument(t) for t in (None, 5, b"ab", {}, "ab"))
(local(t) for t in ((2.5, 3), [1, 127], (1, 128), (1, -129), (1,), None, "ab"))
viewed(f8(3))
viewed(f4(3))
span(f8(4))
span(f8(0))
(quotient(a, b) for a in (7, -7) for b in (2, -2))
nested(1.5)
star(1, 2.5, a=1)
star(b="y")
star("x")
