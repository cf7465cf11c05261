ctypedef fused T:
    int
    double

cdef T f(int n):
    return n

# error 5:5: Return type is not specified as argument type
# cython 5:0: Return type is not specified as argument type
