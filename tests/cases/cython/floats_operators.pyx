"""Arithmetic and comparisons of C floats, and of floats with integers."""


def basic(double a, double b):
    return a + b, a - b, a * b, -a, +a


def divide(double a, double b):
    return a / b


def floor_divide(double a, double b):
    return a // b


def remainder(double a, double b):
    return a % b


def compare(double a, double b):
    return a < b, a <= b, a == b, a != b, a > b, a >= b


def compare_int(double a, long b):
    return a < b, a == b, a > b


def divide_int(double a, int b):
    return a / b, b / a


def divide_floats(float a, float b):
    return a / b


def int_float(int a, float b):
    return a + b, a * b, a / b


def uint_double(unsigned int a, double b):
    return a - b, a * b


def truth(double a):
    return bool(a), not a, 1 if a else 2


def logic(double a, double b):
    return a and b, a or b


def int_and_double(int a, double b):
    return a and b, a or b


def extremes(double a, double b):
    return min(a, b), max(a, b), abs(a)


def minmax_mixed(int a, double b):
    return min(a, b), max(a, b)


def inplace(double a, double b):
    a += b
    a -= 1
    a *= 2
    a /= 4
    return a


def inplace_int(int a, int b):
    a /= b
    return a


def conditional(double a, int b, bint which):
    return a if which else b


def sum_loop(double step, int n):
    cdef double s = 0
    cdef int i
    for i in range(n):
        s += step * i
    return s


def horner(double x):
    return ((2.0 * x - 3.0) * x + 0.5) * x - 1e-3


def round_trip(double x):
    return float(x), int(x), round(x), str(x), repr(x)

# --- calls
(basic(a, b) for a in FEW_FLOATS for b in FEW_FLOATS)
(divide(a, b) for a in (1.0, -2.5, 0.0, inf, nan) for b in (2.0, -0.5, inf, nan, 0.0))
(floor_divide(a, b) for a in (7.5, -7.5, 1.0, 0.0) for b in (2.0, -2.0, 0.1, inf, 0.0))
(remainder(a, b) for a in (7.5, -7.5, -1.0, 0.0, -0.0) for b in (2.0, -2.0, 3.0, -3.0, inf, 0.0))
(compare(a, b) for a in (0.0, -0.0, 1.0, nan, inf) for b in (0.0, 1.0, nan, -inf))
(compare_int(a, b) for a in (0.5, 2.0**53, nan) for b in (0, 1, 2**53 + 1))
(divide_int(a, b) for a in (2.0, -0.5) for b in (3, -7))
divide_int(0.0, 1)
divide_int(1.0, 0)
(divide_floats(a, b) for a in (1.0, 0.1) for b in (3.0, 0.0))
(int_float(a, b) for a in (3, 16777217) for b in (0.1, 0.5))
int_float(3, 0)
(uint_double(a, b) for a in (0, 2**32 - 1) for b in (0.5, -1.0))
(truth(a) for a in (0.0, -0.0, 0.1, nan, inf))
(logic(a, b) for a in (0.0, 2.5, nan) for b in (0.0, 7.0))
(int_and_double(a, b) for a in (0, 3) for b in (0.0, 1.5))
(extremes(a, b) for a in (0.0, -0.0, 1.5, nan) for b in (-0.0, 1.0, nan))
(minmax_mixed(a, b) for a in (1, -1) for b in (0.5, nan, 1.0))
(inplace(a, b) for a in (1.0, -0.5) for b in (0.25, 1e300))
(inplace_int(a, b) for a in (7, -7) for b in (2, -2, 3))
inplace_int(7, 0)
(conditional(a, b, w) for a in (1.5,) for b in (2,) for w in (True, False))
(sum_loop(0.1, n) for n in (0, 1, 10, 1000))
(horner(x) for x in (0.0, 1.5, -3.25, nan))
(round_trip(x) for x in (0.5, 1.5, 2.5, -2.7, 1e20, -0.0))
(round_trip(x) for x in (nan, inf))
