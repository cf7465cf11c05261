from cython.parallel cimport prange

def f(int n):
    cdef int i
    for i in prange(n, nogil=True, schedule="often"):
        pass

# error 5:44: `prange` has no schedule "often"
# cython 5:19: Invalid schedule argument to prange: often
