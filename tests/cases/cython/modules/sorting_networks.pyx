# cython: boundscheck=False, wraparound=False
"""Integer sorting: networks of compare-and-swap, Batcher's merge, radix and counting sorts, selection."""
import numpy as np

from libc.stdint cimport int32_t, int64_t, uint32_t, uint8_t


cdef inline void exchange(int64_t[:] a, Py_ssize_t i, Py_ssize_t j) noexcept nogil:
    """Puts the smaller one first, without a branch."""
    cdef int64_t x = a[i], y = a[j]
    cdef int64_t mask = -<int64_t>(y < x)
    a[i] = x ^ ((x ^ y) & mask)
    a[j] = y ^ ((x ^ y) & mask)


def sort3(int64_t[:] a):
    if a.shape[0] != 3:
        raise ValueError("three items, got %d" % a.shape[0])
    exchange(a, 0, 2)
    exchange(a, 0, 1)
    exchange(a, 1, 2)


def sort6(int64_t[::1] a):
    """Twelve comparisons."""
    if a.shape[0] != 6:
        raise ValueError("six items, got %d" % a.shape[0])
    with nogil:
        exchange(a, 0, 5)
        exchange(a, 1, 3)
        exchange(a, 2, 4)
        exchange(a, 1, 2)
        exchange(a, 3, 4)
        exchange(a, 0, 3)
        exchange(a, 2, 5)
        exchange(a, 0, 1)
        exchange(a, 2, 3)
        exchange(a, 4, 5)
        exchange(a, 1, 2)
        exchange(a, 3, 4)


def comparisons(Py_ssize_t n):
    """The pairs of Batcher's odd-even merge sort."""
    cdef Py_ssize_t p = 1, k, j, i
    out = []
    while p < n:
        k = p
        while k >= 1:
            for j in range(k % p, n - k, 2 * k):
                for i in range(min(k, n - j - k)):
                    if (i + j) // (2 * p) == (i + j + k) // (2 * p):
                        out.append((i + j, i + j + k))
            k //= 2
        p *= 2
    return out


def batcher(int64_t[:] a):
    """Sorts in place; returns how many comparisons there were."""
    cdef Py_ssize_t n = a.shape[0], p = 1, k, j, i, count = 0
    while p < n:
        k = p
        while k >= 1:
            j = k % p
            while j < n - k:
                for i in range(min(k, n - j - k)):
                    if (i + j) // (2 * p) == (i + j + k) // (2 * p):
                        exchange(a, i + j, i + j + k)
                        count += 1
                j += 2 * k
            k //= 2
        p *= 2
    return count


def apply(int64_t[:] a, list pairs):
    cdef Py_ssize_t i, j
    for i, j in pairs:
        if not (0 <= i < a.shape[0] and 0 <= j < a.shape[0]):
            raise IndexError(f"pair {i}, {j} of {a.shape[0]} items")
        exchange(a, i, j)
    return np.asarray(a)


def is_sorting_network(list pairs, int n):
    """The 0-1 principle: a network sorts all if it sorts all zeros and ones."""
    cdef unsigned int case, bits
    cdef int i, j
    if n > 16:
        raise OverflowError("too many items")
    for case in range(1 << n):
        bits = case
        for i, j in pairs:
            if (bits >> i) & 1 and not (bits >> j) & 1:
                bits ^= (1 << i) | (1 << j)
        i = 0
        while i < n and not (bits >> i) & 1:
            i += 1
        if bits >> i != (1 << (n - i)) - 1:
            return False, case
    return True, 0


def bitonic(int32_t[::1] a):
    """Bitonic sort of a power of two many items."""
    cdef Py_ssize_t n = a.shape[0], k = 2, j, i, other
    cdef int32_t t
    cdef bint up
    if n & (n - 1):
        raise ValueError(f"{n} is no power of two")
    with nogil:
        while k <= n:
            j = k >> 1
            while j > 0:
                for i in range(n):
                    other = i ^ j
                    if other > i:
                        up = (i & k) == 0
                        if (a[i] > a[other]) == up:
                            t = a[i]
                            a[i] = a[other]
                            a[other] = t
                j >>= 1
            k <<= 1


def radix(const uint32_t[:] a):
    """Four passes of eight bits."""
    cdef Py_ssize_t n = a.shape[0], i, at
    cdef int shift
    cdef uint32_t digit
    source = np.array(a, dtype=np.uint32)
    target = np.empty_like(source)
    cdef uint32_t[::1] x = source, y = target, z
    cdef Py_ssize_t[::1] starts = np.zeros(257, dtype=np.intp)
    for shift in range(0, 32, 8):
        starts[:] = 0
        for i in range(n):
            starts[((x[i] >> shift) & 255) + 1] += 1
        for i in range(256):
            starts[i + 1] += starts[i]
        for i in range(n):
            digit = (x[i] >> shift) & 0xFF
            at = starts[digit]
            y[at] = x[i]
            starts[digit] += 1
        z = x
        x = y
        y = z
    return np.asarray(x)


def counting(const uint8_t[:] a):
    cdef Py_ssize_t i, at = 0
    cdef int v
    cdef long[::1] counts = np.zeros(256, dtype=np.int_)
    out = np.empty(a.shape[0], dtype=np.uint8)
    cdef uint8_t[::1] result = out
    for i in range(a.shape[0]):
        counts[a[i]] += 1
    for v in range(256):
        for i in range(counts[v]):
            result[at] = v
            at += 1
    return out


def select(int64_t[:] a, Py_ssize_t k):
    """Quickselect in place: the k-th smallest."""
    cdef Py_ssize_t lo = 0, hi = a.shape[0] - 1, i, j
    cdef int64_t pivot, t
    if not 0 <= k < a.shape[0]:
        raise IndexError(k)
    while lo < hi:
        pivot = a[(lo + hi) >> 1]
        i, j = lo, hi
        while i <= j:
            while a[i] < pivot:
                i += 1
            while pivot < a[j]:
                j -= 1
            if i <= j:
                t = a[i]
                a[i] = a[j]
                a[j] = t
                i += 1
                j -= 1
        if k <= j:
            hi = j
        elif k >= i:
            lo = i
        else:
            break
    return a[k]

# --- calls
(sort3(np.array(a)) for a in ([3, 1, 2], [1, 2, 3], [2, 2, 1]))
sort3(i8(4))
sort6(np.array([6, -1, 2**62, 4, -(2**62), 0]))
(comparisons(n) for n in (0, 1, 4, 7))
batcher(np.array([5, 2, 9, 1, 5, 6, -3]))
batcher(np.zeros(0, np.int64))
apply(np.array([3, 1, 2]), [(0, 1), (1, 2), (0, 1)])
apply(np.array([3, 1, 2]), [(0, 3)])
(is_sorting_network(p, n) for p, n in (([(0, 1), (1, 2), (0, 1)], 3), ([(0, 1), (1, 2)], 3), ([], 1)))
is_sorting_network([], 17)
bitonic(np.array([5, 2, 9, 1, 5, 6, -3, 0], np.int32))
bitonic(np.zeros(6, np.int32))
radix(np.array([2**32 - 1, 5, 2**31, 256, 255, 0, 5], np.uint32))
counting(b"sorting networks")
(select(np.array([5, 2, 9, 1, 5, 6]), k) for k in (0, 2, 5, 6, -1))
