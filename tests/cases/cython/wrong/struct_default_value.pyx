cdef struct P:
    int x = 3

# error 2:10: expected a type
# cython 2:8: Cannot assign default value to fields in cdef classes, structs or unions
