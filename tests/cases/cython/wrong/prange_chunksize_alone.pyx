from cython.parallel cimport prange

def f(int n):
    cdef int i
    for i in prange(n, nogil=True, chunksize=2):
        pass

# error 5:45: Must provide schedule with chunksize
