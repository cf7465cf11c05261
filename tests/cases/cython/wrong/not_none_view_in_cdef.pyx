cdef int f(double[:] x not None):
    return 1

# error 1:11: 'not None' only allowed in Python functions
