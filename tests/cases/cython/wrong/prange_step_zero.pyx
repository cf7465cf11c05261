from cython.parallel cimport prange

def f(int n):
    cdef int i
    for i in prange(0, n, 0, nogil=True):
        pass

# error 5:26: Iteration with step 0 is invalid.
