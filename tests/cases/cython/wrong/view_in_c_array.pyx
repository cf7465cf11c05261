def f():
    cdef double[:] a[3]

# error 2:9: an item of a C array of this type is not supported yet
# cython 2:20: Array element type 'double[:]' is incomplete
