def f(int n):
    cdef int a[3]
    return a[0, 1]

# error 3:12: Invalid index type '(long, long)'
