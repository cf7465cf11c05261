cdef int x
cdef double x

# error 2:12: 'x' redeclared
