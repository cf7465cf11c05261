ctypedef fused T:
    int
    double

cdef T x

# error 5:7: Fused types not allowed here
# cython 5:0: Fused types not allowed here
