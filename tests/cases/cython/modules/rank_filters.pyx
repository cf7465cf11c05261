# cython: boundscheck=False
# cython: wraparound=False
# cython: cdivision=True
"""Rank filters of images by a moving histogram, for 8 and 16 bit pixels and several outputs.

The neighbourhood is a mask; at each step only the pixels that enter and leave the
window are touched.
"""
import numpy as np

cimport cython
cimport numpy as cnp
from libc.math cimport log
from libc.stdlib cimport calloc, free, malloc

cnp.import_array()

ctypedef fused dtype_t:
    cnp.uint8_t
    cnp.uint16_t


ctypedef fused dtype_t_out:
    cnp.uint8_t
    cnp.uint16_t
    cnp.float64_t


ctypedef void (*counter)(Py_ssize_t*, double*, Py_ssize_t) noexcept nogil


cdef inline double _max2(double a, double b) noexcept nogil:
    return a if a >= b else b


cdef inline void increment(Py_ssize_t* histo, double* pop, Py_ssize_t value) noexcept nogil:
    histo[value] += 1
    pop[0] += 1


cdef inline void decrement(Py_ssize_t* histo, double* pop, Py_ssize_t value) noexcept nogil:
    histo[value] -= 1
    pop[0] -= 1


cdef inline bint inside(Py_ssize_t rows, Py_ssize_t cols, Py_ssize_t r, Py_ssize_t c) noexcept nogil:
    return r >= 0 and r < rows and c >= 0 and c < cols


cdef inline void _kernel_mean(dtype_t_out* out, Py_ssize_t odepth, Py_ssize_t* histo, double pop, dtype_t g,
                              Py_ssize_t n_bins) noexcept nogil:
    cdef Py_ssize_t i
    cdef Py_ssize_t mean = 0
    if pop:
        for i in range(n_bins):
            mean += histo[i] * i
        out[0] = <dtype_t_out>(mean / pop)
    else:
        out[0] = <dtype_t_out>0


cdef inline void _kernel_median(dtype_t_out* out, Py_ssize_t odepth, Py_ssize_t* histo, double pop, dtype_t g,
                                Py_ssize_t n_bins) noexcept nogil:
    cdef Py_ssize_t i
    cdef double total = pop / 2.0
    if pop:
        for i in range(n_bins):
            if histo[i]:
                total -= histo[i]
                if total <= 0:
                    out[0] = <dtype_t_out>i
                    return
    else:
        out[0] = <dtype_t_out>0


cdef inline void _kernel_gradient(dtype_t_out* out, Py_ssize_t odepth, Py_ssize_t* histo, double pop, dtype_t g,
                                  Py_ssize_t n_bins) noexcept nogil:
    cdef Py_ssize_t i, imin = 0, imax = 0
    if pop:
        for i in range(n_bins - 1, -1, -1):
            if histo[i]:
                imax = i
                break
        for i in range(n_bins):
            if histo[i]:
                imin = i
                break
        out[0] = <dtype_t_out>(imax - imin)
    else:
        out[0] = <dtype_t_out>0


cdef inline void _kernel_entropy(dtype_t_out* out, Py_ssize_t odepth, Py_ssize_t* histo, double pop, dtype_t g,
                                 Py_ssize_t n_bins) noexcept nogil:
    cdef Py_ssize_t i
    cdef double e = 0, p
    if pop:
        for i in range(n_bins):
            p = histo[i] / pop
            if p > 0:
                e -= p * log(p) / 0.6931471805599453
        out[0] = <dtype_t_out>e
    else:
        out[0] = <dtype_t_out>0


cdef inline void _kernel_threshold(dtype_t_out* out, Py_ssize_t odepth, Py_ssize_t* histo, double pop, dtype_t g,
                                   Py_ssize_t n_bins) noexcept nogil:
    cdef Py_ssize_t i
    cdef Py_ssize_t mean = 0
    if pop:
        for i in range(n_bins):
            mean += histo[i] * i
        out[0] = <dtype_t_out>(g > (mean / pop))
    else:
        out[0] = <dtype_t_out>0


cdef int _core(void kernel(dtype_t_out*, Py_ssize_t, Py_ssize_t*, double, dtype_t, Py_ssize_t) noexcept nogil,
               dtype_t[:, ::1] image, char[:, ::1] selem, char[:, ::1] mask, dtype_t_out[:, :, ::1] out,
               signed char shift_x, signed char shift_y, Py_ssize_t n_bins) except -1:
    """Calls the kernel at every pixel with the histogram of its neighbourhood."""
    cdef Py_ssize_t rows = image.shape[0], cols = image.shape[1]
    cdef Py_ssize_t srows = selem.shape[0], scols = selem.shape[1]
    cdef Py_ssize_t odepth = out.shape[2]
    cdef Py_ssize_t centre_r = srows // 2 + shift_y, centre_c = scols // 2 + shift_x
    cdef Py_ssize_t r, c, s, rr, cc, i, j
    cdef double pop = 0
    cdef Py_ssize_t n_enter = 0, n_leave = 0
    if not (0 <= centre_r < srows) or not (0 <= centre_c < scols):
        raise ValueError("the shift moves the centre out of the footprint")

    cdef Py_ssize_t* histo = <Py_ssize_t*>calloc(n_bins, sizeof(Py_ssize_t))
    cdef Py_ssize_t* enter_r = <Py_ssize_t*>malloc(srows * scols * sizeof(Py_ssize_t))
    cdef Py_ssize_t* enter_c = <Py_ssize_t*>malloc(srows * scols * sizeof(Py_ssize_t))
    cdef Py_ssize_t* leave_r = <Py_ssize_t*>malloc(srows * scols * sizeof(Py_ssize_t))
    cdef Py_ssize_t* leave_c = <Py_ssize_t*>malloc(srows * scols * sizeof(Py_ssize_t))
    if not histo or not enter_r or not enter_c or not leave_r or not leave_c:
        free(histo)
        free(enter_r)
        free(enter_c)
        free(leave_r)
        free(leave_c)
        raise MemoryError("no memory for the histogram")

    # Offsets of pixels on the footprint's right and left edge of every run.
    for i in range(srows):
        for j in range(scols):
            if selem[i, j] and (j == scols - 1 or not selem[i, j + 1]):
                enter_r[n_enter] = i - centre_r
                enter_c[n_enter] = j - centre_c
                n_enter += 1
            if selem[i, j] and (j == 0 or not selem[i, j - 1]):
                leave_r[n_leave] = i - centre_r
                leave_c[n_leave] = j - centre_c - 1
                n_leave += 1

    with nogil:
        for r in range(rows):
            for i in range(n_bins):
                histo[i] = 0
            pop = 0
            for i in range(srows):
                for j in range(scols):
                    rr = r + i - centre_r
                    cc = j - centre_c
                    if selem[i, j] and inside(rows, cols, rr, cc) and mask[rr, cc]:
                        increment(histo, &pop, image[rr, cc])
            kernel(&out[r, 0, 0], odepth, histo, pop, image[r, 0], n_bins)
            for c in range(1, cols):
                for s in range(n_enter):
                    rr = r + enter_r[s]
                    cc = c + enter_c[s]
                    if inside(rows, cols, rr, cc) and mask[rr, cc]:
                        increment(histo, &pop, image[rr, cc])
                for s in range(n_leave):
                    rr = r + leave_r[s]
                    cc = c + leave_c[s]
                    if inside(rows, cols, rr, cc) and mask[rr, cc]:
                        decrement(histo, &pop, image[rr, cc])
                kernel(&out[r, c, 0], odepth, histo, pop, image[r, c], n_bins)
        free(histo)
        free(enter_r)
        free(enter_c)
        free(leave_r)
        free(leave_c)
    return 0


def _mean(dtype_t[:, ::1] image, char[:, ::1] selem, char[:, ::1] mask, dtype_t_out[:, :, ::1] out,
          signed char shift_x, signed char shift_y, Py_ssize_t n_bins):
    _core(_kernel_mean[dtype_t_out, dtype_t], image, selem, mask, out, shift_x, shift_y, n_bins)


def _median(dtype_t[:, ::1] image, char[:, ::1] selem, char[:, ::1] mask, dtype_t_out[:, :, ::1] out,
            signed char shift_x, signed char shift_y, Py_ssize_t n_bins):
    _core(_kernel_median[dtype_t_out, dtype_t], image, selem, mask, out, shift_x, shift_y, n_bins)


def _gradient(dtype_t[:, ::1] image, char[:, ::1] selem, char[:, ::1] mask, dtype_t_out[:, :, ::1] out,
              signed char shift_x, signed char shift_y, Py_ssize_t n_bins):
    _core(_kernel_gradient[dtype_t_out, dtype_t], image, selem, mask, out, shift_x, shift_y, n_bins)


def _entropy(dtype_t[:, ::1] image, char[:, ::1] selem, char[:, ::1] mask, dtype_t_out[:, :, ::1] out,
             signed char shift_x, signed char shift_y, Py_ssize_t n_bins):
    _core(_kernel_entropy[dtype_t_out, dtype_t], image, selem, mask, out, shift_x, shift_y, n_bins)


def _threshold(dtype_t[:, ::1] image, char[:, ::1] selem, char[:, ::1] mask, dtype_t_out[:, :, ::1] out,
               signed char shift_x, signed char shift_y, Py_ssize_t n_bins):
    _core(_kernel_threshold[dtype_t_out, dtype_t], image, selem, mask, out, shift_x, shift_y, n_bins)


def run(str name, image, footprint, out_dtype=None, mask=None, shift_x=0, shift_y=0):
    """The front end: prepares arrays and picks the filter by its name."""
    image = np.ascontiguousarray(image)
    if image.dtype not in (np.uint8, np.uint16):
        raise TypeError("only unsigned bytes and shorts, got %s" % image.dtype)
    if mask is None:
        mask = np.ones(image.shape, dtype=np.uint8)
    out = np.zeros(image.shape + (1,), dtype=out_dtype or image.dtype)
    n_bins = 256 if image.dtype == np.uint8 else int(max(3, image.max())) + 1
    filters = {"mean": _mean, "median": _median, "gradient": _gradient, "entropy": _entropy, "threshold": _threshold}
    filters[name](image, np.ascontiguousarray(footprint, dtype=np.uint8), np.ascontiguousarray(mask > 0, dtype=np.uint8),
                  out, shift_x, shift_y, n_bins)
    return out[:, :, 0]

# --- calls
(run(n, (np.arange(30, dtype=np.uint8).reshape(5, 6) * 37) % 255, np.ones((3, 3))) for n in ("mean", "median", "gradient", "threshold"))
(run(n, np.arange(30, dtype=np.uint16).reshape(5, 6) * 37 % 1000, [[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.float64) for n in ("mean", "median", "entropy"))
run("mean", np.arange(12, dtype=np.uint8).reshape(3, 4), np.ones((3, 3)), mask=np.eye(3, 4))
run("median", np.arange(12, dtype=np.uint8).reshape(3, 4), np.ones((3, 5)), shift_x=1, shift_y=-1)
run("mean", np.arange(12, dtype=np.uint8).reshape(3, 4), np.ones((3, 3)), shift_x=9)
run("mean", np.arange(12.0).reshape(3, 4), np.ones((3, 3)))
run("mode", np.arange(12, dtype=np.uint8).reshape(3, 4), np.ones((3, 3)))
_mean(np.zeros((2, 2), np.uint8), np.ones((1, 1), np.int8), np.ones((2, 2), np.int8), np.zeros((2, 2, 1), np.float32), 0, 0, 256)
