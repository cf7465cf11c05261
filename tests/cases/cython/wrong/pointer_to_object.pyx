def f(int n):
    cdef int* p = &n
    return p

# error 3:11: Cannot convert 'int *' to Python object
# cython 3:11: Cannot convert 'int *' to Python object
