def f():
    cdef double[:] a[3]

# error 2:20: Array element type 'double[:]' is incomplete
