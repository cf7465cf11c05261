cpdef int* f(int n):
    return NULL

# error 1:11: Cannot convert 'int *' to Python object
# cython 1:0: Cannot convert 'int *' to Python object
