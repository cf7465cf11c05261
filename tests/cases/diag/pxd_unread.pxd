cpdef double f(double x)

cdef extern from "a.h":
    # nothing

cpdef double g(double x)
