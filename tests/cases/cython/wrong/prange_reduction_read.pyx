from cython.parallel cimport prange

def f(int n):
    cdef int i
    cdef double s = 0
    for i in prange(n, nogil=True):
        s += i
        if s > 3:
            pass
    return s

# error 6:4: `s` is read in the parallel loop that accumulates it
# cython 8:11: Cannot read reduction variable in loop body
