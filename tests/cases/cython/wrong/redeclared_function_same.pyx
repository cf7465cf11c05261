cdef int g(int a):
    return a

cdef int g(int a):
    return 2

# error 4:9: 'g' redeclared
# cython: accepts
