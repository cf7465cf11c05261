def f(int n):
    cdef int[:] b = n
    return b

# error 2:20: Cannot convert 'int' to memoryviewslice
