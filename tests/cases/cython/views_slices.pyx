"""Slices of views: parts, steps, rows, negative bounds, aliasing, transposes, newaxis."""
import numpy as np


cdef double total(double[:] a) noexcept nogil:
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s = s * 2 + a[i]
    return s


def part(double[:] a, Py_ssize_t i, Py_ssize_t j):
    return total(a[i:j])


def stepped(double[:] a):
    return total(a[::2]), total(a[1::3]), total(a[::-1]), total(a[-2::-2])


def open_ends(double[:] a):
    return total(a[2:]), total(a[:2]), total(a[:]), total(a[-2:]), total(a[:-1])


def rows(double[:, ::1] a):
    cdef Py_ssize_t i
    out = []
    for i in range(a.shape[0]):
        out.append(total(a[i]))
    return out


def columns(double[:, :] a):
    cdef Py_ssize_t j
    return [total(a[:, j]) for j in range(a.shape[1])]


def block(double[:, :] a):
    cdef double[:, :] b = a[1:, :-1]
    return b.shape[0], b.shape[1], b[0, 0], b[b.shape[0] - 1, b.shape[1] - 1]


def transposed(double[:, :] a):
    cdef double[:, :] t = a.T
    return t.shape[0], t.shape[1], t[0, a.shape[0] - 1]


def alias(double[:] a):
    cdef double[:] b = a[1:]
    b[0] = 100
    a[2] = 200
    return b[0], b[1], a[1]


def rebind(double[:] a, double[:] b):
    cdef double[:] c = a
    c[0] = 1
    c = b
    c[0] = 2
    return a[0], b[0]


def with_newaxis(double[:] a):
    cdef double[:, :] column = a[:, None]
    cdef double[:, :] row = a[None, :]
    return column.shape[0], column.shape[1], row.shape[0], row.shape[1], column[1, 0], row[0, 1]


def ellipsis_(double[:, :, :] a):
    cdef double[:, :] b = a[..., 1]
    cdef double[:, :] c = a[0, ...]
    return b.shape[0], b.shape[1], b[1, 1], c.shape[0], c[1, 2]


def mixed_index(double[:, :, :] a, int i, int k):
    cdef double[:] b = a[i, :, k]
    return total(b), b.strides[0]


def of_slice(double[:] a):
    return a[1:][1:][::2][0], a[1:4][::-1][0]


def loop_over_rows(double[:, :] a):
    cdef double[:] row
    s = []
    for row in a:
        s.append(row[0])
    return s


def loop_over_items(double[:] a):
    cdef double x, s = 0
    for x in a:
        s += x
    return s


def swap_views(double[:] a, double[:] b, int n):
    cdef int i
    for i in range(n):
        a[0] += 1
        a, b = b, a
    return a[0], b[0]


def partial_2d(double[:, :] a, int i, int j):
    return a[i][j], a[i, :][j], a[:, j][i]

# --- calls
(part(f8(5), i, j) for i in (0, 1, -3, 7) for j in (5, 3, -1, 0, 9))
stepped(f8(7))
stepped(every2(f8(7)))
open_ends(f8(4))
open_ends(f8(1))
rows(f8(3, 2))
columns(f8(3, 2))
columns(fort(f8(3, 2)))
columns(f8(3, 2)[::-1, ::-1])
block(f8(3, 4))
transposed(f8(2, 3))
alias(f8(4))
rebind(f8(2), f8(2))
with_newaxis(f8(3))
ellipsis_(f8(2, 3, 4))
mixed_index(f8(2, 3, 4), 1, 2)
mixed_index(f8(2, 3, 4), 2, 0)
of_slice(f8(6))
loop_over_rows(f8(3, 2))
loop_over_items(f8(4))
(swap_views(f8(2), f8(2), n) for n in (0, 1, 3))
partial_2d(f8(3, 4), 1, -1)
stepped(rev(f8(7)))
transposed(f8(2, 3)[::-1])
