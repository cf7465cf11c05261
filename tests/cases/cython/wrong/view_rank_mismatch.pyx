def f(double[:, :] a):
    cdef double[:] b = a
    return b[0]

# error 2:23: Memoryview 'double[:, :]' not conformable to memoryview 'double[:]'.
