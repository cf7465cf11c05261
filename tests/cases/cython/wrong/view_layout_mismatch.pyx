cdef double g(double[::1] a):
    return a[0]

def f(double[:, :] a):
    return g(a)

# error 5:13: Memoryview 'double[:, :]' not conformable to memoryview 'double[::1]'.
