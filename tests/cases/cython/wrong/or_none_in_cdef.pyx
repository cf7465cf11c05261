cdef int f(int* x or None):
    return 1

# error 1:11: 'or None' only allowed in Python functions
