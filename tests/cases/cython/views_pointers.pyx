"""Views over memory that is not an array of NumPy: pointers, C arrays, array.array."""
from cpython cimport array
from libc.stdlib cimport free, malloc
import array as python_array

import numpy as np

def of_pointer(int n):
    cdef double* p = <double*>malloc(n * sizeof(double))
    cdef double[:] v = <double[:n]>p
    cdef Py_ssize_t i
    for i in range(n):
        v[i] = i + 0.5
    result = np.array(v)
    free(p)
    return result

def of_pointer_2d(int n, int m):
    cdef int* p = <int*>malloc(n * m * sizeof(int))
    cdef int[:, ::1] v = <int[:n, :m]>p
    v[:, :] = 3
    v[0, 1] = 4
    result = np.array(v)
    free(p)
    return result

def of_c_array():
    cdef double[4] a = [1, 2, 3, 4]
    cdef double[::1] v = a
    v[0] = 10
    return a[0], v.shape[0]

def stdlib_array(array.array a):
    cdef double[:] v = a
    v[0] = 9
    return a, len(a)

# --- calls
of_pointer(3)
of_pointer_2d(2, 3)
of_c_array()
stdlib_array(array.array("d", [1, 2]))
stdlib_array(array.array("f", [1, 2]))
