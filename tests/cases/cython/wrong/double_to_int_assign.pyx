def f(double x):
    cdef int n
    n = x * 2
    return n

# error 3:10: Cannot assign type 'double' to 'int'
