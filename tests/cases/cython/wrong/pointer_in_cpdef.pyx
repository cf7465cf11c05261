cpdef int f(int* n):
    return n[0]

# error 1:12: Cannot convert Python object argument to type 'int *'
