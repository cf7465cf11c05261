# cython: boundscheck=False, wraparound=False, cdivision=True
"""Histograms of images and their equalisation: global, clipped, by tiles with interpolation."""
import numpy as np

cimport cython
cimport numpy as cnp

ctypedef fused pixel_t:
    cnp.uint8_t
    cnp.uint16_t


cdef void count(const pixel_t[:, :] image, long[::1] bins, int shift) noexcept nogil:
    cdef Py_ssize_t r, c
    bins[:] = 0
    for r in range(image.shape[0]):
        for c in range(image.shape[1]):
            bins[image[r, c] >> shift] += 1


cdef void clip(long[::1] bins, long limit) noexcept nogil:
    """Cuts bins at the limit and spreads what was cut."""
    cdef Py_ssize_t i, n = bins.shape[0]
    cdef long excess = 0, share, rest, step
    for i in range(n):
        if bins[i] > limit:
            excess += bins[i] - limit
            bins[i] = limit
    share = excess / n
    rest = excess - share * n
    for i in range(n):
        bins[i] += share
    if rest > 0:
        step = max(n / rest, 1)
        i = 0
        while i < n and rest > 0:
            bins[i] += 1
            rest -= 1
            i += step


cdef void mapping(const long[::1] bins, double[::1] table, double low, double high) noexcept nogil:
    cdef Py_ssize_t i
    cdef long total = 0, seen = 0
    cdef double scale
    for i in range(bins.shape[0]):
        total += bins[i]
    scale = (high - low) / total if total else 0
    for i in range(bins.shape[0]):
        seen += bins[i]
        table[i] = low + seen * scale


def histogram(const pixel_t[:, :] image, int bits=8):
    """Counts of the upper bits."""
    cdef int depth = 8 * sizeof(pixel_t)
    if not 1 <= bits <= depth:
        raise ValueError("bits must be in 1..%d, got %d" % (depth, bits))
    out = np.zeros(1 << bits, dtype=np.int_)
    cdef long[::1] bins = out
    count(image, bins, depth - bits)
    return out


def equalise(const pixel_t[:, :] image, double clip_limit=0):
    """Spreads values over the whole range of the type."""
    cdef int depth = 8 * sizeof(pixel_t)
    cdef int shift = depth - 8
    cdef Py_ssize_t r, c
    cdef long[::1] bins = np.zeros(256, dtype=np.int_)
    cdef double[::1] table = np.zeros(256)
    cdef double top = (1 << depth) - 1
    if pixel_t is cnp.uint8_t:
        out = np.empty((image.shape[0], image.shape[1]), dtype=np.uint8)
    else:
        out = np.empty((image.shape[0], image.shape[1]), dtype=np.uint16)
    cdef pixel_t[:, ::1] result = out
    with nogil:
        count(image, bins, shift)
        if clip_limit > 0:
            clip(bins, max(1, <long>(clip_limit * image.shape[0] * image.shape[1])))
        mapping(bins, table, 0, top)
        for r in range(image.shape[0]):
            for c in range(image.shape[1]):
                result[r, c] = <pixel_t>(table[image[r, c] >> shift] + 0.5)
    return out


def adaptive(const cnp.uint8_t[:, :] image, Py_ssize_t tiles=2, double clip_limit=0.05):
    """Equalisation by tiles, whose mappings are blended bilinearly."""
    cdef Py_ssize_t rows = image.shape[0], cols = image.shape[1]
    if tiles < 1 or rows < tiles or cols < tiles:
        raise ValueError("cannot cut %dx%d into %d tiles a side" % (rows, cols, tiles))
    cdef Py_ssize_t th = rows / tiles, tw = cols / tiles, i, j, r, c, i0, j0, i1, j1, v
    cdef double fy, fx, wy, wx, top, bottom
    cdef long[::1] bins = np.zeros(256, dtype=np.int_)
    cdef double[:, :, ::1] tables = np.zeros((tiles, tiles, 256))
    out = np.empty((rows, cols), dtype=np.uint8)
    cdef cnp.uint8_t[:, ::1] result = out
    with nogil:
        for i in range(tiles):
            for j in range(tiles):
                count(image[i * th:(i + 1) * th, j * tw:(j + 1) * tw], bins, 0)
                clip(bins, max(1, <long>(clip_limit * th * tw)))
                mapping(bins, tables[i, j], 0, 255)
        for r in range(rows):
            fy = (r - th / 2.0 + 0.5) / th
            i0 = <Py_ssize_t>fy if fy >= 0 else -1
            wy = fy - i0
            i1 = min(i0 + 1, tiles - 1)
            i0 = max(min(i0, tiles - 1), 0)
            for c in range(cols):
                fx = (c - tw / 2.0 + 0.5) / tw
                j0 = <Py_ssize_t>fx if fx >= 0 else -1
                wx = fx - j0
                j1 = min(j0 + 1, tiles - 1)
                j0 = max(min(j0, tiles - 1), 0)
                v = image[r, c]
                top = (1 - wx) * tables[i0, j0, v] + wx * tables[i0, j1, v]
                bottom = (1 - wx) * tables[i1, j0, v] + wx * tables[i1, j1, v]
                result[r, c] = <cnp.uint8_t>((1 - wy) * top + wy * bottom + 0.5)
    return out


def otsu(const pixel_t[:, :] image):
    """The threshold between two classes with the largest variance between them."""
    cdef long[::1] bins = histogram(image)
    cdef long total = 0, w0 = 0
    cdef double sum_all = 0, sum0 = 0, best = -1, between, m0, m1
    cdef Py_ssize_t i, at = 0
    for i in range(256):
        total += bins[i]
        sum_all += i * <double>bins[i]
    for i in range(256):
        w0 += bins[i]
        if w0 == 0:
            continue
        if w0 == total:
            break
        sum0 += i * <double>bins[i]
        m0 = sum0 / w0
        m1 = (sum_all - sum0) / (total - w0)
        between = <double>w0 * (total - w0) * (m0 - m1) ** 2
        if between > best:
            best = between
            at = i
    return at, best

# --- calls
(histogram((np.arange(40) * 37 % 251).reshape(5, 8).astype(t), b) for t in (np.uint8, np.uint16) for b in (2, 3))
histogram(np.zeros((2, 2), np.uint8), 9)
histogram(np.zeros((2, 2)))
(equalise((np.arange(40) ** 2 % 251).reshape(5, 8).astype(t), k) for t in (np.uint8, np.uint16) for k in (0, 0.05))
equalise(np.zeros((0, 3), np.uint8))
(adaptive((np.arange(80) ** 2 % 251).reshape(8, 10).astype(np.uint8), n) for n in (1, 2, 3))
adaptive(np.zeros((2, 2), np.uint8), 5)
otsu((np.arange(40) ** 2 % 251).reshape(5, 8).astype(np.uint8))
otsu(np.zeros((2, 2), np.uint16))
