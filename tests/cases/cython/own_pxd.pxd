from geometry_decls cimport real

cpdef double area(double x, double y)
cdef int counter_up() except -1
cdef real doubled(real x) noexcept nogil
cdef double scale
cdef int announced
