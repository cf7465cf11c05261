def f(double x):
    cdef int n = x
    return n

# error 2:17: Cannot assign type 'double' to 'int'
