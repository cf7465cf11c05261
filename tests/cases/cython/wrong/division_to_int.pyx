def f(int a, int b):
    cdef int c = a / b
    return c

# error 2:19: Cannot assign type 'double' to 'int'
