cdef int x
cdef double x

# error 2:12: `x` is declared twice
# cython 2:12: 'x' redeclared
