def f(long[:] v):
    cdef int a[3]
    a = v
    return a[0]

# error 3:4: Cannot assign type 'long[:]' to 'int [3]'
# cython 3:8: Cannot assign type 'long[:]' to 'int [3]'
