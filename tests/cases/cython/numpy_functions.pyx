# cython: boundscheck=False, wraparound=False
"""Functions and constants of NumPy's C API."""
import numpy as np
cimport numpy as cnp
from numpy cimport NPY_DOUBLE, PyArray_DATA, PyArray_SimpleNewFromData, npy_intp

cnp.import_array()


def total(cnp.ndarray a):
    cdef double* p = <double*> PyArray_DATA(a)
    cdef npy_intp i
    cdef double s = 0
    if cnp.PyArray_TYPE(a) != NPY_DOUBLE or not cnp.PyArray_IS_C_CONTIGUOUS(a):
        raise ValueError("a contiguous array of doubles is needed")
    for i in range(cnp.PyArray_SIZE(a)):
        s += p[i]
    return s


def described(cnp.ndarray a):
    cdef int i, n = cnp.PyArray_NDIM(a)
    return (n, [cnp.PyArray_DIMS(a)[i] for i in range(n)], [cnp.PyArray_STRIDES(a)[i] for i in range(n)], cnp.PyArray_SIZE(a),
            cnp.PyArray_ITEMSIZE(a), cnp.PyArray_NBYTES(a), cnp.PyArray_TYPE(a), cnp.PyArray_FLAGS(a) & 0x507)


def asked(cnp.ndarray a):
    return (cnp.PyArray_ISCONTIGUOUS(a), cnp.PyArray_IS_F_CONTIGUOUS(a), cnp.PyArray_ISFORTRAN(a), cnp.PyArray_ISONESEGMENT(a),
            cnp.PyArray_ISWRITEABLE(a), cnp.PyArray_ISALIGNED(a), cnp.PyArray_ISBEHAVED(a), cnp.PyArray_ISCARRAY(a),
            cnp.PyArray_ISFARRAY(a), cnp.PyArray_ISBEHAVED_RO(a), cnp.PyArray_ISCARRAY_RO(a),
            cnp.PyArray_ISFARRAY_RO(a), cnp.PyArray_CHKFLAGS(a, cnp.NPY_ARRAY_CARRAY))


def kinds(cnp.ndarray a):
    return (cnp.PyArray_ISBOOL(a), cnp.PyArray_ISUNSIGNED(a), cnp.PyArray_ISSIGNED(a), cnp.PyArray_ISINTEGER(a),
            cnp.PyArray_ISFLOAT(a), cnp.PyArray_ISCOMPLEX(a), cnp.PyArray_ISNUMBER(a), cnp.PyArray_ISOBJECT(a))


def is_array(x):
    return cnp.PyArray_Check(x), cnp.PyArray_CheckExact(x)


def by_pointer(cnp.ndarray a):
    cdef double* p = <double*> cnp.PyArray_GETPTR2(a, 1, 2)
    p[0] = -1
    return a, (<double*> cnp.PyArray_GETPTR1(a, 0))[0]


def made(int rows, int columns):
    cdef npy_intp shape[2]
    shape[0] = rows
    shape[1] = columns
    cdef cnp.ndarray zeros = cnp.PyArray_ZEROS(2, shape, cnp.NPY_FLOAT32, 0)
    cdef cnp.ndarray new = cnp.PyArray_SimpleNew(2, shape, cnp.NPY_INT64)
    cdef cnp.ndarray fortran = cnp.PyArray_EMPTY(2, shape, cnp.NPY_COMPLEX128, 1)
    new[...] = 7
    fortran[...] = 1j
    return zeros, new, fortran, fortran.flags.f_contiguous


cdef double[4] STORE = [1, 2, 3, 4]


def over_memory():
    cdef npy_intp n = 4
    cdef cnp.ndarray a = PyArray_SimpleNewFromData(1, &n, NPY_DOUBLE, <void*> STORE)
    a[0] = 9
    out = a.copy()
    STORE[0] = 1
    return out, a.copy(), a.flags.owndata


def with_base(owner):
    cdef cnp.ndarray a = np.frombuffer(bytearray(8), dtype=np.uint8)[2:].view()
    cdef npy_intp n = 3
    cdef cnp.ndarray b = PyArray_SimpleNewFromData(1, &n, cnp.NPY_UINT8, cnp.PyArray_DATA(a))
    cnp.set_array_base(b, owner)
    return cnp.get_array_base(b) is owner, cnp.get_array_base(np.zeros(2))


def converted(x):
    return (cnp.PyArray_FROM_O(x), cnp.PyArray_FROM_OT(x, cnp.NPY_FLOAT64),
            cnp.PyArray_FROM_OTF(x, cnp.NPY_DOUBLE, cnp.NPY_ARRAY_IN_ARRAY | cnp.NPY_ARRAY_FORCECAST),
            cnp.PyArray_ContiguousFromObject(x, cnp.NPY_DOUBLE, 1, 2))


def computed(cnp.ndarray a):
    return (cnp.PyArray_Copy(a), cnp.PyArray_NewCopy(a, cnp.NPY_FORTRANORDER), cnp.PyArray_Ravel(a, cnp.NPY_CORDER),
            cnp.PyArray_SwapAxes(a, 0, 1), cnp.PyArray_ToList(a), cnp.PyArray_Cast(a, cnp.NPY_INT32),
            cnp.PyArray_Concatenate((a, a), 0), cnp.PyArray_DescrFromType(cnp.NPY_INT16),
            cnp.PyArray_Arange(0, 3, 1, cnp.NPY_FLOAT32), cnp.PyArray_GETCONTIGUOUS(a.T))


def filled(cnp.ndarray a, x):
    cnp.PyArray_FillWithScalar(a, x)
    return a


def copied(cnp.ndarray to, cnp.ndarray source):
    cnp.PyArray_CopyInto(to, source)
    return to


def without_lock(cnp.ndarray a):
    cdef double* p
    cdef npy_intp i, n
    cdef double s = 0
    with nogil:
        p = <double*> PyArray_DATA(a)
        n = cnp.PyArray_DIM(a, 0)
        for i in range(n):
            s += p[i]
    return s

# --- calls
(total(a) for a in (np.arange(4.0), np.zeros(0), np.array(2.5), np.arange(4), np.arange(8.0)[::2]))
total([1.0])
(described(a) for a in (np.zeros((2, 3)), np.array(1, "f4"), np.zeros((3, 2), np.int16)[::-1], np.zeros((0, 2))))
(asked(a) for a in (np.zeros(3), np.zeros((2, 3)), np.zeros((2, 3)).T, np.zeros(3)[::2], np.zeros(3, ">f8"), np.frombuffer(b"12345678")))
(kinds(np.zeros(1, t)) for t in ("?", "u2", "i4", "f8", "f2", "c16", object))
(is_array(x) for x in (np.zeros(1), [1], np.rec.array([(1,)], dtype=[("x", "i4")])))
by_pointer(np.arange(6.0).reshape(2, 3))
(made(r, c) for r, c in ((2, 3), (0, 1)))
over_memory()
with_base(bytearray(3))
(converted(x) for x in ([1, 2], np.arange(4)[::2], [[1.5]], "a"))
computed(np.arange(6.0).reshape(2, 3))
filled(np.zeros(3), 2.5)
filled(np.zeros(3, int), "a")
copied(np.zeros((2, 3)), np.arange(3))
copied(np.zeros(2), np.arange(3))
without_lock(np.arange(4.0))
