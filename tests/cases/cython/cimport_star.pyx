"""`from header cimport *` of C's headers."""
from libc.math cimport *
from libc.stdlib cimport *
from libc.string cimport *
from libc.stdint cimport *
from libc.limits cimport *
from libc.float cimport DBL_MAX, DBL_EPSILON


def f(double x, int n):
    cdef double* p = <double*>malloc(n * sizeof(double))
    cdef int i
    memset(p, 0, n * sizeof(double))
    for i in range(n):
        p[i] = sqrt(x) + M_PI * fabs(i)
    x = p[n - 1]
    free(p)
    return x, abs(n), pow(x, 2), round(x), INFINITY, isnan(x)


def types(int8_t a, uint64_t b):
    return a, b, INT32_MAX, INT_MIN, DBL_MAX, DBL_EPSILON


def truths(double x):
    return isnan(x), isinf(x) != 0, isfinite(x), signbit(x) != 0, isnan(x) + isfinite(x)

# --- calls
f(2.5, 3)
types(-1, 2**64 - 1)
(truths(x) for x in (1.5, -2.0, float("inf"), -float("inf"), float("nan")))
