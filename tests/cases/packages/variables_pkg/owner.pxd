cdef struct Point:
    double x, y

ctypedef double (*curve)(double) noexcept nogil

include "included.pxi"

cdef double EPS
cdef int TABLE[4]
cdef Point origin
cdef double* place
cdef bint verbose
cdef unsigned char low
cdef curve chosen

cdef double scaled(double x) noexcept nogil
cdef double bumped() noexcept
cdef int looked(int i) except -1
cdef void keep(int v) noexcept
cpdef int kept()

cdef inline double beside(double x) noexcept nogil:
    return x * EPS + origin.x
cdef double stepped(double x, double by=*, curve at=*) noexcept
cpdef double stepped_up(double x, double by=*)
