cdef struct P:
    int x
    double* q

def f():
    cdef P p
    p.x = [1]
    return p.x

# error 7:10: Cannot coerce list to type 'int'
