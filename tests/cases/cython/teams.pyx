# cython: boundscheck=False, wraparound=False, cdivision=True
"""Blocks `with parallel()`: each thread runs the block, and the loop in it is shared."""
import numpy as np
from cython.parallel cimport parallel, prange, threadid
from libc.math cimport floor
from libc.stdlib cimport free, malloc


def medians(double[:, ::1] a, double[::1] out, int k):
    cdef Py_ssize_t i, j, p, n = a.shape[0], m = a.shape[1]
    cdef double x
    cdef double *buf
    with nogil, parallel(num_threads=4):
        buf = <double *> malloc(m * sizeof(double))
        if buf == NULL:
            with gil:
                raise MemoryError()
        for i in prange(n, schedule="static"):
            for j in range(m):
                x = a[i, j]
                p = j
                while p > 0 and buf[p - 1] > x:
                    buf[p] = buf[p - 1]
                    p = p - 1
                buf[p] = x
            out[i] = buf[k]
        free(buf)
    return np.asarray(out)


cdef double half(double x) noexcept nogil:
    return floor(x / 2)


def total(double[::1] a):
    cdef Py_ssize_t i
    cdef double s = 1, w
    with nogil, parallel():
        w = 2.0
        for i in prange(a.shape[0]):
            s += w * half(a[i])
    return s


def histogram(int[::1] codes, int m, int threads):
    """A row for each thread, which it clears by itself."""
    cdef long[:, ::1] part = np.ones((256, m), dtype=np.int64)
    cdef Py_ssize_t i
    cdef int k, t
    with nogil, parallel(num_threads=threads):
        t = threadid()
        for k in range(m):
            part[t, k] = 0
        for i in prange(codes.shape[0], schedule="dynamic", chunksize=3):
            part[t, codes[i]] += 1
    a = np.asarray(part)
    return a[(a != 1).any(axis=1)].sum(axis=0).tolist()


def last(int start, int stop, int step):
    cdef int i = -7, y = 0
    with nogil, parallel():
        for i in prange(start, stop, step):
            y = i * i
    return i, y


def two(double[::1] a, double[::1] b):
    cdef Py_ssize_t i, n = a.shape[0]
    with nogil, parallel():
        for i in prange(n):
            a[i] = i
        for i in prange(n):
            b[i] = a[n - 1 - i]
    return np.asarray(b)


def behind(double[::1] a, double[::1] b):
    cdef Py_ssize_t i, n = a.shape[0]
    with nogil, parallel():
        for i in prange(n):
            a[i] = i
        b[0] = a[n - 1]
    return b[0]


def inside(double[::1] a, bint c):
    cdef Py_ssize_t i
    cdef double s = 0
    with nogil, parallel():
        if c:
            for i in prange(a.shape[0]):
                s += a[i]
    return s


def raising(int n, int at):
    """What is stored by then is nobody's to say."""
    cdef double[::1] a = np.zeros(n)
    cdef Py_ssize_t i
    with nogil, parallel():
        for i in prange(a.shape[0]):
            if i == at:
                with gil:
                    raise ValueError(f"at {i}")
            a[i] = 1
    return np.asarray(a)


cdef int checked(int i) except -1 nogil:
    if i == 17:
        with gil:
            raise KeyError(i)
    return i


def raised(int n):
    cdef int i, x = 0
    with nogil, parallel(num_threads=2):
        for i in prange(n):
            x = checked(i)
    return x


def one_member(int n):
    cdef int[::1] seen = np.full(n, -1, dtype=np.intc)
    cdef int i, t
    with nogil, parallel():
        t = threadid()
        for i in prange(n):
            seen[i] = t
    return np.asarray(seen)


def nested(double[:, ::1] a):
    cdef Py_ssize_t i, j
    cdef double s = 0, w
    with nogil, parallel():
        w = 0.5
        for i in prange(a.shape[0]):
            for j in range(a.shape[1]):
                s += w * a[i, j]
    return s


cdef double summed(double[::1] a) nogil:
    cdef Py_ssize_t i
    cdef double s = 0
    with parallel():
        for i in prange(a.shape[0]):
            s += a[i]
    return s


def of_a_worker(int n, double[::1] a):
    cdef double[::1] out = np.zeros(n)
    cdef int i
    for i in prange(n, nogil=True):
        out[i] = summed(a)
    return np.asarray(out)


def without_a_loop(int n):
    cdef int[::1] out = np.zeros(1, np.intc)
    with nogil, parallel(num_threads=1):
        out[0] = n + threadid()
    return out[0]


# --- calls
medians(np.zeros((0, 3)), np.zeros(0), 1)
medians(np.array([[3.0, 1, 2]]), np.zeros(1), 1)
medians((np.arange(700.0) * 37 % 101).reshape(100, 7), np.zeros(100), 3)
total(np.zeros(0))
total(np.arange(1.0))
total(np.arange(1000.0))
(histogram((np.arange(1000) * 7 % 5).astype(np.intc), 5, threads) for threads in [0, 1, 2, 3])
histogram(np.zeros(0, np.intc), 2, 2)
(last(start, stop, step) for start in [0, 5, -5] for stop in [0, 5, 100] for step in [1, 7, -2])
two(np.zeros(50), np.zeros(50))
behind(np.zeros(50), np.zeros(50))
(inside(np.arange(5.0), c) for c in [True, False])
(raising(100, at) for at in [-1, 0, 50, 99, 100])
(raised(n) for n in [0, 10, 50])
(one_member(n) for n in [0, 1])
nested(np.arange(12.0).reshape(3, 4))
nested(np.zeros((0, 4)))
of_a_worker(3, np.arange(5.0))
without_a_loop(4)
