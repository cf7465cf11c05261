cdef inline double half(double x) noexcept nogil:
    return x / 2


ctypedef fused number:
    int
    double
