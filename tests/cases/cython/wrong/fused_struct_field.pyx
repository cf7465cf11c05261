ctypedef fused T:
    int
    double

cdef struct S:
    T x

# error 6:4: Fused types not allowed here
