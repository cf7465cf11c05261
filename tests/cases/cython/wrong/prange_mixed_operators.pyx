from cython.parallel cimport prange

def f(int n):
    cdef int i
    cdef double s = 0
    for i in prange(n, nogil=True):
        s += i
        s *= 2
    return s

# error 6:4: `s` is accumulated by several operators in one parallel loop
# cython 8:8: Reduction operator '*' is inconsistent with previous reduction operator '+'
