def f():
    cdef int[:] b = [1]
    return b

# error 2:20: Cannot coerce list to type 'int[:]'
