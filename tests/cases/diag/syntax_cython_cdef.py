def f(n):
    cdef double x = 0
    return x
