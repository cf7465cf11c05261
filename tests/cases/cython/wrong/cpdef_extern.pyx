cdef extern from "math.h":
    cpdef double my_sin "sin" (double x)

# error 2:4: a `cpdef` function of a header is not supported yet
# cython: accepts
