def f():
    cdef int a[]
    return 1

# error 2:13: Variable type 'int []' is incomplete
# cython 2:14: Variable type 'int []' is incomplete
