cimport cython

cpdef double f(double y)
