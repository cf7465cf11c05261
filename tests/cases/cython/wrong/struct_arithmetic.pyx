cdef struct P:
    int x

def f():
    cdef P p, q
    return p + q

# error 6:13: Invalid operand types for '+' (P; P)
