from cython.parallel cimport prange

def f(int n):
    cdef int i
    for i in prange(n, nogil=True, threads=2):
        pass

# error 5:43: `prange` has no option `threads`
# cython 5:19: Invalid keyword argument: threads
