"""Fields of C's of `cnp.ndarray` variables: data, shape, strides, ndim and size without the interpreter."""

import numpy as np

cimport numpy as cnp
from libc.string cimport memcpy

cnp.import_array()

ctypedef fused real:
    float
    double

cdef cnp.ndarray TABLE = np.arange(4.0)


cdef struct Layout:
    cnp.npy_intp* shape
    cnp.npy_intp* strides
    int ndim


def total(cnp.ndarray a):
    cdef double* p = <double*>a.data
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(a.size):
        s += p[i]
    return s


def fields(cnp.ndarray a):
    cdef cnp.npy_intp* shape = a.shape
    cdef cnp.npy_intp* strides = <cnp.npy_intp*>a.strides
    cdef int i
    return [(shape[i], strides[i]) for i in range(a.ndim)], a.ndim, a.size


def attributes(cnp.ndarray a):
    return a.dtype, a.itemsize, a.nbytes, a.flags.c_contiguous, a.T, a.sum()


def as_object(cnp.ndarray a):
    return (<object>a).shape, len((<object>a).strides)


def released(cnp.ndarray a):
    cdef double* p
    cdef Py_ssize_t n
    with nogil:
        p = <double*>a.data
        n = a.shape[0]
    return n, a.shape[a.ndim - 1]


def local(x):
    cdef cnp.ndarray a = np.ascontiguousarray(x, dtype=np.float64)
    if a.ndim == 1 and a.shape[0] > 1:
        return (<double*>a.data)[1]
    return None


def of_buffer(cnp.ndarray[double, ndim=2] a):
    cdef double* p = <double*>a.data
    return p[0], a.shape[1], a.strides[0], a.size


cdef double walk(char* data, Layout* layout, Py_ssize_t skipped) noexcept nogil:
    """Items at equal indices on all axes."""
    cdef double s = 0
    cdef Py_ssize_t i, axis, at
    for i in range(skipped, layout.shape[0]):
        at = 0
        for axis in range(layout.ndim):
            at += i * layout.strides[axis]
        s += (<double*>(data + at))[0]
    return s


def diagonal(cnp.ndarray a, Py_ssize_t skipped=0):
    cdef Layout layout
    layout.shape = a.shape
    layout.strides = a.strides
    layout.ndim = a.ndim
    cdef char* data = <char*>a.data
    with nogil:
        s = walk(data, &layout, skipped)
    return s


def copied(cnp.ndarray source, cnp.ndarray target not None, real[:] tag):
    cdef real* to = <real*>target.data
    if source.size != target.size:
        raise ValueError(f"{source.size} items for {target.size}")
    memcpy(to, source.data, target.size * sizeof(real))
    return target

def of_global(int k):
    return (<double*>TABLE.data)[k], TABLE.shape[0], TABLE.ndim


cdef cnp.ndarray made(n):
    return np.ones(n)


def of_result(n):
    return made(n).shape[0], made(n).size, made(n).sum()


# --- calls
total(f8(5))
total(f8(2, 3))
total(f8(0))
total([1])
total(3.5)
fields(f8(2, 3).T)
fields(f8(2, 3)[::-1, ::2])
fields(np.array(3))
fields(np.zeros((0, 2), complex))
attributes(f8(2, 2))
as_object(f8(2, 3))
released(f8(2, 3))
local([1, 2]), local([3]), local(3)
of_buffer(f8(2, 3)), of_buffer(f8(3, 4)[:, ::2])
of_buffer(f8(3))
diagonal(f8(3, 3)), diagonal(f8(3, 4).T[:3]), diagonal(f8(4, 4)[::-1, ::-1], 1), diagonal(f8(2, 2, 2))
copied(f8(3), np.zeros(3), np.zeros(1))
copied(f8(3).astype("f4"), np.zeros(3, "f4"), np.zeros(1, "f4"))
copied(f8(3), np.zeros(2), np.zeros(1))
copied(f8(3), [1], np.zeros(1))
total(ro(f8(3)))
of_global(2)
of_result(3)
