cdef struct P:
    int x

def f():
    cdef P p
    return not p

# error 6:15: Type 'P' not acceptable as a boolean
