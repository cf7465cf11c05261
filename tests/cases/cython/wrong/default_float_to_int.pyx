def f(int n=1.5, long m=-2.5, double x=1):
    return n, m, x

cdef int g(int n=3j):
    return n

# error 1:12: Cannot assign type 'double' to 'int'
# error 1:24: Cannot assign type 'double' to 'long'
# error 4:17: Cannot assign type 'double complex' to 'int'
