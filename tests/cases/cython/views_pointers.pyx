# todo: views of pointers and cython.view.array
"""Views over memory that is not an array of Python: pointers, cython.view.array, C arrays, cpython.array."""
from cpython cimport array
from cython cimport view
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


def view_array(int n):
    cdef double[:, ::1] a = view.array(shape=(n, 2), itemsize=sizeof(double), format="d")
    a[:, :] = 1.5
    return np.asarray(a).sum(), a.shape[0]


def view_array_fortran(int n):
    cdef int[::1, :] a = view.array(shape=(n, 3), itemsize=sizeof(int), format="i", mode="fortran")
    a[:, :] = 2
    return a.strides[0], a.strides[1]


def of_c_array():
    cdef double[4] a = [1, 2, 3, 4]
    cdef double[::1] v = a
    v[0] = 10
    return a[0], v.shape[0]


def stdlib_array(array.array a):
    cdef double[:] v = a
    v[0] = 9
    return a, len(a)


def array_data(array.array a):
    cdef int i
    cdef double s = 0
    for i in range(len(a)):
        s += a.data.as_doubles[i]
    return s


def array_clone(array.array a, int n):
    cdef array.array b = array.clone(a, n, zero=True)
    b.data.as_doubles[0] = 7
    return b


def array_resize(array.array a):
    array.resize(a, 2)
    return len(a)

# --- calls
of_pointer(3)
of_pointer_2d(2, 3)
view_array(3)
view_array_fortran(2)
of_c_array()
stdlib_array(array.array("d", [1, 2]))
stdlib_array(array.array("f", [1, 2]))
array_data(array.array("d", [1, 2.5]))
array_clone(array.array("d", [1, 2.5]), 3)
array_resize(array.array("d", [1, 2.5, 3]))
