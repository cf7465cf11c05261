def f():
    cdef int a[2]
    cdef double b[2]
    a = b
    return a[0]

# error 4:8: Cannot assign type 'double [2]' to 'int [2]'
