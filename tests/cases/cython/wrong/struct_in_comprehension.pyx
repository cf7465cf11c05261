cdef struct P:
    int x
    double* q

def f():
    cdef P p
    return [i for i in range(3) if p]

# error 7:35: Type 'P' not acceptable as a boolean
