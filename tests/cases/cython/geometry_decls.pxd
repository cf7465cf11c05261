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
