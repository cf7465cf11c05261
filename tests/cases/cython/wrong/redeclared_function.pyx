cdef int g(int a):
    return a

cdef double g(double a):
    return 2

# error 4:12: 'g' redeclared
# cython 4:0: Function signature does not match previous declaration
