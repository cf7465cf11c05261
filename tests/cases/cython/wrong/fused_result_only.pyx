ctypedef fused T:
    int
    double

cdef T f(int n):
    return n

# error 5:0: Return type is not specified as argument type
