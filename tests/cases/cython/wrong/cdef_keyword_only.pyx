cdef int g(int a, *, int b):
    return a

# error 1:18: Expected ')', found '*'
