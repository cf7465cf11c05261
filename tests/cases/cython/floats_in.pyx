"""Python objects to C floats and back: double, float, long double, and what is refused."""


def as_double(double x):
    return x


def as_float(float x):
    return x


def float_local(x):
    cdef float y = x
    return y


def float_sum(float a, float b):
    return a + b


def float_times_int(float a, int b):
    return a * b


def float_plus_literal(float a):
    return a + 0.1


def float_store(double x):
    cdef float f = x
    cdef double d = f
    return d


def double_from_int(int n):
    cdef double d = n
    return d


def double_from_long(long n):
    cdef double d = n
    return d


def double_from_ulong(unsigned long n):
    cdef double d = n
    return d


def from_object(x):
    cdef double d = x
    return d + 1


def special():
    cdef double i = float("inf"), n = float("nan")
    return i, -i, n, i - i

# --- calls
(as_double(x) for x in FLOATS)
(as_double(x) for x in (0, 3, -7, 2**53 + 1, 2**70, True))
as_double(10**400)
(as_double(x) for x in ("1", None, b"1", [1.0], 1j))
as_double(Float(2.5))
as_double(Index(3))
(as_double(f(0.1)) for f in (np.float32, np.float64))
as_double(np.int64(5))
as_double(np.array(2.5))
as_double(np.array([2.5, 3.5]))
(as_float(x) for x in (0.1, 1e300, -1e300, 1e-60, nan, inf, -0.0, 16777217))
(as_float(x) for x in ("1", None))
(float_local(x) for x in (0.1, 3, "a"))
float_sum(0.1, 0.2)
float_sum(1e38, 3e38)
(float_times_int(a, b) for a in (0.1, 0.3) for b in (3, 16777217))
(float_plus_literal(a) for a in (0.1, 0.2))
(float_store(x) for x in (0.1, 1e300, nan))
(double_from_int(n) for n in (0, -5, 2**31 - 1))
(double_from_long(n) for n in (2**53 + 1, -(2**63)))
(double_from_ulong(n) for n in (2**64 - 1, 2**63 + 1))
(from_object(x) for x in (1, 2.5, "a", None))
special()
