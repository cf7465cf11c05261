cdef struct T:
    int x

ctypedef int T

# error 4:13: 'T' redeclared
# cython 4:0: 'T' redeclared
