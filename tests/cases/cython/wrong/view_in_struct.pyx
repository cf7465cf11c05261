cdef struct S:
    double[:] a

# error 2:14: C struct/union member cannot be a memory view
