# cython: boundscheck=False, wraparound=False
"""Run lengths: encoding and decoding of bytes and masks, set operations on masks in runs, PackBits."""
import numpy as np

from libc.stdint cimport uint32_t, uint8_t


def encode(const uint8_t[:] data):
    """The values and the lengths of runs."""
    cdef Py_ssize_t n = data.shape[0], i = 0, runs = 0, start
    for i in range(n):
        if i == 0 or data[i] != data[i - 1]:
            runs += 1
    values = np.empty(runs, dtype=np.uint8)
    lengths = np.empty(runs, dtype=np.uint32)
    cdef uint8_t[::1] v = values
    cdef uint32_t[::1] l = lengths
    runs = -1
    for i in range(n):
        if i == 0 or data[i] != data[i - 1]:
            runs += 1
            v[runs] = data[i]
            l[runs] = 0
        l[runs] += 1
    return values, lengths


def decode(const uint8_t[:] values, const uint32_t[:] lengths):
    cdef Py_ssize_t i, j, at = 0, total = 0
    if values.shape[0] != lengths.shape[0]:
        raise ValueError("%d values and %d lengths" % (values.shape[0], lengths.shape[0]))
    for i in range(lengths.shape[0]):
        total += lengths[i]
    out = np.empty(total, dtype=np.uint8)
    cdef uint8_t[::1] view = out
    for i in range(values.shape[0]):
        for j in range(lengths[i]):
            view[at] = values[i]
            at += 1
    return out


def mask_to_runs(const uint8_t[:, :] mask):
    """Runs of zeros and ones in column order, the first of zeros."""
    cdef Py_ssize_t h = mask.shape[0], w = mask.shape[1], r, c
    cdef uint8_t current = 0
    cdef uint32_t count = 0
    cdef list counts = []
    for c in range(w):
        for r in range(h):
            if (mask[r, c] != 0) != current:
                counts.append(count)
                count = 0
                current = not current
            count += 1
    counts.append(count)
    return np.array(counts, dtype=np.uint32)


def runs_to_mask(const uint32_t[:] counts, Py_ssize_t h, Py_ssize_t w):
    mask = np.zeros((h, w), dtype=np.uint8, order="F")
    cdef uint8_t[::1, :] view = mask
    cdef Py_ssize_t at = 0, i
    cdef uint32_t k
    cdef uint8_t value = 0
    for i in range(counts.shape[0]):
        for k in range(counts[i]):
            if at >= h * w:
                raise ValueError("runs are longer than the mask")
            view[at % h, at // h] = value
            at += 1
        value = 1 - value
    if at != h * w:
        raise ValueError(f"runs cover {at} of {h * w} pixels")
    return mask


cdef uint32_t area_of(const uint32_t[:] counts) noexcept nogil:
    cdef uint32_t total = 0
    cdef Py_ssize_t i
    for i in range(1, counts.shape[0], 2):
        total += counts[i]
    return total


def area(const uint32_t[:] counts):
    return area_of(counts)


def merge(const uint32_t[:] a, const uint32_t[:] b, bint intersect):
    """Runs of the union or the intersection."""
    cdef Py_ssize_t i = 0, j = 0, n = a.shape[0], m = b.shape[0]
    cdef uint32_t ca = a[0] if n else 0, cb = b[0] if m else 0, step, count = 0
    cdef bint va = False, vb = False, v = False, vp = False
    cdef list out = []
    while ca + cb > 0 or i + 1 < n or j + 1 < m:
        while ca == 0 and i + 1 < n:
            i += 1
            ca = a[i]
            va = not va
        while cb == 0 and j + 1 < m:
            j += 1
            cb = b[j]
            vb = not vb
        step = min(ca, cb)
        if step == 0:
            break
        v = (va and vb) if intersect else (va or vb)
        if v != vp:
            out.append(count)
            count = 0
            vp = v
        count += step
        ca -= step
        cb -= step
    out.append(count)
    return out


def overlap(const uint32_t[:] a, const uint32_t[:] b):
    """Intersection over union."""
    both = np.array(merge(a, b, True), dtype=np.uint32)
    any_ = np.array(merge(a, b, False), dtype=np.uint32)
    return area_of(both) / area_of(any_)


def pack(bytes data):
    """PackBits: literal runs and repeats of up to 128 bytes."""
    cdef const unsigned char[:] view = data
    cdef Py_ssize_t n = len(data), i = 0, start, length
    out = bytearray()
    while i < n:
        length = 1
        while i + length < n and length < 128 and view[i + length] == view[i]:
            length += 1
        if length > 1:
            out.append(257 - length)
            out.append(view[i])
            i += length
            continue
        start = i
        while i < n and i - start < 128 and not (i + 1 < n and view[i] == view[i + 1]):
            i += 1
        out.append(i - start - 1)
        out.extend(data[start:i])
    return bytes(out)


def unpack(bytes data):
    cdef Py_ssize_t i = 0, n = len(data)
    cdef int head
    out = bytearray()
    while i < n:
        head = data[i]
        if head < 128:
            if i + 1 + head >= n:
                raise EOFError("literal run at %d" % i)
            out += data[i + 1:i + 2 + head]
            i += head + 2
        elif head > 128:
            if i + 1 >= n:
                raise EOFError("repeat at %d" % i)
            out += data[i + 1:i + 2] * (257 - head)
            i += 2
        else:
            i += 1
    return bytes(out)

# --- calls
(encode(d) for d in (b"", b"a", b"aaabccdddd", bytes(5)))
decode(np.array([97, 98], np.uint8), np.array([3, 2], np.uint32))
decode(np.array([97], np.uint8), np.array([3, 2], np.uint32))
mask_to_runs(np.array([[0, 1, 1], [1, 1, 0]], np.uint8))
mask_to_runs(np.ones((2, 2), np.uint8))
runs_to_mask(np.array([1, 3, 1, 1], np.uint32), 2, 3)
runs_to_mask(np.array([1, 3], np.uint32), 2, 3)
runs_to_mask(np.array([1, 30], np.uint32), 2, 3)
area(np.array([1, 3, 1, 2], np.uint32))
(merge(np.array([1, 3, 2], np.uint32), np.array([2, 3, 1], np.uint32), i) for i in (True, False))
overlap(np.array([1, 3, 2], np.uint32), np.array([2, 3, 1], np.uint32))
overlap(np.array([6], np.uint32), np.array([6], np.uint32))
(pack(d) for d in (b"", b"a", b"aaab", b"abcabc", b"a" * 300))
(unpack(pack(d)) == d for d in (b"", b"aaabbbcab", bytes(range(200)) * 2))
unpack(b"\x05ab")
unpack(b"\xff")
