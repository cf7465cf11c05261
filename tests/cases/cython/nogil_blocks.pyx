"""with nogil, with gil, nogil functions, raising without the lock."""
from libc.math cimport sqrt


cdef double norm(double[::1] a) noexcept nogil:
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i] * a[i]
    return sqrt(s)


cdef int checked(double x) except -1 nogil:
    if x < 0:
        raise ValueError("negative")
    return <int>x


cdef void log_it(double x) noexcept with gil:
    print("value", x)


cdef double deep(double[:] a, Py_ssize_t i) except? -1 nogil:
    return a[i]


def block(double[::1] a):
    cdef double r
    with nogil:
        r = norm(a)
    return r


def raises(double[:] a):
    cdef Py_ssize_t i
    cdef int total = 0
    with nogil:
        for i in range(a.shape[0]):
            total += checked(a[i])
    return total


def index_error(double[:] a, Py_ssize_t i):
    cdef double x
    with nogil:
        x = a[i]
    return x


def through_call(double[:] a, Py_ssize_t i):
    cdef double x
    with nogil:
        x = deep(a, i)
    return x


def with_gil_inside(double[:] a):
    cdef Py_ssize_t i
    cdef list seen = []
    with nogil:
        for i in range(a.shape[0]):
            if a[i] > 1:
                with gil:
                    seen.append(a[i])
    return seen


def calls_with_gil(double x):
    with nogil:
        log_it(x)


def conditional(double[:] a, bint strict):
    cdef Py_ssize_t i
    cdef double s = 0
    with nogil:
        for i in range(a.shape[0]):
            if strict and a[i] > 2:
                with gil:
                    raise RuntimeError("too large: %r" % a[i])
            s += a[i]
    return s


def try_outside(double[:] a):
    try:
        with nogil:
            checked(a[0])
    except ValueError as error:
        return "caught " + str(error)
    return "fine"


def zero_division(int a, int b):
    cdef int c
    with nogil:
        c = a // b
    return c


def finally_in_nogil(double[:] a):
    cdef double r = 0
    with nogil:
        try:
            r = checked(a[0])
        finally:
            a[0] = 7
    return r


def assertion(int x):
    with nogil:
        assert x > 0
        x += 1
    return x


def two_blocks(double[::1] a):
    cdef double x, y
    with nogil:
        x = norm(a)
    a[0] = 10
    with nogil:
        y = norm(a)
    return x, y


cdef Py_ssize_t first_above(double[:] a, double limit) noexcept nogil:
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        if a[i] > limit:
            return i
    return -1


def returns_inside(double[:] a):
    cdef Py_ssize_t i
    with nogil:
        i = first_above(a, 1)
    return i


ctypedef fused double_or_object:
    double
    object


def increment(double_or_object x):
    with nogil(double_or_object is not object):
        x = x + 1
    return x


def increment_doubles(double_or_object x):
    with nogil(double_or_object is double):
        x = x + 1
    return x


cdef int unchanged(int x) nogil:
    with gil(False):
        return x


def always(int x):
    cdef int r
    with nogil(True):
        r = unchanged(x)
    return r


# --- calls
(block(a) for a in (f8(0), f8(4)))
raises(f8(4))
raises(-f8(4))
(index_error(f8(3), i) for i in (0, -1, 3))
(through_call(f8(3), i) for i in (0, 3))
with_gil_inside(f8(4))
calls_with_gil(2.5)
(conditional(f8(4), s) for s in (True, False))
(try_outside(a) for a in (f8(1), -f8(1)))
(zero_division(7, b) for b in (2, 0))
finally_in_nogil(f8(2))
finally_in_nogil(-f8(2))
(assertion(x) for x in (1, 0))
two_blocks(f8(3))
(returns_inside(a) for a in (f8(4), f8(1)))
increment(5.0)
increment(5)
increment("5")
increment_doubles(2)
always(1)
