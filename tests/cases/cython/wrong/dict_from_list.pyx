def f():
    cdef dict x = [1]
    return x

# error 2:18: Cannot assign type 'list object' to 'dict object'
