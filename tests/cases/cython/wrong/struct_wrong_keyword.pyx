cdef struct P:
    int x

def f():
    cdef P p = P(z=3)
    return p

# error 5:17: struct 'P' has no field 'z'
