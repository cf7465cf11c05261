def f(int n):
    cdef double* p = &n
    return p[0]

# error 2:21: Cannot assign type 'int *' to 'double *'
