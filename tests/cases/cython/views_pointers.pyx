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


cdef double[3] G = [1, 2, 3]
cdef struct S:
    double[4] items
    int n

cdef S GS

def of_global():
    cdef double[:] g = G
    g[1] = 60
    return G[1], sizeof(G)

def of_field(int n):
    cdef S s
    cdef double[:] v = s.items
    v[1] = n
    return s.items[1]

def of_pointed(int n):
    cdef S s
    cdef S* p = &s
    s.items[1] = 0
    cdef double[::1] v = p.items
    v[1] = n
    return s.items[1], p.items[1]

def of_global_field(int n):
    cdef double[:] v = GS.items
    v[2] = n
    return GS.items[2]

cdef double put(double[:] v, double x):
    v[0] = x
    return v[v.shape[0] - 1]

def passed(double x):
    cdef S s
    cdef double[2][3] m = [[1, 2, 3], [4, 5, 6]]
    s.items[:] = [1, 2, 3, 4]
    a = put(s.items, x)
    b = put(G, x)
    c = put(m[1], x)
    return a, s.items[0], b, G[0], c, m[1][0]


def reversed_part(int n):
    cdef double[4] c = [1, 2, 3, 4]
    cdef double[:] v = c
    cdef double[:] r = v[::-2]
    r[0] = n
    return [x for x in r], c[3], v.shape[0], r.strides[0]


def of_nothing(int n):
    cdef double* p = NULL
    cdef double[:] v = <double[:n]>p
    return v.shape[0]

# --- calls
of_pointer(3)
of_pointer_2d(2, 3)
of_c_array()
stdlib_array(array.array("d", [1, 2]))
stdlib_array(array.array("f", [1, 2]))
of_global()
of_field(5)
of_pointed(5)
of_global_field(5)
passed(9.0)
reversed_part(7)
(of_nothing(n) for n in (3, 0))
