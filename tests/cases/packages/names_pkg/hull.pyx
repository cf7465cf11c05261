"""Functions with names of Python's, which belong to this module wherever they are compiled in."""
from libc.stdlib cimport free, malloc
from names_pkg.ops cimport distance, orient, turned
from names_pkg.shapes cimport LEFT, Point

import numpy as np

cimport numpy as np

np.import_array()

calls = 0
NAMES = ("none", "one")


class TooMany(ValueError):
    pass


cpdef Py_ssize_t count(object xy) except -1:
    """Points of the convex hull of sorted ones."""
    global calls
    cdef double[:, :] v = np.asarray(xy, dtype=np.float64).reshape(-1, 2)
    cdef Py_ssize_t n = v.shape[0], i, k = 0, t
    cdef Point *h
    cdef Point p
    calls += 1
    if n > 9:
        raise TooMany(f"{n} points")
    h = <Point *>malloc(2 * (n + 1) * sizeof(Point))
    for i in range(n):
        p = Point(v[i, 0], v[i, 1])
        while k >= 2 and orient(h[k - 2], h[k - 1], p) != LEFT:
            k -= 1
        h[k] = p
        k += 1
    t = k + 1
    for i in range(n - 2, -1, -1):
        p = Point(v[i, 0], v[i, 1])
        while k >= t and orient(h[k - 2], h[k - 1], p) != LEFT:
            k -= 1
        h[k] = p
        k += 1
    free(h)
    return k - 1 if k > 1 else k


cdef object counted():
    return calls


cdef object restart(int n):
    global calls
    old, calls = calls, n
    return old


cdef str label(int n):
    return NAMES[n] if n < len(NAMES) else "many"


cdef np.ndarray ranked(object x):
    cdef np.ndarray[np.float64_t, ndim=1] values = np.ascontiguousarray(x, dtype=np.float64)
    cdef np.ndarray[np.int64_t] order = np.argsort(values, kind="stable")
    cdef np.ndarray[np.float64_t] out = np.empty(np.PyArray_DIM(values, 0))
    cdef Py_ssize_t i
    for i in range(values.shape[0]):
        out[order[i]] = i
    return out


def lengths(double x, double y):
    cdef Point a = Point(0, 0), b = Point(x, y)
    return distance(&a, &b), turned(1), label(1), calls
