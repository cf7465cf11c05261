def f():
    cdef int x = [1]
    return x

# error 2:17: Cannot coerce list to type 'int'
