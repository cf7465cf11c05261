from cython.parallel cimport prange

def f(int n, double[:] a):
    for a[0] in prange(n, nogil=True):
        pass

# error 4:9: Can only iterate over an iteration variable
