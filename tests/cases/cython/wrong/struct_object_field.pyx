cdef struct P:
    object x

# error 2:4: a field that is a Python object is not supported yet
# cython 2:11: C struct/union member cannot be a Python object
