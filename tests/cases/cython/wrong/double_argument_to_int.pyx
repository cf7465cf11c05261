cdef int g(int n):
    return n

def f(double x):
    return g(x)

# error 5:13: Cannot assign type 'double' to 'int'
