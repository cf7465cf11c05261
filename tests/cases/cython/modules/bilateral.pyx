# cython: boundscheck=False, wraparound=False, cdivision=True
"""The bilateral filter with a table of colour weights, for several channels and edge modes."""
import numpy as np

cimport numpy as cnp
from libc.math cimport exp, fabs, floor, sqrt
from libc.stdlib cimport free, malloc


cpdef enum EdgeMode:
    CONSTANT = 0
    EDGE = 1
    SYMMETRIC = 2
    WRAP = 3


cdef inline double gaussian_weight(double sigma_sqr, double value) noexcept nogil:
    return exp(-0.5 * value * value / sigma_sqr)


cdef double* colour_table(Py_ssize_t bins, double sigma, double max_value) except NULL:
    cdef double* table = <double*>malloc(bins * sizeof(double))
    cdef Py_ssize_t b
    if table is NULL:
        raise MemoryError("table of %d bins" % bins)
    for b in range(bins):
        table[b] = gaussian_weight(sigma * sigma, b * max_value / bins)
    return table


cdef double* range_table(Py_ssize_t size, double sigma) except NULL:
    cdef double* table = <double*>malloc(size * size * sizeof(double))
    cdef Py_ssize_t r, c, half = (size - 1) / 2
    if not table:
        raise MemoryError
    for r in range(size):
        for c in range(size):
            table[r * size + c] = gaussian_weight(sigma * sigma, sqrt((r - half) ** 2 + (c - half) ** 2))
    return table


cdef inline Py_ssize_t mapped(Py_ssize_t at, Py_ssize_t n, EdgeMode mode) noexcept nogil:
    """The index inside that stands for one outside; -1 for a constant."""
    if 0 <= at < n:
        return at
    if mode == EdgeMode.CONSTANT:
        return -1
    elif mode == EdgeMode.EDGE:
        return 0 if at < 0 else n - 1
    elif mode == EdgeMode.WRAP:
        return (at % n + n) % n
    at = (at % (2 * n) + 2 * n) % (2 * n)
    return at if at < n else 2 * n - 1 - at


cdef inline double pixel(const double[:, :, ::1] image, Py_ssize_t r, Py_ssize_t c, Py_ssize_t d, EdgeMode mode,
                         double cval) noexcept nogil:
    cdef Py_ssize_t rr = mapped(r, image.shape[0], mode), cc = mapped(c, image.shape[1], mode)
    if rr < 0 or cc < 0:
        return cval
    return image[rr, cc, d]


def denoise(const double[:, :, ::1] image not None, double max_value, Py_ssize_t win_size, double sigma_colour,
            double sigma_spatial, Py_ssize_t bins=1000, EdgeMode mode=EdgeMode.CONSTANT, double cval=0):
    cdef Py_ssize_t rows = image.shape[0], cols = image.shape[1], dims = image.shape[2]
    cdef Py_ssize_t half = (win_size - 1) / 2, r, c, d, wr, wc, b
    cdef double value, weight, dist, total_weight, diff, scale
    cdef double* colours = NULL
    cdef double* ranges = NULL
    cdef double* centres
    cdef double* totals
    if win_size % 2 == 0:
        raise ValueError(f"win_size must be odd, got {win_size}")
    if max_value == 0:
        raise ValueError("max_value is zero")
    colours = colour_table(bins, sigma_colour, max_value)
    try:
        ranges = range_table(win_size, sigma_spatial)
    except MemoryError:
        free(colours)
        raise
    centres = <double*>malloc(dims * sizeof(double))
    totals = <double*>malloc(dims * sizeof(double))
    scale = bins / dims / max_value
    out = np.zeros((rows, cols, dims))
    cdef double[:, :, ::1] result = out
    with nogil:
        for r in range(rows):
            for c in range(cols):
                total_weight = 0
                for d in range(dims):
                    totals[d] = 0
                    centres[d] = image[r, c, d]
                for wr in range(-half, half + 1):
                    for wc in range(-half, half + 1):
                        dist = 0
                        for d in range(dims):
                            diff = centres[d] - pixel(image, r + wr, c + wc, d, mode, cval)
                            dist += diff * diff
                        dist = sqrt(dist)
                        b = <Py_ssize_t>(dist * scale)
                        if b > bins - 1:
                            b = bins - 1
                        weight = ranges[(wr + half) * win_size + wc + half] * colours[b]
                        for d in range(dims):
                            totals[d] += pixel(image, r + wr, c + wc, d, mode, cval) * weight
                        total_weight += weight
                for d in range(dims):
                    result[r, c, d] = totals[d] / total_weight
    free(colours)
    free(ranges)
    free(centres)
    free(totals)
    return out


def total_variation(const double[:, :] image, double weight, double eps=1e-4, int max_iter=20):
    """Split Bregman for one channel, a few rounds."""
    cdef Py_ssize_t rows = image.shape[0], cols = image.shape[1], r, c
    cdef double lam = 2 * weight, norm, s, ux, uy, ubar, rmse = eps + 1, d
    cdef int i = 0
    out = np.array(image)
    cdef double[:, ::1] u = out
    cdef double[:, ::1] dx = np.zeros((rows, cols)), dy = np.zeros((rows, cols))
    norm = weight + 4 * lam
    while i < max_iter and rmse > eps:
        rmse = 0
        for r in range(1, rows - 1):
            for c in range(1, cols - 1):
                d = u[r, c]
                ubar = (lam * (u[r + 1, c] + u[r - 1, c] + u[r, c + 1] + u[r, c - 1]
                               + dx[r, c - 1] - dx[r, c] + dy[r - 1, c] - dy[r, c])
                        + weight * image[r, c]) / norm
                u[r, c] = ubar
                rmse += (ubar - d) ** 2
                ux = u[r, c + 1] - ubar
                uy = u[r + 1, c] - ubar
                s = fabs(ux)
                dx[r, c] = 0 if s <= 1 / lam else ux * (s - 1 / lam) / s
                s = fabs(uy)
                dy[r, c] = 0 if s <= 1 / lam else uy * (s - 1 / lam) / s
        rmse = sqrt(rmse / (rows * cols))
        i += 1
    return out, i

# --- calls
(denoise(np.sin(np.arange(24.0)).reshape(4, 6, 1) + 1, 2, 3, 0.3, 1, mode=m, cval=0.5) for m in (0, 1, 2, 3))
denoise(np.sin(np.arange(24.0)).reshape(4, 2, 3) + 1, 2, 5, 0.3, 1, 10)
denoise(np.zeros((2, 2, 1)), 1, 4, 0.3, 1)
denoise(np.zeros((2, 2, 1)), 0, 3, 0.3, 1)
denoise(None, 1, 3, 0.3, 1)
total_variation(np.sin(np.arange(24.0)).reshape(4, 6), 5)
total_variation(np.sin(np.arange(24.0)).reshape(4, 6), 0.2, 1e-9, 3)
