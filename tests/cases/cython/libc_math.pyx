"""cimport of libc.math: functions, constants, float variants, classification."""
from libc.math cimport (INFINITY, M_E, M_PI, M_SQRT2, NAN, acos, asin, atan, atan2, cbrt, ceil, copysign, cos, cosh, erf,
                        exp, exp2, expm1, fabs, fdim, floor, fma, fmax, fmin, fmod, hypot, isfinite, isinf, isnan,
                        ldexp, lgamma, log, log1p, log2, log10, pow, remainder, rint, round, sin, sinh, sqrt, tan, tanh,
                        tgamma, trunc)
from libc.math cimport cosf, expf, fabsf, sqrtf
cimport libc.math
from libc cimport math as m


def exact(double x):
    return sqrt(x), fabs(x), floor(x), ceil(x), trunc(x), rint(x), round(x)


def trigonometric(double x):
    return sin(x), cos(x), tan(x), atan(x)


def inverse(double x):
    return asin(x), acos(x)


def exponential(double x):
    return exp(x), exp2(x), expm1(x)


def logarithmic(double x):
    return log(x), log2(x), log10(x), log1p(x)


def hyperbolic(double x):
    return sinh(x), cosh(x), tanh(x)


def special(double x):
    return erf(x), tgamma(x), lgamma(x), cbrt(x)


def two(double x, double y):
    return atan2(x, y), pow(x, y), fmod(x, y), hypot(x, y), copysign(x, y), remainder(x, y)


def extremes(double x, double y):
    return fmax(x, y), fmin(x, y), fdim(x, y)


def fused(double x, double y, double z):
    return fma(x, y, z), ldexp(x, 3)


def classify(double x):
    return bool(isnan(x)), bool(isinf(x)), bool(isfinite(x))


def constants():
    return M_PI, M_E, M_SQRT2, INFINITY, -INFINITY, NAN


def single(float x):
    return sqrtf(x), fabsf(x), cosf(x), expf(x)


def qualified(double x):
    return libc.math.sqrt(x), m.floor(x), libc.math.M_PI


def of_integers(int n):
    return sqrt(n), floor(n / 2), pow(n, 2)


def domain():
    return sqrt(-1.0), log(0.0), log(-1.0), fmod(1, 0), pow(0, -1), pow(-8, 1.0 / 3)


def in_nogil(double[:] a):
    cdef Py_ssize_t i
    cdef double s = 0
    with nogil:
        for i in range(a.shape[0]):
            s += sqrt(a[i]) * M_PI
    return s


def as_int(double x):
    return <int>floor(x), <long>round(x), <int>(x + 0.5)


cdef double gaussian(double x, double sigma) noexcept nogil:
    return exp(-0.5 * (x / sigma) ** 2) / (sigma * sqrt(2 * M_PI))


def kernel(int radius, double sigma):
    return [gaussian(i, sigma) for i in range(-radius, radius + 1)]

# --- calls
(exact(x) for x in (0.0, 2.0, 2.5, 3.5, 1e300, inf, nan))
(exact(x) for x in (-0.5, -2.5))
(trigonometric(x) for x in (0.0, 0.5, -2.0, 1e5, nan, inf))
(inverse(x) for x in (0.0, 0.5, -1.0, 1.5))
(exponential(x) for x in (0.0, 0.5, -2.0, 800.0, -800.0, nan))
(logarithmic(x) for x in (1.0, 0.5, 1e300))
(hyperbolic(x) for x in (0.0, 0.5, -20.0, 800.0))
(special(x) for x in (0.5, 3.0, -1.5))
(two(x, y) for x in (1.0, -2.5, 0.0) for y in (2.0, -0.5, 0.0, inf))
(extremes(x, y) for x in (1.0, nan) for y in (2.0, nan, 0.0))
fused(0.1, 10, -1)
(classify(x) for x in (0.0, inf, nan))
constants()
(single(x) for x in (0.0, 0.5, 2.0))
qualified(2.5)
of_integers(7)
domain()
in_nogil(f8(4))
(as_int(x) for x in (0.5, 1.5, -0.5, -1.5))
kernel(2, 1.5)
