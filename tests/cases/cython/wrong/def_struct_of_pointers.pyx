cdef struct Packet:
    int n
    double* data

def f(Packet p):
    return p.n

# error 5:6: Cannot convert Python object argument to type 'Packet'
