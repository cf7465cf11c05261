cdef extern from "math.h":
    double sin(double x):
        return x

# error 2:24: expected a type
# cython: accepts
