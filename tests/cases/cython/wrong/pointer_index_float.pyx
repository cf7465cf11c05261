def f(double x):
    cdef int a[3]
    return a[x]

# error 3:12: Invalid index type 'double'
