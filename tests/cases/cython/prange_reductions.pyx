"""prange: reductions of every operator, start values, trip counts."""
from cython.parallel cimport prange


def total(long[:] a):
    cdef Py_ssize_t i
    cdef long s = 0
    for i in prange(a.shape[0], nogil=True):
        s += a[i]
    return s


def start_value(long[:] a, long s):
    cdef Py_ssize_t i
    for i in prange(a.shape[0], nogil=True):
        s += a[i]
    return s


def product(long[:] a):
    cdef Py_ssize_t i
    cdef long p = 1
    for i in prange(a.shape[0], nogil=True, schedule="static"):
        p *= a[i]
    return p


def difference(long[:] a):
    cdef Py_ssize_t i
    cdef long d = 100
    for i in prange(a.shape[0], nogil=True):
        d -= a[i]
    return d


def bits(long[:] a):
    cdef Py_ssize_t i
    cdef long x = 0, y = -1, z = 5
    for i in prange(a.shape[0], nogil=True):
        x |= a[i]
        y &= a[i]
        z ^= a[i]
    return x, y, z


def float_total(double[:] a):
    cdef Py_ssize_t i
    cdef double s = 0
    for i in prange(a.shape[0], nogil=True, num_threads=2):
        s += a[i]
    return s


def several(double[:] a, long[:] b):
    cdef Py_ssize_t i
    cdef double s = 0
    cdef long n = 0, count = 0
    for i in prange(a.shape[0], nogil=True):
        if a[i] > 1:
            s += a[i]
            count += 1
        n += b[i] * 2
    return s, n, count


def with_steps(int a, int b):
    cdef int i
    cdef long s = 0
    for i in prange(a, b, 3, nogil=True):
        s += i
    return s


def down(int n):
    cdef int i
    cdef long s = 0
    for i in prange(n, 0, -1, nogil=True):
        s += i * i
    return s


def two_dimensions(double[:, ::1] a, double[::1] out):
    cdef Py_ssize_t i, j
    cdef double total = 0
    for i in prange(a.shape[0], nogil=True):
        out[i] = 0
        for j in range(a.shape[1]):
            out[i] += a[i, j]
            total += a[i, j]
    return total


def in_block(long[:] a):
    cdef Py_ssize_t i
    cdef long s = 0
    with nogil:
        for i in prange(a.shape[0]):
            s += a[i]
        s += 1000
    return s

# --- calls
(total(a) for a in (i8(0), i8(1), i8(1000)))
(start_value(a, s) for a in (i8(0), i8(10)) for s in (0, 10))
product(i8(6)[1:])
product(i8(0))
difference(i8(5))
bits(np.array([1, 2, 12, 7]))
bits(i8(0))
(float_total(a) for a in (f8(0), f8(100)))
several(f8(5), i8(5))
(with_steps(a, b) for a in (0, 5) for b in (0, 100))
(down(n) for n in (0, 10))
two_dimensions(f8(4, 3), np.zeros(4))
in_block(i8(10))
total(np.arange(7)[::-1])
float_total(np.array([nan, 1.0]))
float_total(np.array([inf, -inf]))
