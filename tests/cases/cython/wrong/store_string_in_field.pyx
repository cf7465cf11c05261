cdef struct P:
    int x
    double* q

def f():
    cdef P p
    p.x = 'abc'
    return p.x

# error 7:10: Only single-character string literals can be coerced into ints.
