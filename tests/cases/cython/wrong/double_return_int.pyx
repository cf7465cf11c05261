cdef int g(double x):
    return x

# error 2:11: Cannot assign type 'double' to 'int'
