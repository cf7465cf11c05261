cdef struct P:
    int x

cdef struct P:
    double y

# error 4:12: 'P' redeclared
# cython: accepts
