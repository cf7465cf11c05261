"""NumPy's C interface: what is read of arrays, their flags, and new arrays by the number of a type."""

import numpy as np

cimport numpy as cnp
from numpy cimport NPY_INT64, PyArray_DIM

cnp.import_array()

cdef double[4] table = [1, 2, 3, 4]


def size(a):
    return cnp.PyArray_SIZE(a)


def first(cnp.ndarray a):
    return (<double*>cnp.PyArray_DATA(a))[0], cnp.PyArray_BYTES(a) is a.data


def sizes(cnp.ndarray a):
    return (cnp.PyArray_NDIM(a), PyArray_DIM(a, 0), cnp.PyArray_DIMS(a)[0], cnp.PyArray_STRIDES(a)[0],
            cnp.PyArray_STRIDE(a, 0))


def of_buffer(cnp.ndarray[double] a):
    return PyArray_DIM(a, 0), cnp.PyArray_NDIM(a), cnp.PyArray_TYPE(a) == cnp.NPY_FLOAT64


def of_view(double[:] a):
    return cnp.PyArray_SIZE(np.asarray(a))


def total_of_items(a):
    cdef double s = 0
    cdef Py_ssize_t i
    cdef double* p = <double*>cnp.PyArray_DATA(a)
    for i in range(cnp.PyArray_SIZE(a)):
        s += p[i]
    return s


def is_array(a):
    return cnp.PyArray_Check(a), cnp.PyArray_CheckExact(a)


def flags(cnp.ndarray a):
    if cnp.PyArray_IS_C_CONTIGUOUS(a) and not cnp.PyArray_ISWRITEABLE(a):
        return "read-only"
    return cnp.PyArray_IS_C_CONTIGUOUS(a), cnp.PyArray_IS_F_CONTIGUOUS(a), cnp.PyArray_ISWRITEABLE(a)


def new(cnp.npy_intp n):
    cdef cnp.npy_intp[2] shape = [n, 2]
    cdef cnp.ndarray made = cnp.PyArray_SimpleNew(2, shape, cnp.NPY_DOUBLE)
    return made.shape[0], made.dtype, made.size


def zeros(cnp.npy_intp n, int number=cnp.NPY_INT32):
    return cnp.PyArray_ZEROS(1, &n, number, 0)


def in_order(cnp.npy_intp n, bint fortran):
    cdef cnp.npy_intp[2] shape = [n, 2]
    made = cnp.PyArray_EMPTY(2, shape, cnp.NPY_COMPLEX128, fortran)
    made[...] = 1j
    return made


def of_memory(cnp.npy_intp n):
    return cnp.PyArray_SimpleNewFromData(1, &n, cnp.NPY_FLOAT64, table)


def number_of(cnp.ndarray a):
    return cnp.PyArray_TYPE(a) == NPY_INT64, cnp.PyArray_TYPE(a) in (cnp.NPY_FLOAT32, cnp.NPY_DOUBLE)


# --- calls
size(f8(3)), size(f8(0)), size(np.array(1))
size([1])
size(3)
first(f8(3)), first(ro(f8(2)))
sizes(f8(3)), sizes(i8(2, 3)[::-1])
of_buffer(f8(3))
of_view(f8(3))
total_of_items(f8(2, 3)), total_of_items(f8(0))
total_of_items("abc")
is_array(f8(3)), is_array([1]), is_array(np.zeros((2, 2)).view(np.matrix)), is_array(None), is_array(np.float64(3))
flags(f8(2, 2)), flags(f8(2, 3).T), flags(f8(4)[::2]), flags(np.broadcast_to(1.0, 3)), flags(ro(f8(2)))
flags([1])
new(3), new(0)
new(-1)
zeros(3), zeros(2, 12), zeros(2, 17), zeros(0)
in_order(3, False), in_order(3, True)
of_memory(4), of_memory(0)
number_of(i8(2)), number_of(f8(2)), number_of(np.zeros(2, bool))
