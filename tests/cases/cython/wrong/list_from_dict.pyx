def f(dict d):
    cdef list x = d
    return x

# error 2:18: Cannot assign type 'dict object' to 'list object'
