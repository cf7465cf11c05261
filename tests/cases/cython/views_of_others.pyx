"""cython.view.array and cpython.array: memory that they keep, seen through views."""
from cpython cimport array
from cython cimport view
from libc.stdlib cimport free, malloc
import array as python_array

import numpy as np


def view_array(int n):
    cdef double[:, ::1] a = view.array(shape=(n, 2), itemsize=sizeof(double), format="d")
    a[:, :] = 1.5
    return np.asarray(a).sum(), a.shape[0]


def view_array_fortran(int n):
    cdef int[::1, :] a = view.array(shape=(n, 3), itemsize=sizeof(int), format="i", mode="fortran")
    a[:, :] = 2
    return a.strides[0], a.strides[1]


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
view_array(3)
view_array_fortran(2)
array_data(array.array("d", [1, 2.5]))
array_clone(array.array("d", [1, 2.5]), 3)
array_resize(array.array("d", [1, 2.5, 3]))
