from libc.math cimport M_PI

ctypedef double real

cdef struct Vec:
    double x
    double y

cdef enum:
    SIZE = 8

cdef inline int twice_size() noexcept nogil:
    return 2 * SIZE


cdef inline double cross(Vec a, Vec b) noexcept nogil:
    return a.x * b.y - a.y * b.x


cdef inline double norm_sq(Vec a) noexcept nogil:
    return a.x * a.x + a.y * a.y


cdef inline double turned(double x, double k=M_PI, int n=SIZE * 2) noexcept nogil:
    return x * k + n
