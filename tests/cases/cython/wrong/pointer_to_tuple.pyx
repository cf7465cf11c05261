def f():
    cdef int* p = (1, 2)
    return p[0]

# error 2:18: Cannot convert Python object to 'int *'
# cython 2:19: Cannot convert Python object to 'int *'
