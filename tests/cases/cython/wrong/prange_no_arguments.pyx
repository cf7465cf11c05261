from cython.parallel cimport prange

def f():
    cdef int i
    for i in prange(nogil=True):
        pass

# error 5:19: Invalid number of positional arguments to prange
