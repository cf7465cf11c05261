cdef extern from "math.h":
    double pow(double x, double y) nogil


def f(double a):
    return pow(a, z=3)

# error 6:11: `libc.math.pow` with these arguments is not supported yet
# cython 6:18: C function got unexpected keyword argument 'z'
