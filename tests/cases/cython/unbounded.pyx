"""Untyped locals that take part in arithmetic hold integers of Python's, whatever is assigned to them."""


def of_ints(int x, int y):
    s = x
    return s * y


def of_long(long x):
    s = x
    t = s + x
    return t, s * s


def lengths(double[:] v):
    n = v.shape[0]
    total = n * n
    m = n
    return total, m


def of_unsigned(unsigned long u):
    s = u
    return s + 1, s


def counted(int n):
    k = 0
    for i in range(n):
        k += i * i
    return k


def after_loop(int n):
    for i in range(n):
        j = i + 1
    return i, j


def negated(int x):
    s = x
    s = -s
    return s


def bits(unsigned char x, short y):
    s = x
    t = y
    u = s & t
    v = s | 1
    return u, v


def into_view(int n, double[:] out):
    for k in range(n):
        out[k + 1] = k
        out[k] = k * 0.5
    return k


def with_float(int x, float y):
    s = x
    z = s * y
    return z


cdef int helper(int q) noexcept:
    return q


def of_calls(int x):
    s = helper(x)
    r = s + s
    return helper(s), r


def into_int(long x):
    s = x
    cdef int t = s
    return t + s * 2


def absolute(int x):
    s = abs(x)
    return s

# --- calls
of_ints(2**30, 2**30)
of_long(2**62)
of_long(2**40)
lengths(f8(3))
of_unsigned(2**64 - 1)
of_unsigned(3)
(counted(n) for n in (0, 3, 100000))
after_loop(4)
negated(-2**31)
bits(200, 77)
into_view(3, f8(5))
with_float(3, 2.5)
(of_calls(x) for x in (3, 2**30 + 5))
(into_int(x) for x in (3, 2**33))
absolute(-2**31)
(with_float(3, x) for x in [nan, inf, -0.0])
