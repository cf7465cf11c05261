"""Functions of libc as values of function pointers."""
from libc.math cimport cos, exp, sin

ctypedef double (*unary)(double) noexcept nogil
ctypedef double (*raising)(double) except? -1
ctypedef void (*update)(double*, void*) noexcept nogil


cdef struct Method:
    unary f
    unary df
    int order


cdef double square(double x) noexcept nogil:
    return x * x


cdef double twice(double x) noexcept nogil:
    return x + x


cdef double checked(double x) except? -1:
    if x < 0:
        raise ValueError("negative")
    return x


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


cdef unary choose(int which) noexcept nogil:
    if which == 0:
        return square
    elif which == 1:
        return twice
    return NULL


cdef void add(double* x, void* by) noexcept nogil:
    x[0] += (<double*>by)[0]


cdef void each(double[:] a, update f, void* data) noexcept nogil:
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        f(&a[i], data)


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
