cdef int g(int x):
    return x

def f():
    cdef double (*h)(double)
    h = g
    return 1

# error 6:8: Cannot assign type 'int (*)(int)' to 'double (*)(double)'
# cython 6:8: Cannot assign type 'int (int) except? -1' to 'double (*)(double) except *'
