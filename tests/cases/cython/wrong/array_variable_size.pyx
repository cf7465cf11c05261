def f(int n):
    cdef int a[n]
    return a[0]

# error 2:15: Not allowed in a constant expression
