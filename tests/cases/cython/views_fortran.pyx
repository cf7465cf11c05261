"""Columns and leading parts of views in Fortran order are contiguous themselves."""
# cython: language_level=3
import numpy as np
cdef double first(double[::1] v) noexcept nogil:
    return v[0] + v[v.shape[0] - 1] if v.shape[0] else -1
cdef double both(double[::1, :] v) noexcept nogil:
    return v[0, 0] * 1000 + v[v.shape[0] - 1, v.shape[1] - 1]
def columns(double[::1, :] a, Py_ssize_t k):
    cdef double[::1] c = a[1:, k]
    cdef double[::1, :] d = a[:, k:]
    return first(a[:, k]), first(a[:k, k]), first(c), both(a[:, k:]), both(d), both(a)
def ranks(double[::1, :, :] a, Py_ssize_t k):
    cdef double[::1, :] d = a[:, :, k]
    return both(a[:, :, k]), both(d), first(a[:, k, k]), first(a[:, k, k][1:]), np.asarray(a[:, 1:, k]), both(a[:, 1:, k])
def rows(double[:, ::1] a, Py_ssize_t k):
    return first(a[k]), first(a[k, 1:])
def transposed(double[:, ::1] a):
    cdef double[::1, :] b = a.T
    return both(a.T), both(b[:, 1:]), first(b[:, 1]), first(a.T[:, 1])
# --- calls
columns(fort(f8(3, 4)), 1)
columns(fort(f8(3, 4)), 3)
columns(fort(f8(3, 4)), -1)
columns(f8(3, 4), 1)
columns(fort(f8(1, 4)), 0)
ranks(fort(f8(3, 4, 2)), 1)
rows(f8(3, 4), 1)
transposed(f8(3, 4))
