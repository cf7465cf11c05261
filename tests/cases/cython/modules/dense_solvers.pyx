# cython: boundscheck=False, wraparound=False, cdivision=True
"""Dense linear algebra by hand: LU with pivots, Cholesky, QR by reflections, a Jacobi eigenvalue sweep."""
import numpy as np

from libc.math cimport fabs, hypot, sqrt


class SingularMatrixError(ValueError):
    pass


cdef void swap_rows(double* a, double* b, Py_ssize_t n) noexcept nogil:
    cdef Py_ssize_t i
    cdef double t
    for i in range(n):
        t = a[i]
        a[i] = b[i]
        b[i] = t


cdef int lu_inplace(double[:, ::1] a, Py_ssize_t[::1] pivots) noexcept nogil:
    """The sign of the permutation, 0 for a singular matrix."""
    cdef Py_ssize_t n = a.shape[0], i, j, k, p
    cdef double most, f
    cdef int sign = 1
    for k in range(n):
        p = k
        most = fabs(a[k, k])
        for i in range(k + 1, n):
            if fabs(a[i, k]) > most:
                most = fabs(a[i, k])
                p = i
        pivots[k] = p
        if most == 0:
            return 0
        if p != k:
            swap_rows(&a[p, 0], &a[k, 0], n)
            sign = -sign
        for i in range(k + 1, n):
            f = a[i, k] / a[k, k]
            a[i, k] = f
            if f != 0:
                for j in range(k + 1, n):
                    a[i, j] -= f * a[k, j]
    return sign


cdef int check_square(const double[:, :] a) except -1:
    if a.shape[0] != a.shape[1]:
        raise ValueError(f"matrix is {a.shape[0]}x{a.shape[1]}, not square")
    return 0


def lu(a):
    m = np.array(a, dtype=np.float64, order="C")
    check_square(m)
    pivots = np.zeros(m.shape[0], dtype=np.intp)
    cdef int sign = lu_inplace(m, pivots)
    return m, pivots, sign


def determinant(const double[:, :] a):
    cdef double d
    cdef Py_ssize_t i
    cdef double[:, ::1] m = np.array(a)
    check_square(a)
    d = lu_inplace(m, np.zeros(a.shape[0], dtype=np.intp))
    for i in range(a.shape[0]):
        d *= m[i, i]
    return d


def solve(const double[:, :] a, const double[:] b):
    cdef Py_ssize_t n = a.shape[0], i, j
    cdef double t
    check_square(a)
    if b.shape[0] != n:
        raise ValueError("the right side has %d rows, not %d" % (b.shape[0], n))
    m_array, pivots_array, sign = lu(a)
    if sign == 0:
        raise SingularMatrixError("matrix is singular")
    cdef double[:, ::1] m = m_array
    cdef Py_ssize_t[::1] pivots = pivots_array
    x_array = np.array(b)
    cdef double[::1] x = x_array
    with nogil:
        for i in range(n):
            if pivots[i] != i:
                t = x[i]
                x[i] = x[pivots[i]]
                x[pivots[i]] = t
        for i in range(n):
            for j in range(i):
                x[i] -= m[i, j] * x[j]
        for i in range(n - 1, -1, -1):
            for j in range(i + 1, n):
                x[i] -= m[i, j] * x[j]
            x[i] /= m[i, i]
    return x_array


def cholesky(const double[:, :] a):
    cdef Py_ssize_t n = a.shape[0], i, j, k
    cdef double s
    check_square(a)
    out = np.zeros((n, n))
    cdef double[:, ::1] l = out
    for j in range(n):
        s = a[j, j]
        for k in range(j):
            s -= l[j, k] ** 2
        if s <= 0:
            raise np.linalg.LinAlgError("matrix is not positive definite, see row %d" % j)
        l[j, j] = sqrt(s)
        for i in range(j + 1, n):
            s = a[i, j]
            for k in range(j):
                s -= l[i, k] * l[j, k]
            l[i, j] = s / l[j, j]
    return out


def qr(const double[:, :] a):
    """Q and R by Householder reflections."""
    cdef Py_ssize_t m = a.shape[0], n = a.shape[1], i, j, k
    cdef double norm, alpha, s
    r_array = np.array(a)
    q_array = np.eye(m)
    cdef double[:, ::1] r = r_array, q = q_array
    cdef double[::1] v = np.zeros(m)
    for k in range(min(m - 1, n)):
        norm = 0
        for i in range(k, m):
            norm += r[i, k] * r[i, k]
        norm = sqrt(norm)
        if norm == 0:
            continue
        alpha = -norm if r[k, k] > 0 else norm
        v[:] = 0
        v[k:] = r[k:, k]
        v[k] -= alpha
        s = 0
        for i in range(k, m):
            s += v[i] * v[i]
        for j in range(n):
            norm = 0
            for i in range(k, m):
                norm += v[i] * r[i, j]
            norm *= 2 / s
            for i in range(k, m):
                r[i, j] -= norm * v[i]
        for j in range(m):
            norm = 0
            for i in range(k, m):
                norm += q[j, i] * v[i]
            norm *= 2 / s
            for i in range(k, m):
                q[j, i] -= norm * v[i]
    return q_array, r_array


def eigenvalues(const double[:, :] a, int sweeps=10):
    """Of a symmetric matrix by Jacobi's rotations, sorted, with the number of rotations."""
    cdef Py_ssize_t n = a.shape[0], p, q, i
    cdef double theta, t, c, s, x, y
    cdef int sweep, rotations = 0
    check_square(a)
    m_array = np.array(a)
    cdef double[:, ::1] m = m_array
    for sweep in range(sweeps):
        for p in range(n - 1):
            for q in range(p + 1, n):
                if fabs(m[p, q]) < 1e-14:
                    continue
                rotations += 1
                theta = (m[q, q] - m[p, p]) / (2 * m[p, q])
                t = 1 / (fabs(theta) + hypot(theta, 1.0))
                if theta < 0:
                    t = -t
                c = 1 / sqrt(t * t + 1)
                s = t * c
                for i in range(n):
                    x = m[i, p]
                    y = m[i, q]
                    m[i, p] = c * x - s * y
                    m[i, q] = s * x + c * y
                for i in range(n):
                    x = m[p, i]
                    y = m[q, i]
                    m[p, i] = c * x - s * y
                    m[q, i] = s * x + c * y
    return sorted([m[i, i] for i in range(n)]), rotations

# --- calls
lu(np.array([[2.0, 1, 1], [4, 3, 3], [8, 7, 9]]))
lu([[0, 1], [1, 0]])
lu(np.ones((2, 3)))
(determinant(np.array(a, float)) for a in ([[2, 1], [4, 3]], [[1, 2], [2, 4]], [[7]]))
solve(np.array([[2.0, 1, 1], [4, 3, 3], [8, 7, 9]]), np.array([1.0, 2, 3]))
solve(np.ones((2, 2)), np.ones(2))
solve(np.ones((2, 2)), np.ones(3))
cholesky(np.array([[4.0, 2], [2, 3]]))
cholesky(np.array([[1.0, 2], [2, 1]]))
qr(np.array([[1.0, 2], [3, 4], [5, 6]]))
eigenvalues(np.array([[2.0, 1, 0], [1, 3, 1], [0, 1, 4]]))
