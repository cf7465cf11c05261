cdef struct P:
    int x

def f():
    cdef P p
    cdef int n = p
    return n

# error 6:17: Cannot assign type 'P' to 'int'
