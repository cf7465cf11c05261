def f(int n):
    cdef int* p = &n
    p = p * 2
    return 1

# error 3:10: Invalid operand types for '*' (int *; long)
