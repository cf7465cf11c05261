def f(int n):
    cdef int* p = n
    return p[0]

# error 2:18: Cannot assign type 'int' to 'int *'
