cdef struct P:
    list items

# error 2:9: C struct/union member cannot be a Python object
