# cython: cdivision=True
"""Division under cdivision=True: C's rules, no checks, `/` of integers is C's."""
cimport cython


def floordiv(int a, int b):
    return a // b, a % b


def slash(int a, int b):
    return a / b


def slash_long(long a, int b):
    return a / b


def slash_unsigned(unsigned int a, int b):
    return a / b


def slash_mixed(int a, double b):
    return a / b, b / a


def doubles(double a, double b):
    return a / b, a // b, a % b


def to_int(int a, int b):
    cdef int c = a / b
    return c


def average(int a, int b):
    return (a + b) / 2


def average_float(int a, int b):
    return (a + b) / 2.0


def cast_first(int a, int b):
    return <double>a / b


def inplace(int a, int b):
    a /= b
    return a


def inplace_double(double a, int b):
    a /= b
    return a


@cython.cdivision(False)
def python_again(int a, int b):
    return a // b, a % b, a / b


def block(int a, int b):
    with cython.cdivision(False):
        x = a // b
    return x, a // b


def by_object(x, int b):
    return x // b, x % b, x / b


def unsigned_ok(unsigned long a, unsigned long b):
    return a // b, a % b, a / b


def midpoints(long[:] a):
    cdef Py_ssize_t lo = 0, hi = a.shape[0], mid
    out = []
    while lo < hi:
        mid = (lo + hi) / 2
        out.append(mid)
        lo = mid + 1
    return out

# --- calls
(floordiv(a, b) for a in (7, -7, 0, 2**31 - 1) for b in (1, 2, -2, 7))
(slash(a, b) for a in (7, -7, 0) for b in (2, -2, 3))
(slash_long(a, b) for a in (2**40, -7) for b in (3, -2))
(slash_unsigned(a, b) for a in (7, 2**32 - 1) for b in (2, -2))
(slash_mixed(a, b) for a in (7, -7) for b in (2.0, 0.5))
(doubles(a, b) for a in (7.5, -7.5, 1.0, 0.0) for b in (2.0, -2.0, inf, 0.0))
(to_int(a, b) for a in (7, -7) for b in (2, -2))
(average(a, b) for a in (1, -4) for b in (2, 1))
(average_float(a, b) for a in (1, -4) for b in (2, 1))
(cast_first(a, b) for a in (1, -4) for b in (2, 3, 0))
(inplace(a, b) for a in (7, -7) for b in (2, 3))
(inplace_double(a, b) for a in (7.0, -7.5) for b in (2, 0))
(python_again(a, b) for a in (7, -7) for b in (2, -2, 0))
(block(a, b) for a in (7, -7) for b in (2, -2))
(by_object(x, b) for x in (7, -7, 7.5) for b in (2, -2))
by_object(7, 0)
(unsigned_ok(a, b) for a in (7, 2**64 - 1) for b in (2, 10))
midpoints(i8(5))
