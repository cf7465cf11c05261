def f(int n):
    cdef int x
    cdef double x
    return x

# error 3:16: 'x' redeclared
