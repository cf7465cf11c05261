cdef struct P:
    int x

def f(P* p):
    return p.x

# error 4:6: Cannot convert Python object argument to type 'P *'
