"""Names of headers under names of one's own, and those of NumPy's mathematics."""
cimport numpy as np
from numpy cimport math as npmath
from numpy.math cimport LOGE10, PI as PI2, isinf, logl

cdef extern from "math.h":
    double c_sin "sin"(double x) nogil
    double TAU_2 "M_PI"
    double sqrt(double), c_pow "pow" (double, double) nogil

cdef extern from "numpy/npy_math.h":
    np.float64_t NAN "NPY_NAN"
    double INFINITY "NPY_INFINITY"
    double NPY_PI, NPY_LOGE2, NPY_SQRT1_2
    bint npy_isnan(np.float64_t x) nogil
    bint isfin "npy_isfinite"(double)
    double npy_copysign(double, double) noexcept nogil


def functions(double x):
    return c_sin(x), sqrt(x), c_pow(x, 2), npy_isnan(x), isfin(x), npy_copysign(x, -1)


def constants():
    cdef double z = NAN
    return z, NAN, INFINITY, TAU_2, NPY_PI, NPY_LOGE2, NPY_SQRT1_2


def without_lock(double[:] a):
    cdef Py_ssize_t i, n = 0
    with nogil:
        for i in range(a.shape[0]):
            n += npy_isnan(a[i])
    return n


def of_numpy(double x):
    return isinf(x), logl(x), npmath.isnan(x), npmath.INFINITY, LOGE10, PI2


cdef extern from "Python.h":
    int PyErr_CheckSignals()
    double PyFloat_AsDouble(object)
    object PyFloat_FromDouble(double v)
    Py_ssize_t PyList_GET_SIZE(object)
    char* PyBytes_AS_STRING(object)
    object PyBytes_FromStringAndSize(char*, Py_ssize_t)
    void* PyMem_Malloc(size_t)
    void PyMem_Free(void*)


cdef extern from "numpy/arrayobject.h":
    ctypedef int npy_intp
    void* PyArray_DATA(object)
    int PyArray_NDIM(object arr)


def of_python_h(bytes b):
    cdef char* s = b
    cdef double* p = <double*>PyMem_Malloc(2 * sizeof(double))
    p[1] = PyFloat_AsDouble(2)
    x = p[1]
    PyMem_Free(p)
    return (PyBytes_AS_STRING(b), PyErr_CheckSignals(), x, PyFloat_FromDouble(2.5), PyList_GET_SIZE([1, 2]),
            PyBytes_FromStringAndSize(s, 1))


def of_array_object(a):
    cdef npy_intp n = len(a)
    return PyArray_NDIM(a), (<double*>PyArray_DATA(a))[n - 1]


# --- calls
(functions(x) for x in [2.0, 0.0, nan, inf])
constants()
without_lock(np.array([1, nan, 2, nan]))
without_lock(np.array([]))
(of_numpy(x) for x in [2.0, 0.0, nan, inf, -inf])
of_python_h(b"abc")
of_array_object(np.array([1.5, 2]))
