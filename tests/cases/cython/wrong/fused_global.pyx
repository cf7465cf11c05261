ctypedef fused T:
    int
    double

cdef T x

# error 5:0: Fused types not allowed here
