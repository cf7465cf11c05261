# with: cimport_shapes.pxd cimport_shapes.pyx cimport_units.pxd
"""cimport of own modules: names one by one, the module, all of it; functions with bodies in the .pxd and in the .pyx."""
cimport cimport_shapes
cimport cimport_shapes as shapes
from cimport_shapes cimport Segment, LIMIT, length, stretched as grow, real
from cimport_units cimport *

cdef int own_total = LIMIT + SCALE


def constants():
    return LIMIT, shapes.LIMIT, SCALE, own_total, shapes.OPEN, shapes.Kind.CLOSED


def lengths(double a, double b):
    cdef Segment s
    cdef shapes.Segment t
    s.x0 = a
    s.x1 = b
    t = s
    t.x1 += 1
    return length(s), shapes.length(t), cimport_shapes.length(s)


def inline_of_inline(double a, double b):
    return shapes.diagonal(a, b)


def bodies(int n):
    return shapes.halved(n), shapes.counted(n)


def grown(double a, double by):
    cdef Segment s = Segment(0, a)
    return grow(s, by), shapes.stretched(s)


cdef real square(real x) noexcept nogil:
    return x * x


def through_pointer(double x):
    cdef shapes.transform f = square
    return shapes.mapped(f, x), shapes.mapped(&square, x + 1)


def narrow(int n):
    cdef byte b = <byte>n
    return b


def shadowed(int LIMIT):
    return LIMIT + 1

# --- calls
constants()
lengths(1, 4)
inline_of_inline(3, 4)
(bodies(n) for n in (7, -7))
grown(3, 1.5)
grown(3, -1)
through_pointer(3)
narrow(300)
shadowed(1)
hasattr(module, "length")
hasattr(module, "LIMIT")
(lengths(nan, x) for x in [1.0, inf])
