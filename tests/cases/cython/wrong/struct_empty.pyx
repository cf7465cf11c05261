cdef struct P:
    pass

def f():
    cdef P p
    return p

# error 1:12: Empty struct or union definition not allowed outside a 'cdef extern from' block
# cython 1:0: Empty struct or union definition not allowed outside a 'cdef extern from' block
