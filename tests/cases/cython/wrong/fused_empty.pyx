ctypedef fused T:
    pass

cdef int f(T x):
    return 1

# error 1:15: Need at least one type
# cython 1:0: Need at least one type
