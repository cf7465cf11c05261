# cython: language_level=3
cimport cython
from libc.math cimport sin
cimport numpy as cnp

ctypedef double real
ctypedef struct pair:
    double a
    double b

cdef extern from "math.h":
    double cos(double x) nogil

cpdef double f(double x, unsigned int n=*) except? -1
@cython.locals(total=cython.double, i=cython.Py_ssize_t)
cdef inline double g(const double[:, ::1] a,
                     Py_ssize_t m) noexcept nogil
cpdef annotated(double x)
cpdef unsized(long long x, cnp.ndarray[double] y, double complex z, unsigned char w)
cpdef void plain(object x)

cdef class Point:
    cdef double x
    cpdef double norm(self, float scale)
