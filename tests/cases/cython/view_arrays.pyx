"""cython.view.array: memory of its own, or of a pointer."""
cimport cython
from cython cimport view
from cython.view cimport array as cvarray
from libc.stdlib cimport calloc, free, malloc

import numpy as np

cdef int freed = 0


cdef void note_free(void* p) noexcept:
    global freed
    freed += 1
    free(p)


def made(int n, int m):
    cdef cvarray a = cvarray(shape=(n, m), itemsize=sizeof(double), format="d")
    cdef double[:, ::1] v = a
    v[:, :] = 2.5
    v[0, 0] = n
    return a.len, a.ndim, a.itemsize, a.mode, a.shape, a.strides, a[0, 0], len(a), np.asarray(a)


def in_order(int n, order):
    cdef cvarray a = cvarray((n, 3), sizeof(int), "i", order)
    cdef int[:, :] v = a
    v[...] = 7
    v[0, 1] = 8
    return v.strides[0], v.strides[1], a.mode, np.asarray(a), memoryview(a).tolist()


def fortran_view(int n):
    cdef int[::1, :] a = view.array(shape=(n, 3), itemsize=sizeof(int), format="i", mode="fortran")
    a[:, :] = 2
    a[n - 1, 0] = 3
    return np.asarray(a)


def of_shape(shape, itemsize, format):
    cdef cvarray a = cvarray(shape, itemsize, format)
    return a.ndim, a.len, a.shape


def of_mode(mode):
    cdef cvarray a = cvarray(shape=(2,), itemsize=4, format="i", mode=mode)
    return a.mode


def wrong_view(int n):
    cdef cvarray a = cvarray(shape=(n,), itemsize=8, format="d")
    cdef float[:] v = a
    return v.shape[0]


def wrong_rank(int n):
    cdef double[:, :] v = cvarray(shape=(n,), itemsize=8, format="d")
    return v.shape[0]


def borrowed(int n):
    cdef double* p = <double*>malloc(n * sizeof(double))
    cdef cvarray a = cvarray(shape=(n,), itemsize=sizeof(double), format="d", allocate_buffer=False)
    cdef Py_ssize_t i
    a.data = <char*>p
    for i in range(n):
        p[i] = i * 0.5
    result = np.array(a)
    p[0] = 9
    again = np.array(a)
    free(p)
    return result, again


def handed_over(int n):
    cdef int* p = <int*>malloc(n * sizeof(int))
    cdef cvarray a = <int[:n]>p
    cdef Py_ssize_t i
    a.callback_free_data = free
    for i in range(n):
        p[i] = i * i
    return np.asarray(a)


def given_away(int n):
    cdef int* p = <int*>calloc(n, sizeof(int))
    cdef cvarray a = <int[:n]>p
    a.callback_free_data = note_free
    kept = np.asarray(a)
    kept[0] = 5
    return kept, p[0]


def frees():
    return freed


def shared(int n):
    cdef double* p = <double*>calloc(n * 2, sizeof(double))
    out = np.asarray(<double[:n, :2]>p)
    out[0, 1] = 4
    p[0] = 3
    result = out.copy(), out.flags.writeable, out.flags.owndata
    del out
    free(p)
    return result


def through_view(int n):
    cdef double* p = <double*>calloc(n, sizeof(double))
    cdef double[::1] v = <double[:n]>p
    seen = np.asarray(v)
    seen[1] = 2.5
    part = np.asarray(v[1:])
    part[0] += 1
    result = p[1], v[1], v.shape[0]
    free(p)
    return result


def items(int n):
    cdef cvarray a = cvarray(shape=(n,), itemsize=sizeof(long), format="l")
    cdef long[:] v = a
    v[:] = 1
    a[0] = 5
    a[-1] = 6
    return a[0], a[n - 1], [x for x in a], a[1:].shape, a.memview.ndim


def pointer(int n):
    cdef cvarray a = cvarray(shape=(n,), itemsize=sizeof(int), format="i")
    cdef int* p = <int*>a.data
    cdef Py_ssize_t i
    for i in range(n):
        p[i] = <int>i + 1
    return [x for x in a]


def attribute(name):
    a = cvarray(shape=(2, 3), itemsize=4, format="i")
    return getattr(a, name)


def keeps(int n):
    cdef double[:] v = cvarray(shape=(n,), itemsize=8, format="d")
    v[:] = 1
    w = v.base
    return type(w).__name__, np.asarray(w)


def none_array():
    cdef cvarray a = None
    return a is None


def not_array(x):
    cdef cvarray a = x
    return a.len


def taken(cvarray a not None):
    return a.ndim


def take(x):
    return taken(x)


def instance(x):
    return isinstance(x, cvarray), isinstance(cvarray((1,), 1, "b"), cvarray)


def no_memory_yet(int n):
    cdef cvarray a = cvarray(shape=(n,), itemsize=4, format="i", allocate_buffer=False)
    return a.data == NULL, a.len


def of_bytes_format(int n):
    cdef cvarray a = cvarray(shape=(n,), itemsize=1, format=b"B")
    cdef unsigned char[:] v = a
    v[:] = 200
    return np.asarray(a)


cdef packed struct Pair:
    int a
    double b


def of_structs(int n):
    cdef Pair* p = <Pair*>calloc(n, sizeof(Pair))
    cdef Pair[:] v = <Pair[:n]>p
    v[0].a = 3
    v[n - 1].b = 1.5
    result = p[0].a, p[n - 1].b
    free(p)
    return result

# --- calls
made(2, 3)
made(1, 1)
in_order(2, "c")
in_order(2, "fortran")
in_order(2, "C")
in_order(2, b"c")
fortran_view(2)
of_shape((2, 3), 8, "d")
of_shape((4,), 1, "b")
of_shape((1, 2, 3, 4), 2, "h")
of_shape((0,), 8, "d")
of_shape((2, -1), 8, "d")
of_shape((), 8, "d")
of_shape((2,), 0, "d")
of_shape((2,), -1, "d")
of_shape([2], 8, "d")
of_shape((2.5,), 8, "d")
of_shape(("a",), 8, "d")
of_shape((2,), 8, 5)
of_shape((2,), 8, None)
of_shape(None, 8, "d")
of_mode("fortran")
of_mode("strided")
wrong_view(3)
wrong_rank(3)
borrowed(3)
handed_over(4)
frees()
given_away(3)[1]
frees()
shared(2)
through_view(3)
items(3)
pointer(3)
attribute("shape")
attribute("nbytes")
attribute("data")
attribute("nothing")
keeps(3)
none_array()
not_array(5)
not_array("a")
take(None)
take(3)
instance(3)
no_memory_yet(2)
of_bytes_format(2)
of_structs(2)
