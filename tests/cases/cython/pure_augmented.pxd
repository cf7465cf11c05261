cimport cython

cpdef double area(double x, double y)
cpdef int scaled(int x)
cdef int hidden(int x)

@cython.locals(s=cython.long, i=cython.int)
cpdef long loop(int n)
