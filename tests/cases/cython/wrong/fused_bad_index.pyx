ctypedef fused T:
    int
    double

cdef T g(T x):
    return x

def f(int n):
    return g[float](n)

# error 9:13: Type not in fused type
