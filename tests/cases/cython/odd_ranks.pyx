#cython: boundscheck=False
#cython: wraparound=False
#cython: cdivision=True
"""Rank filters: kernels as function pointers of two fused types, masks of `char`, contiguous axes by name."""
import numpy as np
cimport numpy as cnp
from cython cimport view
from cython.view cimport contiguous
from libc.stdlib cimport malloc, free
from libc.math cimport fabs, HUGE_VAL

cnp.import_array()

ctypedef fused dtype_t:
    cnp.uint8_t
    cnp.uint16_t

ctypedef fused dtype_t_out:
    cnp.uint8_t
    cnp.uint16_t
    cnp.float64_t

cdef inline double _max(double a, double b) noexcept nogil:
    return a if a >= b else b

cdef inline int is_in_mask(Py_ssize_t rows, Py_ssize_t cols, Py_ssize_t r, Py_ssize_t c, char* mask) noexcept nogil:
    if r < 0 or r > rows - 1 or c < 0 or c > cols - 1:
        return 0
    else:
        if not mask[r * cols + c]:
            return 0
        else:
            return 1

cdef inline void histogram_increment(Py_ssize_t* histo, double* pop, dtype_t value) noexcept nogil:
    histo[value] += 1
    pop[0] += 1

cdef inline void kernel_mean(dtype_t_out* out, Py_ssize_t odepth, Py_ssize_t[::1] histo, double pop, dtype_t g) noexcept nogil:
    cdef Py_ssize_t i
    cdef Py_ssize_t mean = 0
    if pop:
        for i in range(256):
            mean += histo[i] * i
        out[0] = <dtype_t_out>(mean / pop)
    else:
        out[0] = <dtype_t_out>0

cdef int _core(void kernel(dtype_t_out*, Py_ssize_t, Py_ssize_t[::1], double, dtype_t) noexcept nogil,
               dtype_t[:, ::1] image, char[:, ::1] mask, dtype_t_out[:, :, ::1] out) except -1:
    cdef Py_ssize_t rows = image.shape[0], cols = image.shape[1], r, c, rr, cc
    cdef Py_ssize_t[::1] histo = np.zeros(256, dtype=np.intp)
    cdef char* mask_data = &mask[0, 0]
    cdef double pop
    with nogil:
        for r in range(rows):
            for c in range(cols):
                pop = 0
                histo[:] = 0
                for rr in range(r - 1, r + 2):
                    for cc in range(c - 1, c + 2):
                        if is_in_mask(rows, cols, rr, cc, mask_data):
                            histogram_increment(&histo[0], &pop, image[rr, cc])
                kernel(&out[r, c, 0], out.shape[2], histo, pop, image[r, c])
    return 0

def _mean(dtype_t[:, ::1] image, char[:, ::1] mask, dtype_t_out[:, :, ::1] out):
    _core(kernel_mean[dtype_t_out, dtype_t], image, mask, out)

def generic_view(int[:, ::view.contiguous] a, double[::view.strided, ::view.contiguous] b, float[::view.strided] c):
    return a[0, 0] + b[0, 0], c[c.shape[0] - 1], a.strides[1]

def generic2(int[::contiguous] a):
    return a[0]

def infinity():
    cdef double best = HUGE_VAL
    return best, -best
# --- calls
_mean(np.arange(16, dtype=np.uint8).reshape(4, 4), np.ones((4, 4), np.uint8), np.zeros((4, 4, 1), np.float64))
_mean(np.arange(16, dtype=np.uint16).reshape(4, 4), np.ones((4, 4), bool), np.zeros((4, 4, 1), np.uint8))
generic_view(np.ones((2, 3), np.int32), np.ones((2, 3)), np.ones(4, np.float32)[::2])
generic_view(np.ones((2, 3), np.int32, order="F"), np.ones((2, 3)), np.ones(4, np.float32)[::2])
generic2(np.ones(3, np.int32))
infinity()
