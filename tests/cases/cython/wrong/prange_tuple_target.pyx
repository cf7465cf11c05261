from cython.parallel cimport prange

def f(int n):
    for a, b in prange(n, nogil=True):
        pass

# error 4:8: Can only iterate over an iteration variable
