cdef struct S:
    double[:] a

# error 2:4: a field of this type is not supported yet
# cython 2:14: C struct/union member cannot be a memory view
