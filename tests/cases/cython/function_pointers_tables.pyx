"""Functions of libc and of the module behind pointers: in tables, structs, arguments, comparisons."""
from libc cimport math
from libc.math cimport atan2, cos, exp, fabs, ldexp, pow, sin, sqrt
from libc.stdlib cimport abs as c_abs, free, malloc
from libc.string cimport strlen

ctypedef double (*unary)(double) noexcept nogil
ctypedef double (*binary)(double, double) noexcept nogil


cdef struct Named:
    unary f
    int order


cdef double square(double x) noexcept nogil:
    return x * x


cdef double apply(unary f, double x) noexcept nogil:
    return f(x)


cdef unary chosen(int which) noexcept nogil:
    if which == 0:
        return sin
    elif which == 1:
        return &cos
    elif which == 2:
        return square
    return NULL


cdef unary at_module = sqrt


def table(double x):
    cdef unary[4] fs = [sin, cos, square, fabs]
    cdef int i
    cdef list out = []
    for i in range(4):
        out.append(fs[i](x))
    return out


def filled(double x):
    cdef unary* fs = <unary*>malloc(2 * sizeof(unary))
    fs[0] = exp
    fs[1] = math.floor
    result = fs[0](x), fs[1](x)
    free(fs)
    return result


def picked(int which, double x):
    cdef unary f = chosen(which)
    if f is NULL:
        return None
    return f(x), f == sin, f == square, f != cos


def compared():
    cdef unary f = sin, g = sin, h = square
    return f == g, f == cos, h == square, &sin == f, f is not NULL


def in_struct(double x):
    cdef Named n
    n.f = math.tan
    n.order = 2
    first = n.f(x)
    n.f = square
    return first, n.f(x)


def two(double x, double y):
    cdef binary f = pow
    first = f(x, y)
    f = atan2
    return first, f(x, y)


def other_types(double x, int n, bytes s):
    cdef double (*scale)(double, int) noexcept nogil
    cdef int (*absolute)(int) noexcept nogil
    cdef size_t (*length)(const char*) noexcept nogil
    scale = ldexp
    absolute = c_abs
    length = strlen
    return scale(x, n), absolute(n), length(s)


def global_pointer(double x):
    global at_module
    before = at_module(x)
    at_module = square
    after = at_module(x)
    at_module = sqrt
    return before, after


def released(double x, int n):
    cdef double total = 0
    cdef int i
    cdef unary f = cos
    with nogil:
        for i in range(n):
            total += apply(f, x) + apply(sin, x)
    return total


def chosen_inline(bint c, double x):
    cdef unary f = sin if c else cos
    return f(x)


def null():
    cdef unary f = NULL
    return f is NULL, f == NULL

# --- calls
table(0.5)
filled(1.75)
(picked(i, 0.5) for i in (0, 1, 2, 3))
compared()
in_struct(0.5)
two(2.0, 10.0)
other_types(1.5, -4, b"abc")
global_pointer(9.0)
released(0.5, 3)
chosen_inline(True, 0.5)
chosen_inline(False, 0.5)
null()
