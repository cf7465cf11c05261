ctypedef fused T:
    int
    double

cdef T g(T* x):
    return x[0]

def f():
    cdef float x = 1
    return g(&x)

# error 10:11: no suitable method found (candidates: 2)
# cython 10:12: no suitable method found (candidates: 2)
