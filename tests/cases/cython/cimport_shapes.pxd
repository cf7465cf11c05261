# cython: cdivision=True
"""Types, constants and functions for other modules."""
from libc.math cimport sqrt
cimport cimport_units as units

ctypedef double real

cdef struct Segment:
    real x0
    real x1

cdef enum Kind:
    OPEN = 2
    CLOSED

cdef enum:
    LIMIT = 40

cpdef enum Mode:
    FAST = 1
    SLOW = 4

ctypedef real (*transform)(real) noexcept nogil

cdef inline real length(Segment s) noexcept nogil:
    return s.x1 - s.x0

cdef inline real diagonal(real a, real b) noexcept nogil:
    return sqrt(a * a + b * b) * units.SCALE

cdef real stretched(Segment s, real by=*) except -1
cdef int halved(int n) noexcept nogil
cpdef int counted(int n)
cdef real mapped(transform f, real x) noexcept nogil
