def f(int n):
    cdef int* p = &n
    p = -p
    return n

# error 3:8: Invalid operand type for '-' (int *)
