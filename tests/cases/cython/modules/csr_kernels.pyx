"""Kernels of sparse matrices in compressed rows, on old NumPy buffers."""
import numpy as np

cimport cython
cimport numpy as np
from libc.math cimport fabs, sqrt

np.import_array()

DTYPE = np.float64
ITYPE = np.int32
ctypedef np.float64_t DTYPE_t
ctypedef np.int32_t ITYPE_t


@cython.boundscheck(False)
@cython.wraparound(False)
def matvec(np.ndarray[DTYPE_t, ndim=1] data, np.ndarray[ITYPE_t, ndim=1] indices, np.ndarray[ITYPE_t, ndim=1] indptr,
           np.ndarray[DTYPE_t, ndim=1] x):
    """The product of the matrix and a vector."""
    cdef Py_ssize_t n = indptr.shape[0] - 1
    cdef Py_ssize_t i, k
    cdef DTYPE_t total
    cdef np.ndarray[DTYPE_t, ndim=1] out = np.empty(n, dtype=DTYPE)
    for i in range(n):
        total = 0.0
        for k in range(indptr[i], indptr[i + 1]):
            total += data[k] * x[indices[k]]
        out[i] = total
    return out


@cython.boundscheck(False)
@cython.wraparound(False)
def rmatvec(np.ndarray[DTYPE_t, ndim=1] data, np.ndarray[ITYPE_t, ndim=1] indices, np.ndarray[ITYPE_t, ndim=1] indptr,
            np.ndarray[DTYPE_t, ndim=1] x, Py_ssize_t n_columns):
    """The product of the transposed matrix and a vector."""
    cdef Py_ssize_t i, k
    cdef np.ndarray[DTYPE_t, ndim=1] out = np.zeros(n_columns, dtype=DTYPE)
    for i in range(indptr.shape[0] - 1):
        for k in range(indptr[i], indptr[i + 1]):
            out[indices[k]] += data[k] * x[i]
    return out


@cython.boundscheck(False)
@cython.wraparound(False)
@cython.cdivision(True)
def normalise_rows_l1(np.ndarray[DTYPE_t, ndim=1] data, np.ndarray[ITYPE_t, ndim=1] indptr):
    """Divides each row by the sum of its absolute values, in place; empty rows stay."""
    cdef Py_ssize_t i, k
    cdef double total
    for i in range(indptr.shape[0] - 1):
        total = 0
        for k in range(indptr[i], indptr[i + 1]):
            total += fabs(data[k])
        if total == 0.0:
            continue
        for k in range(indptr[i], indptr[i + 1]):
            data[k] /= total


@cython.boundscheck(False)
@cython.wraparound(False)
@cython.cdivision(True)
def normalise_rows_l2(np.ndarray[DTYPE_t, ndim=1] data, np.ndarray[ITYPE_t, ndim=1] indptr):
    """Divides each row by its length, in place."""
    cdef Py_ssize_t i, k
    cdef double total
    for i in range(indptr.shape[0] - 1):
        total = 0
        for k in range(indptr[i], indptr[i + 1]):
            total += data[k] * data[k]
        if total == 0.0:
            continue
        total = sqrt(total)
        for k in range(indptr[i], indptr[i + 1]):
            data[k] /= total


@cython.boundscheck(False)
@cython.wraparound(False)
def mean_variance(np.ndarray[DTYPE_t, ndim=1] data, np.ndarray[ITYPE_t, ndim=1] indices, Py_ssize_t n_rows,
                  Py_ssize_t n_columns):
    """Mean and variance of each column, zeros included."""
    cdef np.ndarray[DTYPE_t, ndim=1] means = np.zeros(n_columns, dtype=DTYPE)
    cdef np.ndarray[DTYPE_t, ndim=1] variances = np.zeros(n_columns, dtype=DTYPE)
    cdef np.ndarray[ITYPE_t, ndim=1] counts = np.zeros(n_columns, dtype=ITYPE)
    cdef Py_ssize_t k, j
    cdef double diff
    for k in range(data.shape[0]):
        means[indices[k]] += data[k]
    for j in range(n_columns):
        means[j] /= n_rows
    for k in range(data.shape[0]):
        j = indices[k]
        diff = data[k] - means[j]
        variances[j] += diff * diff
        counts[j] += 1
    for j in range(n_columns):
        variances[j] += (n_rows - counts[j]) * means[j] ** 2
        variances[j] /= n_rows
    return means, variances


def transpose(np.ndarray[DTYPE_t, ndim=1] data, np.ndarray[ITYPE_t, ndim=1] indices, np.ndarray[ITYPE_t, ndim=1] indptr,
              int n_columns):
    """The three arrays of the transposed matrix, with checked indices."""
    cdef int n_rows = indptr.shape[0] - 1
    cdef np.ndarray[DTYPE_t, ndim=1] t_data = np.empty_like(data)
    cdef np.ndarray[ITYPE_t, ndim=1] t_indices = np.empty_like(indices)
    cdef np.ndarray[ITYPE_t, ndim=1] t_indptr = np.zeros(n_columns + 1, dtype=ITYPE)
    cdef int i, k, j, at, total = 0, here
    for k in range(data.shape[0]):
        t_indptr[indices[k]] += 1
    for j in range(n_columns + 1):
        here = t_indptr[j]
        t_indptr[j] = total
        total += here
    for i in range(n_rows):
        for k in range(indptr[i], indptr[i + 1]):
            at = t_indptr[indices[k]]
            t_indices[at] = i
            t_data[at] = data[k]
            t_indptr[indices[k]] += 1
    for j in range(n_columns, 0, -1):
        t_indptr[j] = t_indptr[j - 1]
    t_indptr[0] = 0
    return t_data, t_indices, t_indptr


def to_dense(np.ndarray[DTYPE_t, ndim=1] data, np.ndarray[ITYPE_t, ndim=1] indices, np.ndarray[ITYPE_t, ndim=1] indptr,
             shape):
    cdef np.ndarray[DTYPE_t, ndim=2] out = np.zeros(shape, dtype=DTYPE)
    cdef int i, k
    for i in range(indptr.shape[0] - 1):
        for k in range(indptr[i], indptr[i + 1]):
            out[i, indices[k]] += data[k]
    return out


def from_dense(np.ndarray[DTYPE_t, ndim=2] a):
    cdef list data = [], indices = []
    cdef np.ndarray[ITYPE_t, ndim=1] indptr = np.zeros(a.shape[0] + 1, dtype=ITYPE)
    cdef Py_ssize_t i, j
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            if a[i, j] != 0:
                data.append(a[i, j])
                indices.append(j)
        indptr[i + 1] = len(data)
    return np.array(data, dtype=DTYPE), np.array(indices, dtype=ITYPE), indptr


def power_iteration(np.ndarray[DTYPE_t, ndim=1] data, np.ndarray[ITYPE_t, ndim=1] indices,
                    np.ndarray[ITYPE_t, ndim=1] indptr, int steps):
    """The largest eigenvalue of a square matrix and its vector."""
    cdef np.ndarray[DTYPE_t, ndim=1] v = np.ones(indptr.shape[0] - 1, dtype=DTYPE)
    cdef double norm = 0
    cdef int step
    for step in range(steps):
        v = matvec(data, indices, indptr, v)
        norm = np.sqrt((v * v).sum())
        if norm == 0:
            break
        v = v / norm
    return norm, v

# --- calls
from_dense(np.array([[1.0, 0, 2], [0, 0, 0], [0, 3, -4]]))
matvec(*from_dense(np.array([[1.0, 0, 2], [0, 0, 0], [0, 3, -4]])), f8(3))
rmatvec(*from_dense(np.array([[1.0, 0, 2], [0, 0, 0], [0, 3, -4]])), f8(3), 3)
normalise_rows_l1(np.array([1.0, -3, 0, 0, 5]), np.array([0, 2, 4, 4, 5], np.int32))
normalise_rows_l2(np.array([3.0, -4, 0, 0, 5]), np.array([0, 2, 4, 4, 5], np.int32))
mean_variance(np.array([1.0, 2, 3]), np.array([0, 2, 0], np.int32), 4, 3)
transpose(*from_dense(np.array([[1.0, 0, 2], [0, 0, 0], [0, 3, -4]])), 3)
transpose(np.ones(2), np.array([0, 7], np.int32), np.array([0, 2], np.int32), 3)
to_dense(np.array([1.0, 2, 3]), np.array([0, 2, 0], np.int32), np.array([0, 2, 3], np.int32), (2, 3))
to_dense(np.array([1.0]), np.array([5], np.int32), np.array([0, 1], np.int32), (1, 3))
power_iteration(*from_dense(np.array([[2.0, 1], [1, 3]])), 30)
matvec(np.ones(2, "f4"), np.zeros(2, np.int32), np.array([0, 2], np.int32), f8(3))
matvec(np.ones(2), np.zeros(2, np.int64), np.array([0, 2], np.int32), f8(3))
