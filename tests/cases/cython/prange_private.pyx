"""prange: private and last-private variables, the index afterwards, schedules, break, else, exceptions."""
import numpy as np

from cython.parallel cimport parallel, prange
from libc.math cimport sqrt
from libc.stdlib cimport free, malloc


cdef double work(double x) noexcept nogil:
    return sqrt(x) + 1


cdef int check(long x) except -1 nogil:
    if x == 7:
        raise ValueError("seven")
    return 0


def lastprivate(double[:] a):
    cdef Py_ssize_t i
    cdef double t = 3.5
    for i in prange(a.shape[0], nogil=True):
        t = a[i] * 2
    return t


def index_afterwards(int n):
    cdef int i = -7
    for i in prange(n, nogil=True):
        pass
    return i


def private(double[:] a, double[:] out):
    cdef Py_ssize_t i
    cdef double t, u
    for i in prange(a.shape[0], nogil=True):
        t = a[i]
        u = t * t
        out[i] = u - t


def schedules(double[:] a, double[:] out):
    cdef Py_ssize_t i
    for i in prange(a.shape[0], nogil=True, schedule="dynamic"):
        out[i] = work(a[i])
    for i in prange(a.shape[0], nogil=True, schedule="guided"):
        out[i] += work(a[i])
    for i in prange(a.shape[0], nogil=True, schedule="static", chunksize=2):
        out[i] += i


def inner_sum(double[:, :] a, double[:] out):
    cdef Py_ssize_t i, j
    cdef double s
    for i in prange(a.shape[0], nogil=True):
        s = 0
        for j in range(a.shape[1]):
            s = s + a[i, j]
        out[i] = s


def breaking(long[:] a):
    cdef Py_ssize_t i
    cdef int ended = 0
    for i in prange(a.shape[0], nogil=True):
        if a[i] < 0:
            break
    else:
        ended = 1
    return ended


def continuing(long[:] a):
    cdef Py_ssize_t i
    cdef long s = 0
    for i in prange(a.shape[0], nogil=True):
        if a[i] % 2:
            continue
        s += a[i]
    return s


def raising(long[:] a):
    cdef Py_ssize_t i
    for i in prange(a.shape[0], nogil=True):
        check(a[i])
    return "done"


def returning(long[:] a):
    cdef Py_ssize_t i
    for i in prange(a.shape[0], nogil=True):
        if a[i] == 3:
            with gil:
                return "found"
    return "none"


def nested(double[:, ::1] a):
    cdef Py_ssize_t i, j
    cdef double s = 0
    for i in prange(a.shape[0], nogil=True):
        for j in prange(a.shape[1]):
            s += a[i, j]
    return s


def one_thread(int n):
    cdef int i
    cdef double s = 0
    for i in prange(n, nogil=True, num_threads=1):
        s += 1.0 / (i + 1)
    return s


def escape(int n, int most):
    """How long each point of a grid stays near; the counter is read behind its loop."""
    cdef int i, j, k = -5
    cdef double complex c, z
    cdef int[:, ::1] out = np.zeros((n, n), np.intc)
    for i in prange(n, nogil=True, schedule="dynamic", num_threads=2):
        for j in range(n):
            c = (-2 + 3. * j / n) + 1j * (-1.5 + 3. * i / n)
            z = 0
            for k in range(most):
                if z.real * z.real + z.imag * z.imag > 4:
                    break
                z = z * z + c
            out[i, j] = k
    return np.asarray(out), k


def in_team(const double[:, :] a):
    cdef Py_ssize_t i, j = 7, n = a.shape[0]
    cdef double *buf
    cdef double[::1] out = np.zeros(n)
    with nogil, parallel(num_threads=2):
        buf = <double *>malloc(8)
        for i in prange(n):
            buf[0] = 0
            for j in range(a.shape[1]):
                buf[0] += a[i, j]
            out[i] = buf[0] + j
        free(buf)
    return np.asarray(out)


# --- calls
(lastprivate(a) for a in (f8(0), f8(5), f8(100)))
(index_afterwards(n) for n in (0, 1, 10))
private(f8(5), np.zeros(5))
schedules(f8(6), np.zeros(6))
inner_sum(f8(4, 3), np.zeros(4))
(breaking(a) for a in (i8(10), -i8(10), i8(0)))
continuing(i8(10))
(raising(a) for a in (i8(5), i8(20)))
(returning(a) for a in (i8(2), i8(10)))
nested(f8(3, 4))
one_thread(10)
escape(6, 20)
escape(3, 0)
escape(0, 5)
in_team(np.arange(6.).reshape(2, 3))
in_team(np.zeros((2, 0)))
