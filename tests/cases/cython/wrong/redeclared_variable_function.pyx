cdef int g

cdef int g():
    return 2

# error 3:9: 'g' redeclared
# cython 3:0: Function signature does not match previous declaration
