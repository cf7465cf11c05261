# cython: cdivision=True, boundscheck=False, wraparound=False
"""Interpolation: tridiagonal systems, natural and clamped cubic splines, B-spline bases, bicubic images."""
import numpy as np

from libc.math cimport ceil, floor


cdef int solve_tridiagonal(double[::1] low, double[::1] diag, double[::1] high, double[::1] x) except -1 nogil:
    """Thomas' algorithm in place; x is the right side and then the solution."""
    cdef Py_ssize_t n = diag.shape[0], i
    cdef double w
    for i in range(1, n):
        if diag[i - 1] == 0:
            raise ZeroDivisionError("pivot of the tridiagonal system")
        w = low[i] / diag[i - 1]
        diag[i] -= w * high[i - 1]
        x[i] -= w * x[i - 1]
    if diag[n - 1] == 0:
        raise ZeroDivisionError("pivot of the tridiagonal system")
    x[n - 1] /= diag[n - 1]
    for i in range(n - 2, -1, -1):
        x[i] = (x[i] - high[i] * x[i + 1]) / diag[i]
    return 0


cdef Py_ssize_t interval(const double[::1] x, double at, Py_ssize_t hint) noexcept nogil:
    """The i with x[i] <= at < x[i + 1], the outermost ones outside."""
    cdef Py_ssize_t lo = 0, hi = x.shape[0] - 1, mid
    if hint >= 0 and hint < hi and x[hint] <= at < x[hint + 1]:
        return hint
    if at < x[0]:
        return 0
    if at >= x[hi]:
        return hi - 1
    while hi - lo > 1:
        mid = (lo + hi) >> 1
        if at < x[mid]:
            hi = mid
        else:
            lo = mid
    return lo


def second_derivatives(const double[::1] x, const double[::1] y, ends="natural"):
    """The second derivatives at the knots; `ends` is "natural" or two slopes."""
    cdef Py_ssize_t n = x.shape[0], i
    if n != y.shape[0]:
        raise ValueError(f"{n} knots but {y.shape[0]} values")
    if n < 3:
        raise ValueError("at least three knots")
    for i in range(n - 1):
        if x[i + 1] <= x[i]:
            raise ValueError("knots must increase, see %d" % (i + 1))
    m = np.zeros(n)
    cdef double[::1] low = np.zeros(n), diag = np.ones(n), high = np.zeros(n), rhs = m
    cdef double h0, h1, left, right
    for i in range(1, n - 1):
        h0 = x[i] - x[i - 1]
        h1 = x[i + 1] - x[i]
        low[i] = h0 / 6
        diag[i] = (h0 + h1) / 3
        high[i] = h1 / 6
        rhs[i] = (y[i + 1] - y[i]) / h1 - (y[i] - y[i - 1]) / h0
    if ends != "natural":
        left, right = ends
        h0 = x[1] - x[0]
        h1 = x[n - 1] - x[n - 2]
        diag[0] = h0 / 3
        high[0] = h0 / 6
        rhs[0] = (y[1] - y[0]) / h0 - left
        diag[n - 1] = h1 / 3
        low[n - 1] = h1 / 6
        rhs[n - 1] = right - (y[n - 1] - y[n - 2]) / h1
    with nogil:
        solve_tridiagonal(low, diag, high, rhs)
    return m


cdef double value(const double[::1] x, const double[::1] y, const double[::1] m, Py_ssize_t i, double at) noexcept nogil:
    cdef double h = x[i + 1] - x[i]
    cdef double a = (x[i + 1] - at) / h, b = (at - x[i]) / h
    return a * y[i] + b * y[i + 1] + ((a * a * a - a) * m[i] + (b * b * b - b) * m[i + 1]) * h * h / 6


def evaluate(const double[::1] x, const double[::1] y, const double[::1] m, const double[:] at, bint extrapolate=True):
    cdef Py_ssize_t k, i = 0
    out = np.empty(at.shape[0])
    cdef double[::1] result = out
    with nogil:
        for k in range(at.shape[0]):
            if not extrapolate and (at[k] < x[0] or at[k] > x[x.shape[0] - 1]):
                result[k] = -1
                continue
            i = interval(x, at[k], i)
            result[k] = value(x, y, m, i, at[k])
    return out


def basis(const double[::1] knots, int degree, int i, double at):
    """The B-spline of Cox and de Boor, recursively."""
    cdef double left = 0, right = 0, width
    if degree == 0:
        return 1.0 if knots[i] <= at < knots[i + 1] else 0.0
    width = knots[i + degree] - knots[i]
    if width > 0:
        left = (at - knots[i]) / width * basis(knots, degree - 1, i, at)
    width = knots[i + degree + 1] - knots[i + 1]
    if width > 0:
        right = (knots[i + degree + 1] - at) / width * basis(knots, degree - 1, i + 1, at)
    return left + right


cdef inline double cubic(double x, double f0, double f1, double f2, double f3) noexcept nogil:
    return f1 + 0.5 * x * (f2 - f0 + x * (2 * f0 - 5 * f1 + 4 * f2 - f3 + x * (3 * (f1 - f2) + f3 - f0)))


cdef inline Py_ssize_t clip(Py_ssize_t i, Py_ssize_t n) noexcept nogil:
    if i < 0:
        return 0
    if i >= n:
        return n - 1
    return i


cdef double bicubic(const double[:, :] image, double r, double c) noexcept nogil:
    cdef Py_ssize_t r0 = <Py_ssize_t>floor(r), c0 = <Py_ssize_t>floor(c), k, rr
    cdef Py_ssize_t rows = image.shape[0], cols = image.shape[1]
    cdef double dr = r - r0, dc = c - c0
    cdef double f0 = 0, f1 = 0, f2 = 0, f3 = 0, v
    for k in range(-1, 3):
        rr = clip(r0 + k, rows)
        v = cubic(dc, image[rr, clip(c0 - 1, cols)], image[rr, clip(c0, cols)], image[rr, clip(c0 + 1, cols)],
                  image[rr, clip(c0 + 2, cols)])
        if k == -1:
            f0 = v
        elif k == 0:
            f1 = v
        elif k == 1:
            f2 = v
        else:
            f3 = v
    return cubic(dr, f0, f1, f2, f3)


def warp(const double[:, :] image, const double[:, ::1] matrix, shape):
    """The image under the inverse of an affine map."""
    cdef Py_ssize_t rows = shape[0], cols = shape[1], r, c
    cdef double x, y
    if matrix.shape[0] != 2 or matrix.shape[1] != 3:
        raise ValueError("matrix must be 2 by 3")
    out = np.zeros((rows, cols))
    cdef double[:, ::1] result = out
    for r in range(rows):
        for c in range(cols):
            y = matrix[0, 0] * r + matrix[0, 1] * c + matrix[0, 2]
            x = matrix[1, 0] * r + matrix[1, 1] * c + matrix[1, 2]
            if y < -0.5 or x < -0.5 or y > image.shape[0] - 0.5 or x > image.shape[1] - 0.5:
                continue
            result[r, c] = bicubic(image, y, x)
    return out

# --- calls
second_derivatives(np.array([0.0, 1, 2.5, 4]), np.array([1.0, 3, 2, 5]))
second_derivatives(np.array([0.0, 1, 2.5, 4]), np.array([1.0, 3, 2, 5]), (0, -1.5))
second_derivatives(np.array([0.0, 1]), np.array([1.0, 3]))
second_derivatives(np.array([0.0, 1, 1]), np.array([1.0, 3, 4]))
second_derivatives(np.array([0.0, 1, 2]), np.array([1.0, 3]))
second_derivatives(np.array([0.0, 1, 2]), np.array([1.0, 3, 2]), (1,))
evaluate(np.array([0.0, 1, 2.5, 4]), np.array([1.0, 3, 2, 5]), np.array([0, -3.0, 2.5, 0]), np.array([-1, 0, 0.3, 2.5, 3.9, 4, 6]))
evaluate(np.array([0.0, 1, 2.5, 4]), np.array([1.0, 3, 2, 5]), np.array([0, -3.0, 2.5, 0]), np.array([-1, 0.3, 6]), False)
(basis(np.array([0.0, 0, 0, 1, 2, 3, 3, 3]), 2, i, 1.25) for i in range(5))
warp(np.sin(np.arange(20.0)).reshape(4, 5), np.array([[0.5, 0, 0.2], [0.1, 0.7, -0.4]]), (5, 6))
warp(np.sin(np.arange(20.0)).reshape(4, 5), np.eye(2), (5, 6))
