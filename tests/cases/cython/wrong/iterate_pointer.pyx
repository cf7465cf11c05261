def f(int n):
    cdef int* p = &n
    for i in p:
        pass

# error 3:13: C array iteration requires known end index
