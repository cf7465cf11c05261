from cython.parallel cimport prange

def f(int n):
    cdef int i
    for i in prange(n, nogil=True, schedule='static', chunksize=0):
        pass

# error 5:64: Chunksize must not be negative
