def f(double[:] a):
    cdef float[:] b = a
    return b[0]

# error 2:22: Memoryview 'double[:]' not conformable to memoryview 'float[:]'.
# cython 2:22: Different base types for memoryviews (double, float)
