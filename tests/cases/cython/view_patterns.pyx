# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The usual kernels on views under the usual directives."""
import numpy as np
from libc.math cimport fabs, sqrt


def matmul(const double[:, ::1] a, const double[:, ::1] b, double[:, ::1] out):
    cdef Py_ssize_t i, j, k
    cdef double s
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            s = 0
            for k in range(a.shape[1]):
                s += a[i, k] * b[k, j]
            out[i, j] = s


def cumulative(const double[::1] a, double[::1] out):
    cdef Py_ssize_t i
    cdef double s = 0
    for i in range(a.shape[0]):
        s += a[i]
        out[i] = s


def pairwise(const double[:, :] x, double[:, ::1] out):
    cdef Py_ssize_t i, j, k
    cdef double d, t
    for i in range(x.shape[0]):
        for j in range(i + 1, x.shape[0]):
            d = 0
            for k in range(x.shape[1]):
                t = x[i, k] - x[j, k]
                d += t * t
            out[i, j] = out[j, i] = sqrt(d)


def laplace(double[:, ::1] u, double[:, ::1] v, int steps):
    cdef Py_ssize_t i, j
    cdef int step
    cdef double[:, ::1] t
    cdef double change = 0
    for step in range(steps):
        change = 0
        for i in range(1, u.shape[0] - 1):
            for j in range(1, u.shape[1] - 1):
                v[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1])
                change += fabs(v[i, j] - u[i, j])
        t = u
        u = v
        v = t
    return change


def searchsorted(const double[::1] a, double x):
    cdef Py_ssize_t lo = 0, hi = a.shape[0], mid
    while lo < hi:
        mid = lo + (hi - lo) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def bincount(const long[:] labels, const double[:] weights, double[:] out):
    cdef Py_ssize_t i
    for i in range(labels.shape[0]):
        out[labels[i]] += weights[i]


def convolve(const float[:, :] image, const float[:, :] kernel, float[:, :] out):
    cdef Py_ssize_t i, j, m, n
    cdef Py_ssize_t r = kernel.shape[0] // 2, c = kernel.shape[1] // 2
    cdef float s
    for i in range(r, image.shape[0] - r):
        for j in range(c, image.shape[1] - c):
            s = 0
            for m in range(kernel.shape[0]):
                for n in range(kernel.shape[1]):
                    s += image[i + m - r, j + n - c] * kernel[m, n]
            out[i, j] = s


def threshold(const unsigned char[:, :] image, unsigned char limit, unsigned char[:, :] out):
    cdef Py_ssize_t i, j
    cdef Py_ssize_t count = 0
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            out[i, j] = 255 if image[i, j] > limit else 0
            count += image[i, j] > limit
    return count


def argmax(const double[:] a):
    cdef Py_ssize_t i, best = 0
    for i in range(1, a.shape[0]):
        if a[i] > a[best]:
            best = i
    return best


def insertion_sort(long[:] a):
    cdef Py_ssize_t i, j
    cdef long key
    for i in range(1, a.shape[0]):
        key = a[i]
        j = i - 1
        while j >= 0 and a[j] > key:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = key

# --- calls
matmul(f8(2, 3), f8(3, 2), np.zeros((2, 2)))
cumulative(f8(5), np.zeros(5))
pairwise(f8(3, 2) ** 2, np.zeros((3, 3)))
(laplace(f8(4, 5) ** 2, f8(4, 5) ** 2, n) for n in (0, 1, 4))
(searchsorted(f8(5), x) for x in (-1.0, 0.5, 2.0, 9.0))
bincount(np.array([0, 2, 2, 1]), f8(4), np.zeros(3))
convolve(f8(5, 5).astype("f4"), f8(3, 3).astype("f4") / 10, np.zeros((5, 5), "f4"))
threshold(np.arange(12, dtype=np.uint8).reshape(3, 4), 5, np.zeros((3, 4), np.uint8))
argmax(np.array([3.0, 9.0, 2.0]))
insertion_sort(np.array([5, 2, 9, -1, 2]))
