from cython.parallel cimport prange

def f(int n, x):
    cdef int i
    for i in prange(n, nogil=True):
        x = i
    return x

# error 6:8: Assignment of Python object not allowed without gil
