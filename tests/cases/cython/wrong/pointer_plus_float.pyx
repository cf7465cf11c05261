def f(int n, double x):
    cdef int* p = &n
    p = p + x

# error 3:10: Invalid operand types for '+' (int *; double)
