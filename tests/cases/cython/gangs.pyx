# cython: boundscheck=False, wraparound=False, cdivision=True
"""Blocks `with parallel()` with several loops, or work behind them: each thread waits for the others behind a loop."""
import numpy as np
from cython.parallel cimport parallel, prange, threadid
from libc.stdlib cimport calloc, free, malloc


def steps(double[::1] u, int count, double r):
    """Diffusion, where every step needs the one before."""
    cdef double[::1] v = u.copy()
    cdef Py_ssize_t i, n = u.shape[0]
    cdef int t
    with nogil, parallel(num_threads=3):
        for t in range(count):
            for i in prange(1, n - 1, schedule="static"):
                v[i] = u[i] + r * (u[i - 1] - 2 * u[i] + u[i + 1])
            for i in prange(1, n - 1, schedule="static"):
                u[i] = v[i]
    return np.asarray(u)


def histogram(const int[::1] codes, int bins, int threads):
    """Each thread counts for itself, then each sums a part of the bins over all."""
    cdef long[:, ::1] part = np.zeros((64, bins), dtype=np.int64)
    cdef long[::1] out = np.zeros(bins, dtype=np.int64)
    cdef Py_ssize_t i
    cdef int k, t, j
    with nogil, parallel(num_threads=threads):
        t = threadid()
        for i in prange(codes.shape[0]):
            part[t, codes[i]] += 1
        for k in prange(bins):
            for j in range(64):
                out[k] = out[k] + part[j, k]
    return np.asarray(out)


def buffered(double[:, ::1] x, double[:, ::1] partial):
    """A buffer of each thread goes into its row behind the loop."""
    cdef Py_ssize_t i, j, k, n = x.shape[0], m = x.shape[1]
    cdef double *own
    cdef int t
    with nogil, parallel(num_threads=2):
        own = <double *> calloc(m, sizeof(double))
        t = threadid()
        for i in prange(n, schedule="static"):
            for j in range(m):
                own[j] += x[i, j]
        for k in range(m):
            partial[t, k] = own[k]
        free(own)
    return np.asarray(partial).sum(axis=0)


def sum_and_store(double[::1] a, double[::1] b):
    cdef Py_ssize_t i
    cdef double s = 0
    with nogil, parallel():
        for i in prange(a.shape[0]):
            s += a[i]
        for i in prange(a.shape[0]):
            b[i] = a[i] * 2
    return s, np.asarray(b)


def chosen(double[::1] a, bint twice):
    cdef Py_ssize_t i
    with nogil, parallel():
        for i in prange(a.shape[0]):
            a[i] += 1
        if twice:
            for i in prange(a.shape[0]):
                a[i] *= 2
        else:
            for i in prange(a.shape[0]):
                a[i] -= 7
    return np.asarray(a)


cdef int checked(int i, int at) except -1 nogil:
    if i == at:
        with gil:
            raise KeyError(i)
    return i


def raised(int n, int at):
    cdef int i, j
    cdef long[::1] out = np.zeros(n, dtype=np.int64)
    with nogil, parallel(num_threads=2):
        for i in prange(n):
            out[i] = checked(i, at)
        for j in prange(n):
            out[j] += 1
    return np.asarray(out)


def in_tail(int n, int at):
    cdef int i
    cdef long[::1] out = np.zeros(n, dtype=np.int64)
    with nogil, parallel(num_threads=2):
        for i in prange(n):
            out[i] = 1
        checked(threadid(), at)
    return np.asarray(out)


def left(double[::1] a):
    """Reads what the loop left: on one thread."""
    cdef Py_ssize_t i
    cdef double last = 0
    with nogil, parallel():
        for i in prange(a.shape[0]):
            last = a[i]
        a[0] = last
    return a[0]


def empty_loops(int n):
    cdef int i, j
    cdef int[::1] a = np.zeros(4, dtype=np.intc)
    with nogil, parallel():
        for i in prange(n):
            a[i] = 1
        for j in prange(n - 1, -1, -1):
            a[j] += j
    return np.asarray(a)


def dynamic(int n, int step=1, int chunk=1):
    cdef int[::1] a = np.zeros(max(n, 1), dtype=np.intc)
    cdef int[::1] who = np.full(max(n, 1), -1, dtype=np.intc)
    cdef int i
    with nogil, parallel():
        for i in prange(0, n, step, schedule="dynamic", chunksize=chunk):
            a[i] += i + 1
            who[i] = threadid()
    return np.asarray(a).tolist(), (np.asarray(who) >= 0).sum()


def rounds(int n, int t):
    cdef double[::1] a = np.arange(float(n)), b = np.zeros(n)
    cdef int i, j, k
    with nogil, parallel():
        for k in range(t):
            for i in prange(n, schedule="dynamic"):
                b[i] = a[n - 1 - i] + 1
            for j in prange(n - 1, -1, -1, schedule="guided", chunksize=2):
                a[j] = b[j] * 0.5
    return np.asarray(a).tolist()


def buffers(int n):
    cdef double[::1] out = np.zeros(n)
    cdef double* buf
    cdef int i, k
    with nogil, parallel():
        buf = <double*>malloc(10 * sizeof(double))
        for i in prange(n, schedule="guided"):
            for k in range(10):
                buf[k] = i * k
            for k in range(10):
                out[i] += buf[k]
        free(buf)
    return np.asarray(out).tolist()


def until(int n, int last):
    cdef int[::1] a = np.zeros(n, dtype=np.intc)
    cdef int i
    with nogil, parallel(num_threads=1):
        for i in prange(n, schedule="dynamic"):
            if i > last:
                break
            a[i] = i + 1
    return np.asarray(a).tolist()


def until_then(int n, int last):
    cdef int[::1] a = np.zeros(n, dtype=np.intc)
    cdef int i, j
    with nogil, parallel(num_threads=1):
        for i in prange(n, schedule="dynamic", chunksize=2):
            if i > last:
                break
            a[i] += i + 1
        for j in prange(n, schedule="guided"):
            a[j] *= 2
    return np.asarray(a).tolist()


# --- calls
(steps(np.arange(float(n)) ** 2, count, 0.1) for n in (3, 50) for count in (0, 1, 20))
(histogram(np.arange(n, dtype=np.intc) % 7, 9, threads) for n in (0, 1, 1000) for threads in (1, 2, 3))
buffered(np.arange(12.0).reshape(4, 3), np.zeros((64, 3)))
(sum_and_store(np.arange(float(n)), np.zeros(n)) for n in (0, 1, 100))
(chosen(np.arange(9.0), twice) for twice in (False, True))
raised(50, -5)
in_tail(9, -5)
left(np.arange(9.0))
(empty_loops(n) for n in (0, 1, 4))
(dynamic(n, step, chunk) for n in (0, 1, 2, 7, 40) for step in (1, 3) for chunk in (1, 4, 1000))
(rounds(n, t) for n in (1, 2, 5, 33) for t in (0, 1, 5))
(buffers(n) for n in (0, 1, 20))
(until(9, last) for last in (-1, 3, 20))
(until_then(9, last) for last in (-1, 3, 20))
