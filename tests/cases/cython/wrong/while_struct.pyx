cdef struct P:
    int x

def f():
    cdef P p
    while p:
        pass

# error 6:10: Type 'P' not acceptable as a boolean
