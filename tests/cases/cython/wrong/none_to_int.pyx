def f():
    cdef int x = None
    return x

# error 2:17: Cannot assign None to int
