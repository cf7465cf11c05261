ctypedef fused T:
    int
    double

def f(int n):
    cdef T x = n
    return x

# error 6:9: Invalid use of fused types, type cannot be specialized
# cython 6:15: Cannot coerce to a type that is not specialized
