from cython.parallel cimport prange

def f(int n):
    cdef int i
    for i in prange(0, n, 1, 2, nogil=True):
        pass

# error 5:19: Invalid number of positional arguments to prange
