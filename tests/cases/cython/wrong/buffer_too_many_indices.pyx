cimport numpy as cnp

def f(cnp.ndarray[double, ndim=1] a):
    with nogil:
        a[0, 0] = 1

# error 5:9: Indexing Python object not allowed without gil
