def f(int n, double x):
    cdef int* p = &n
    cdef double* q = &x
    return p == q

# error 4:13: Invalid types for '==' (int *, double *)
