cdef struct P

def f():
    cdef P p
    return 1

# error 4:11: Variable type 'P' is incomplete
