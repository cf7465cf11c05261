# cython: boundscheck=False, wraparound=False, cdivision=True
"""Dynamic time warping of series: distances, paths, and all pairs in parallel."""
import numpy as np

from cython.parallel cimport prange
from libc.math cimport INFINITY, fabs, sqrt


cdef inline double fmin3(double a, double b, double c) noexcept nogil:
    cdef double m = a
    if b < m:
        m = b
    if c < m:
        m = c
    return m


cdef inline double local_cost(double a, double b, int power) noexcept nogil:
    cdef double d = a - b
    if power == 1:
        return fabs(d)
    return d * d


cdef double fill(const double[::1] x, const double[::1] y, double[:, ::1] table, Py_ssize_t window, int power) noexcept nogil:
    """Fills the table of accumulated costs, whose first row and column are the border."""
    cdef Py_ssize_t n = x.shape[0], m = y.shape[0]
    cdef Py_ssize_t i, j, low, high
    cdef Py_ssize_t w = window
    if w < 0:
        w = max(n, m)
    w = max(w, n - m if n > m else m - n)
    for i in range(n + 1):
        for j in range(m + 1):
            table[i, j] = INFINITY
    table[0, 0] = 0
    for i in range(1, n + 1):
        low = max(1, i - w)
        high = min(m, i + w)
        for j in range(low, high + 1):
            table[i, j] = local_cost(x[i - 1], y[j - 1], power) + fmin3(
                table[i - 1, j], table[i, j - 1], table[i - 1, j - 1])
    return table[n, m]


def distance(const double[::1] x, const double[::1] y, Py_ssize_t window=-1, int power=2):
    cdef double[:, ::1] table
    cdef double d
    if power != 1 and power != 2:
        raise ValueError("power must be 1 or 2, got %d" % power)
    if x.shape[0] == 0 or y.shape[0] == 0:
        raise ValueError("an empty series has no distance")
    table = np.empty((x.shape[0] + 1, y.shape[0] + 1))
    with nogil:
        d = fill(x, y, table, window, power)
    return sqrt(d) if power == 2 else d


def path(const double[::1] x, const double[::1] y, Py_ssize_t window=-1):
    """The pairs of indices along the cheapest way."""
    cdef Py_ssize_t i = x.shape[0], j = y.shape[0]
    cdef double up, left, diagonal
    cdef double[:, ::1] table = np.empty((i + 1, j + 1))
    cdef list steps = []
    fill(x, y, table, window, 2)
    while i > 0 and j > 0:
        steps.append((i - 1, j - 1))
        up = table[i - 1, j]
        left = table[i, j - 1]
        diagonal = table[i - 1, j - 1]
        if diagonal <= up and diagonal <= left:
            i -= 1
            j -= 1
        elif up < left:
            i -= 1
        else:
            j -= 1
    steps.reverse()
    return steps


def pairwise(const double[:, ::1] series, Py_ssize_t window=-1, int num_threads=2):
    """The matrix of distances between rows."""
    cdef Py_ssize_t n = series.shape[0], m = series.shape[1]
    cdef Py_ssize_t i, j
    result = np.zeros((n, n))
    cdef double[:, ::1] out = result
    cdef double[:, :, ::1] tables = np.empty((n, m + 1, m + 1))
    for i in prange(n, nogil=True, schedule="dynamic", num_threads=num_threads):
        for j in range(n):
            if j > i:
                out[i, j] = sqrt(fill(series[i], series[j], tables[i], window, 2))
    for i in range(n):
        for j in range(i):
            out[i, j] = out[j, i]
    return result


def lower_bound(const double[::1] x, const double[::1] y, Py_ssize_t window):
    """Keogh's bound of the distance from below."""
    cdef Py_ssize_t n = x.shape[0], i, j
    cdef double low, high, total = 0
    if y.shape[0] != n:
        raise ValueError("series must have one length")
    for i in range(n):
        low = INFINITY
        high = -INFINITY
        for j in range(max(0, i - window), min(n, i + window + 1)):
            low = min(low, y[j])
            high = max(high, y[j])
        if x[i] > high:
            total += (x[i] - high) ** 2
        elif x[i] < low:
            total += (low - x[i]) ** 2
    return sqrt(total)


def nearest(const double[:, ::1] series, const double[::1] x, Py_ssize_t window):
    """The row nearest to x, with how many rows the lower bound spared."""
    cdef Py_ssize_t i, best = -1, spared = 0
    cdef double d, least = INFINITY
    cdef double[:, ::1] table = np.empty((series.shape[1] + 1, x.shape[0] + 1))
    for i in range(series.shape[0]):
        if lower_bound(series[i], x, window) >= least:
            spared += 1
            continue
        d = sqrt(fill(series[i], x, table, window, 2))
        if d < least:
            least = d
            best = i
    return best, least, spared


def barycentre(const double[:, ::1] series, int rounds):
    """The mean series under warping, from the plain mean on."""
    cdef Py_ssize_t n = series.shape[0], m = series.shape[1], i, j, k
    cdef int step
    centre = np.mean(series, axis=0)
    cdef double[::1] sums = np.zeros(m)
    cdef long[::1] counts = np.zeros(m, dtype=np.int_)
    for step in range(rounds):
        sums[:] = 0
        counts[:] = 0
        for i in range(n):
            for j, k in path(centre, series[i]):
                sums[j] += series[i, k]
                counts[j] += 1
        centre = np.asarray(sums) / np.asarray(counts)
    return centre

# --- calls
(distance(np.sin(np.arange(8.0)), np.cos(np.arange(6.0)), w, p) for w in (-1, 0, 2) for p in (1, 2))
distance(f8(3), f8(3))
distance(f8(3), f8(0))
distance(f8(3), f8(3), power=3)
path(np.sin(np.arange(5.0)), np.sin(np.arange(5.0) - 0.7))
path(f8(2), f8(4))
(pairwise(np.sin(np.arange(30.0) ** 1.3).reshape(5, 6), w, t) for w in (-1, 1) for t in (1, 2))
lower_bound(np.sin(np.arange(6.0)), np.cos(np.arange(6.0)), 1)
lower_bound(f8(3), f8(4), 1)
nearest(np.sin(np.arange(30.0) ** 1.3).reshape(5, 6), np.cos(np.arange(6.0)), 2)
barycentre(np.sin(np.arange(18.0) ** 1.3).reshape(3, 6), 2)
