"""Functions of libc as values of function pointers."""
from libc.math cimport cos, exp, sin

ctypedef double (*unary)(double) noexcept nogil


cdef double integrate(unary f, double a, double b, int n) noexcept nogil:
    cdef double h = (b - a) / n, s = 0
    cdef int i
    for i in range(n):
        s += f(a + (i + 0.5) * h)
    return s * h


cdef double newton(double (*f)(double) noexcept nogil, double (*df)(double) noexcept nogil, double x) noexcept nogil:
    cdef int i
    for i in range(20):
        x -= f(x) / df(x)
    return x


def of_libc(double x):
    cdef unary f = sin
    first = f(x)
    f = cos
    return first, f(x), integrate(exp, 0, x, 100)


def call_newton(double x):
    return newton(sin, cos, x)

# --- calls
of_libc(0.5)
call_newton(3.0)
(of_libc(x) for x in [nan, -0.0])
