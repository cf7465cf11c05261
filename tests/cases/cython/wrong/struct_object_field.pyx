cdef struct P:
    object x

# error 2:11: C struct/union member cannot be a Python object
