def f(x):
    cdef int* p = x
    return p[0]

# error 2:18: Cannot convert Python object to 'int *'
