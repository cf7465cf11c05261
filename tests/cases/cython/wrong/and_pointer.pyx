def f(int n):
    cdef int* p = &n
    return p & 1

# error 3:13: Invalid operand types for '&' (int *; long)
