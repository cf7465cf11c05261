cdef struct P:
    int x
    double x

# error 3:11: 'x' redeclared
