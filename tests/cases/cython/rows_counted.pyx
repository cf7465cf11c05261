"""Rows whose index a loop counts itself."""
import numpy as np


def compact(long[:, ::1] out, long[:] m):
    cdef long i, count = 0
    for i in range(m.shape[0]):
        if m[i] > 0:
            out[count, 2] = i
            out[count, 1] = m[i]
            count += 1
    return count


def chained(long[:, ::1] out, int n):
    cdef long i, a = 0, b = 1, c
    for i in range(n):
        c = a
        a = b % out.shape[0]
        b = c + b
        out[a, i] = b
        out[c, 0] += a
    return a, b


def two(double[:, :] out, double[:, :] rows):
    cdef Py_ssize_t i, j, k = 0
    for i in range(rows.shape[0]):
        k += 1
        for j in range(rows.shape[1]):
            out[k - 1, j] = rows[k - 1, j] * 2
    return k


def f(n):
    out = np.zeros((4, 5), np.int64)
    return compact(out, np.arange(n) - 1), out


# --- calls
f(4)
f(0)
(chained(o, 6) for o in (np.zeros((3, 6), np.int64),))
two(np.zeros((2, 3)), np.ones((2, 3)))
