"""libc.math beside the plain functions: two results, rounding to integers, classes of numbers, long doubles."""
cimport cython
from libc cimport math as m
from libc.math cimport (FP_INFINITE, FP_NAN, FP_NORMAL, FP_SUBNORMAL, FP_ZERO, HUGE_VAL, HUGE_VALF, HUGE_VALL, e,
                        fabsl, fpclassify, frexp, frexpf, frexpl, ilogb, ilogbf, ilogbl, isinf, ldexpf, ldexpl, llrint,
                        llrintf, llrintl, llround, llroundf, llroundl, lrint, lrintf, lrintl, lround, lroundf, lroundl,
                        modf, modff, modfl, nan, nanf, nanl, nextafterf, nexttoward, nexttowardf, pi, powl, remquo,
                        remquof, remquol, scalbln, scalblnf, scalblnl, scalbn, scalbnf, scalbnl, sqrtl)


def parts(double x):
    cdef int exponent = 0
    cdef double whole = -1
    cdef double mantissa = frexp(x, &exponent)
    # The exponent of what has none is not said.
    return mantissa, exponent if m.isfinite(x) else None, modf(x, &whole), whole


def parts_single(float x):
    cdef int exponent = 0
    cdef float whole = -1
    cdef float mantissa = frexpf(x, &exponent)
    return mantissa, exponent if m.isfinite(x) else None, modff(x, &whole), whole


def parts_long(double x):
    cdef int exponent = 0
    cdef long double whole = -1
    cdef long double mantissa = frexpl(x, &exponent)
    return <double>mantissa, exponent if m.isfinite(x) else None, <double>modfl(x, &whole), <double>whole


def quotient(double x, double y):
    cdef int q = 0, qf = 0, ql = 0
    cdef double r = remquo(x, y, &q)
    cdef float rf = remquof(x, y, &qf)
    cdef double rl = remquol(x, y, &ql)
    return r, q & 7, rf, qf & 7, rl, ql & 7


def to_integers(double x, float y):
    return (lrint(x), llrint(x), lrintl(x), llrintl(x), lrintf(y), llrintf(y), lround(x), llround(x), lroundl(x),
            llroundl(x), lroundf(y), llroundf(y))


def scaled(double x, float y, int n):
    return (scalbn(x, n), scalbln(x, n), <double>scalbnl(x, n), <double>scalblnl(x, n), <double>ldexpl(x, n),
            scalbnf(y, n), scalblnf(y, n), ldexpf(y, n))


def exponents(double x, float y):
    return ilogb(x), ilogbl(x), ilogbf(y)


def classes(double x):
    cdef int c = fpclassify(x)
    return c == FP_NAN, c == FP_INFINITE, c == FP_ZERO, c == FP_SUBNORMAL, c == FP_NORMAL, c


def infinite(double x):
    return isinf(x), cython.typeof(isinf(x)), m.isnormal(x), m.signbit(x)


def toward(double x, double y):
    return nexttoward(x, y), nexttowardf(x, y), nextafterf(x, y)


def long_doubles(double x, double y):
    return <double>sqrtl(x), <double>powl(x, y), <double>fabsl(-x), <double>m.floorl(x), <double>m.copysignl(x, y)


def tagged(bytes tag):
    return nan(tag), nanf(tag), <double>nanl(tag), nan(tag) == nan(tag), nan(b""), nan("")


def constants():
    return HUGE_VAL, HUGE_VALF, <double>HUGE_VALL, e, pi, m.e, m.pi


# --- calls
(parts(x) for x in (0.0, -0.0, 1.5, -7.25, 1e308, 5e-324, inf, -inf, nan))
(parts_single(x) for x in (0.0, -0.0, 1.5, -7.25, 1e38, 1e-45, inf, nan))
(parts_long(x) for x in (0.0, 1.5, -7.25, 5e-324, -inf, nan))
(quotient(x, y) for x in (7.5, -7.5, 0.0, inf) for y in (2.0, -3.0, 0.0, nan))
(to_integers(x, x) for x in (0.5, 1.5, 2.5, -0.5, -2.5, 1e9))
(scaled(x, x, n) for x in (1.5, -0.0, inf, nan) for n in (0, 3, -2000, 2000))
(exponents(x, x) for x in (1.0, 0.3, 1e30))
(classes(x) for x in (0.0, -0.0, 1.0, 5e-324, inf, -inf, nan))
(infinite(x) for x in (0.0, -0.0, 1.0, inf, -inf, nan))
(toward(x, y) for x in (1.0, -0.0, inf) for y in (2.0, 0.0, 1.0, nan, -inf))
(long_doubles(x, y) for x in (4.0, 0.25, inf) for y in (2.0, -0.5, 0.0))
(tagged(t) for t in (b"", b"1", b"x y"))
constants()
