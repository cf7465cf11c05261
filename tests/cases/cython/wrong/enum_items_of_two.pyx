cdef enum E:
    A

cdef enum F:
    A

# error 5:4: 'A' redeclared
