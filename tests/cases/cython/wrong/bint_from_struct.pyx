cdef struct P:
    int x

def f():
    cdef P p
    if p:
        return 1

# error 6:7: Type 'P' not acceptable as a boolean
