cdef struct P:
    int x

def f(int n):
    cdef P p
    return p if n else 1

# error 6:11: Incompatible types in conditional expression (P; long)
