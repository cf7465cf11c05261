def f(int n):
    cdef int a[3]
    return a[0:2:2]

# error 3:12: Invalid use of pointer slice
