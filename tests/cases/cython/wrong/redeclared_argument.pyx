def f(int n):
    cdef int n
    return n

# error 2:13: 'n' redeclared
