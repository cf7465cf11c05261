cdef int g(int a, *rest):
    return a

# error 1:18: Expected ')', found '*'
