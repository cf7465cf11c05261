def f(double complex z):
    cdef double x = z
    return x

# error 2:20: Cannot assign type 'double complex' to 'double'
