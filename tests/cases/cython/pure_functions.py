"""Pure mode: cfunc, ccall, locals, returns, exceptval, inline, nogil, declare, cast, directives."""
import cython
from cython.cimports.libc.math import sqrt


@cython.cfunc
@cython.returns(cython.int)
@cython.locals(x=cython.int)
def square(x):
    return x * x


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def scale(x: cython.double, by: cython.double) -> cython.double:
    return x * by


@cython.cfunc
@cython.exceptval(-1)
def checked(x: cython.int) -> cython.int:
    if x < 0:
        raise ValueError("negative")
    return x


@cython.ccall
def twice(x: cython.long) -> cython.long:
    return x + x


@cython.locals(a=cython.int, b=cython.int, total=cython.long)
def with_locals(a, b):
    total = a
    total += b
    return total


def call_square(x):
    return square(x)


def call_scale(x: cython.double):
    return scale(x, 2.5), sqrt(x)


def call_checked(x: cython.int):
    return checked(x)


def declared(n):
    i: cython.int
    s: cython.double = 0
    for i in range(n):
        s += i * 0.5
    k = cython.declare(cython.int, 7)
    m = cython.declare(cython.uchar, 255)
    m += 1
    return s, k, m


def wraps(a: cython.int, b: cython.int):
    return a + b


def uchar_wraps(a: cython.uchar):
    a += 1
    return a


def casts(x: cython.double):
    return cython.cast(cython.int, x), cython.cast(cython.uchar, x), cython.cast(cython.float, x)


@cython.cdivision(True)
def c_divide(a: cython.int, b: cython.int):
    return a // b, a % b


@cython.boundscheck(False)
@cython.wraparound(False)
def total(a: cython.double[:]):
    i: cython.Py_ssize_t
    s: cython.double = 0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def is_compiled():
    return cython.compiled


def nogil_block(a: cython.double[::1]):
    i: cython.Py_ssize_t
    s: cython.double = 0
    with cython.nogil:
        for i in range(a.shape[0]):
            s += a[i]
    return s


def matrix(a: cython.int[:, :], b: cython.float[:, ::1]):
    return a[0, 1], b[1, 0], a.shape[0]


def python_int(x: int):
    return x * 2


def python_float(x: float):
    return x / 2


def bint(x: cython.bint):
    return x, not x

# --- calls
(call_square(x) for x in (3, 46341, "a"))
call_scale(4)
(call_checked(x) for x in (3, -2))
(twice(x) for x in (3, 2**62, 2**63))
(with_locals(a, b) for a in (1, 2**31 - 1) for b in (2, 1))
with_locals(2**31, 0)
(declared(n) for n in (0, 4))
wraps(2**31 - 1, 1)
(uchar_wraps(a) for a in (0, 255))
casts(65.7)
(c_divide(a, b) for a in (7, -7) for b in (2, -2))
total(f8(4))
is_compiled()
nogil_block(f8(4))
matrix(np.arange(4, dtype=np.intc).reshape(2, 2), f8(2, 2).astype("f4"))
(python_int(x) for x in (3, 2**70))
(python_float(x) for x in (3, 2.5))
(bint(x) for x in (True, False))
hasattr(module, "square")
total(f8(0))
