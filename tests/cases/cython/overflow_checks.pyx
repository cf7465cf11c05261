# cython: overflowcheck=True
"""overflowcheck=True: OverflowError instead of wrapping."""
cimport cython


def add_int(int a, int b):
    return a + b


def sub_int(int a, int b):
    return a - b


def mul_int(int a, int b):
    return a * b


def mul_long(long a, long b):
    return a * b


def add_unsigned(unsigned int a, unsigned int b):
    return a + b


def sub_unsigned(unsigned int a, unsigned int b):
    return a - b


def mul_size(size_t a, size_t b):
    return a * b


def shift(int a, int n):
    return a << n


def expression(int a, int b, int c):
    return a * b + c


@cython.overflowcheck(False)
def wraps(int a, int b):
    return a + b


@cython.overflowcheck.fold(False)
def unfolded(int a, int b, int c):
    return a * b + c


def product(int[:] a):
    cdef int p = 1
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        p = p * a[i]
    return p


def caught(long a, long b):
    try:
        return a * b
    except OverflowError:
        return -1


def with_literals(int a, unsigned int n):
    cdef long twice = a * 2
    return twice, a + 1, (a * 2) // 3, a << n


def in_place_literal(int a):
    a *= 2
    return a


def negated(int a, unsigned int u):
    return -a, u & -u, -u


def magnitude(int a, long b):
    return abs(a), abs(b)


@cython.overflowcheck(True)
def shifted_widths(int a, long b, int n):
    return a << n, b << n


@cython.overflowcheck(True)
def shifted_negative(int a, int n):
    return a << n


@cython.overflowcheck(True)
def shifted_long_long(long long a, char n):
    return (a << n) / -2

# --- calls
(add_int(a, b) for a in (1, 2**31 - 1, -(2**31)) for b in (1, -1))
(sub_int(a, b) for a in (1, 2**31 - 1, -(2**31)) for b in (1, -1))
(mul_int(a, b) for a in (1, 2**16, -(2**31)) for b in (2**15, 2**16, -1))
(mul_long(a, b) for a in (1, 2**32, -(2**63)) for b in (2**30, 2**31, -1))
(add_unsigned(a, b) for a in (1, 2**32 - 1) for b in (0, 1))
(sub_unsigned(a, b) for a in (1, 2**32 - 1) for b in (0, 1, 2))
(mul_size(a, b) for a in (1, 2**32) for b in (2**31, 2**32))
(shift(a, n) for a in (1, 3) for n in (0, 30, 31))
(expression(a, b, c) for a in (3, 2**16) for b in (4, 2**15) for c in (-5, 1))
wraps(2**31 - 1, 1)
(unfolded(a, b, c) for a in (3, 2**16) for b in (4, 2**15) for c in (-5, 1))
product(np.array([2, 3, 4], np.intc))
product(np.array([2**20, 2**20], np.intc))
(caught(a, b) for a in (3, 2**62) for b in (2, 4))
(with_literals(a, n) for a in (2**30, 2**31 - 1, -2**31, 5) for n in (0, 1))
in_place_literal(2**30)
(negated(a, u) for a in (-2**31, 3) for u in (0, 12))
(magnitude(a, b) for a in (-2**31, -3) for b in (-2**63, 4))
shifted_widths(-3, -3, 2)
shifted_negative(-3, 2)
shifted_negative(3, 2)
shifted_long_long(-9, 5)
shifted_long_long(9, 5)
