def f(int n):
    cdef int* p = &n
    return p == n

# error 3:13: Invalid types for '==' (int *, int)
