cdef enum E:
    A
    A

# error 3:4: 'A' redeclared
