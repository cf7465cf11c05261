def f(int n):
    cdef int a[n]
    return a[0]

# error 2:9: the size of a C array is a positive integer that is known at compile time
# cython 2:15: Not allowed in a constant expression
