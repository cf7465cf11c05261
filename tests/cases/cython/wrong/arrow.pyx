cdef struct P:
    int x

def f():
    cdef P p
    cdef P* q = &p
    return q->x

# error 7:12: invalid syntax
# cython 7:12: Syntax error in simple statement list
