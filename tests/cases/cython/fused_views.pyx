"""Fused element types of views: dispatch by dtype and rank, several views of one type, nested fused types."""
import numpy as np

cimport cython
cimport numpy as cnp

ctypedef fused np_ints:
    cnp.int8_t
    cnp.int32_t
    cnp.int64_t


ctypedef fused np_floats:
    cnp.float32_t
    cnp.float64_t


ctypedef fused np_numeric:
    np_ints
    np_floats


ctypedef fused view:
    double[:]
    double[:, :]
    float[:]


def total(np_numeric[:] a):
    cdef np_numeric s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i]
    return s


def axpy(np_floats a, np_floats[::1] x, np_floats[::1] y):
    cdef Py_ssize_t i
    for i in range(x.shape[0]):
        y[i] += a * x[i]


def two(np_ints[:] labels, np_floats[:] values):
    cdef np_floats s = 0
    cdef Py_ssize_t i
    for i in range(labels.shape[0]):
        if labels[i] > 0:
            s += values[i]
    return s


def branches(np_numeric[:, :] a):
    if np_numeric in np_floats:
        kind = "float"
    elif np_numeric is cnp.int8_t:
        kind = "byte"
    else:
        kind = "int"
    return kind, a.shape[0]


def whole_view(view a):
    if view is double[:]:
        return "1d", a.shape[0]
    elif view is float[:]:
        return "1d float", a.shape[0]
    else:
        return "2d", a.shape[1]


cdef np_floats best(np_floats[:] a) noexcept nogil:
    cdef np_floats m = a[0]
    cdef Py_ssize_t i
    for i in range(1, a.shape[0]):
        if a[i] > m:
            m = a[i]
    return m


def call_best(np_floats[:] a):
    cdef np_floats m
    with nogil:
        m = best(a)
    return m


def row_best(np_floats[:, :] a, np_floats[:] out):
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        out[i] = best(a[i])


def const_sum(const np_floats[:] a):
    cdef np_floats s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i]
    return s


def result_array(np_floats[:] a):
    out = np.zeros(a.shape[0], dtype=np.float32 if np_floats is cnp.float32_t else np.float64)
    cdef np_floats[:] view_out = out
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        view_out[i] = a[i] / 3
    return out


def old_buffer(cnp.ndarray[np_floats, ndim=1] a):
    return a[0], a.sum()


def old_buffer_rank(cnp.ndarray[np_floats, ndim=2] a, int i):
    return a[i, 0]

ctypedef fused bytes_or_objects:
    cnp.int8_t
    cnp.uint8_t
    double
    object


def which(bytes_or_objects[:] a):
    if bytes_or_objects is object:
        return "object", a[0]
    return bytes_or_objects is cnp.uint8_t, a[0]


def which_buffer(cnp.ndarray[bytes_or_objects, ndim=2] a, int unused=0):
    if bytes_or_objects is object:
        return "object", a[0, 0]
    return bytes_or_objects is cnp.uint8_t, a[0, 0]


def masked(bytes_or_objects[:] a, np_floats[:] b):
    return bytes_or_objects is cnp.uint8_t, np_floats is cnp.float64_t


# --- calls
(total(np.arange(5).astype(t)) for t in (np.int8, np.int32, np.int64, np.float32, np.float64))
total(np.array([100, 100], np.int8))
total(np.zeros(3, np.uint8))
total(np.zeros(3, complex))
total(f8(2, 2))
total(None)
total([1, 2])
total(every2(f8(3)))
axpy(2.5, f8(3), np.ones(3))
axpy(2.5, f8(3).astype("f4"), np.ones(3, "f4"))
axpy(2.5, f8(3), np.ones(3, "f4"))
(two(np.array([0, 1, 1], t), f8(3).astype(u)) for t in (np.int8, np.int64) for u in ("f4", "f8"))
(branches(np.zeros((2, 3), t)) for t in (np.int8, np.int32, np.float32))
whole_view(f8(3))
whole_view(f8(3, 2))
whole_view(f8(3).astype("f4"))
whole_view(i8(3))
(call_best(a) for a in (f8(4), f8(4).astype("f4")))
row_best(f8(3, 2), np.zeros(3))
const_sum(ro(f8(3)))
const_sum(f8(3).astype("f4"))
(result_array(a) for a in (f8(3), f8(3).astype("f4")))
(old_buffer(a) for a in (f8(3), f8(3).astype("f4")))
old_buffer(i8(3))
old_buffer_rank(f8(2, 2), 1)
sorted(total.__signatures__)
total["int32_t"](np.arange(3, dtype=np.int32))
total(rev(f8(4)))
(which(np.array([1, 0]).astype(t)) for t in ("?", "i1", "u1", "f8", "O", "f4", "i8", "U1"))
(which(a) for a in (np.zeros((2, 2), object), np.zeros((2, 2)), [1], 3, None, rev(np.array([True, False]))))
which(memoryview(np.array([True])))
(which_buffer(np.ones((1, 2), t)) for t in ("?", "i1", "f8", "O", "f4"))
which_buffer(np.ones(2, object), 1)
(masked(np.array([True]), f8(1).astype(t)) for t in ("f4", "f8", "i8"))
