cdef double[:] v
cdef int a[]

# error 2:9: Variable type 'int []' is incomplete
# cython 2:10: Variable type 'int []' is incomplete
