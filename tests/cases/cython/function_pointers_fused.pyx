"""Functions with fused parameters that go to pointers: the pointer's type picks the specialization."""
from cython cimport floating
cimport cython

ctypedef fused number:
    int
    double

ctypedef double (*binary)(double, double) noexcept nogil

cdef struct Table:
    double (*twice)(double) noexcept nogil
    int (*counted)(int) noexcept nogil


cdef inline number double_of(number x) noexcept nogil:
    return x + x

cdef floating plus(floating a, floating b) noexcept nogil:
    return a + b

cdef floating times(floating a, floating b) noexcept nogil:
    return a * b

cdef void store(floating* out, floating value) noexcept nogil:
    out[0] = value

cdef double apply(binary f, double a, double b) noexcept nogil:
    return f(a, b)


def picked(double a, double b, bint add):
    cdef binary f
    if add:
        f = plus
    else:
        f = times
    return f(a, b)

def initial(float a):
    cdef float (*f)(float, float) noexcept nogil
    f = times
    return f(a, a)

def passed(double a, double b):
    return apply(plus, a, b), apply(times, a, b)

def fields(double x, int n):
    cdef Table t
    t.twice = double_of
    t.counted = double_of
    return t.twice(x), t.counted(n)

def items(double x):
    cdef binary[2] fs
    fs[0] = plus
    fs[1] = times
    cdef int i
    return [fs[i](x, 3) for i in range(2)]

def of_own(floating[:] values, bint add):
    cdef floating (*f)(floating, floating) noexcept nogil
    cdef void (*keep)(floating*, floating) noexcept nogil
    keep = store
    cdef floating total = 0
    cdef Py_ssize_t i
    f = plus
    if not add:
        f = times
    with nogil:
        for i in range(values.shape[0]):
            keep(&total, f(total + 1, values[i]))
    return total
# --- calls
picked(2.5, 3, True)
picked(2.5, 3, False)
initial(0.1)
passed(2.5, -3)
fields(2.5, 2**31 - 1)
items(2.5)
(of_own(f8(4), add) for add in (True, False))
(of_own(f8(4).astype(np.float32), add) for add in (True, False))
of_own(f8(0), True)
of_own(f8(4)[::-1], False)
