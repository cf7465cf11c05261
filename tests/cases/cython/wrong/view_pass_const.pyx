cdef void g(double[:] a) noexcept nogil:
    a[0] = 1

def f(const double[:] a):
    g(a)

# error 5:6: Memoryview 'const double[:]' not conformable to memoryview 'double[:]'.
