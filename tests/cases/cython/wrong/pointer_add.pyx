def f(int n):
    cdef int* p = &n
    cdef int* q = p + p
    return 1

# error 3:20: Invalid operand types for '+' (int *; int *)
