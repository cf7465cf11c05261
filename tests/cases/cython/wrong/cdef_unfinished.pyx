def f(int n):
    cdef int
    return n

# error 2:12: expected the name of a variable
# cython 2:12: Empty declarator
