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
# --- calls
(functions(x) for x in [2.0, 0.0, nan, inf])
constants()
without_lock(np.array([1, nan, 2, nan]))
without_lock(np.array([]))
(of_numpy(x) for x in [2.0, 0.0, nan, inf, -inf])
