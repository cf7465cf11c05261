"""Fill and copy: scalars, views of views, overlap, broadcasting, .copy(), errors of shape."""
import numpy as np


def fill(double[:] a, double v):
    a[:] = v


def fill_part(double[:, :] a):
    a[1:, ::2] = 7
    a[0] = -1
    a[:, 1] = 0.5


def fill_dots(double[:, :] a):
    a[...] = 3


def copy_into(double[:] a, double[:] b):
    a[:] = b


def copy_2d(double[:, :] a, double[:, :] b):
    a[:, :] = b


def copy_row(double[:, ::1] a, Py_ssize_t i, Py_ssize_t j):
    a[i, :] = a[j, :]


def overlap_up(double[:] a):
    a[1:] = a[:-1]


def overlap_down(double[:] a):
    a[:-1] = a[1:]


def reverse_in_place(double[:] a):
    a[:] = a[::-1]


def transpose_in_place(double[:, :] a):
    a[:, :] = a.T


def broadcast(double[:, :] a, double[:] b):
    a[:, :] = b


def broadcast_column(double[:, :] a, double[:, :] b):
    a[:, :] = b


def copied(double[:, :] a):
    cdef double[:, ::1] b = a.copy()
    b[0, 0] = 100
    return a[0, 0], b[0, 0], b.strides[0]


def copied_fortran(double[:, :] a):
    cdef double[::1, :] b = a.copy_fortran()
    return b[0, 1], b.strides[0], b.strides[1]


def from_numpy(int n):
    cdef double[:] a = np.zeros(n)
    a[0] = 5
    return np.asarray(a)


def assign_object(double[:] a, x):
    a[:] = x


def fill_int(int[:] a, int v):
    a[::2] = v

# --- calls
fill(f8(3), 9)
fill(every2(f8(3)), 9)
fill(f8(0), 9)
fill_part(f8(3, 4))
fill_dots(f8(2, 2))
copy_into(f8(3), np.zeros(3))
copy_into(f8(3), every2(np.ones(3)))
copy_into(f8(3), np.zeros(2))
copy_into(f8(3), np.zeros(1))
copy_2d(f8(2, 3), np.zeros((2, 3)))
copy_2d(f8(2, 3), fort(np.ones((2, 3))))
copy_2d(f8(2, 3), np.zeros((3, 2)))
copy_row(f8(3, 2), 0, 2)
copy_row(f8(3, 2), 0, 3)
overlap_up(f8(5))
overlap_down(f8(5))
reverse_in_place(f8(5))
transpose_in_place(f8(3, 3))
broadcast(f8(2, 3), np.arange(3.0))
broadcast(f8(2, 3), np.arange(2.0))
broadcast_column(f8(2, 3), np.array([[7.0], [8.0]]))
copied(f8(2, 3))
copied(every2(f8(2, 3)))
copied_fortran(f8(2, 3))
from_numpy(3)
(assign_object(f8(3), x) for x in (2.5, 3))
fill_int(np.arange(5, dtype=np.intc), 9)
(fill(f8(3), x) for x in [nan, inf, -0.0])
