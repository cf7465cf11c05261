cdef struct P

def f():
    return sizeof(P)

# error 4:11: Cannot take sizeof incomplete type 'P'
