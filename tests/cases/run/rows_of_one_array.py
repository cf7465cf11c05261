"""Loops that store to one row of an array and read others: the rows get pointers of their own."""

import numpy as np

import pyrx


def eliminate(a: pyrx.float64[:, ::1]) -> int:
    n = a.shape[0]
    for k in range(n):
        if a[k, k] == 0.0:
            return k
        for i in range(k + 1, n):
            f = a[i, k] / a[k, k]
            for j in range(k, n):
                a[i, j] -= f * a[k, j]
    return -1


def add_row(a: pyrx.float64[:, ::1], to: int, of: int, low: int, high: int, f: float):
    for j in range(low, high):
        a[to, j] += f * a[of, j]


def backwards(a: pyrx.int32[:, ::1], to: int, of: int):
    for j in range(a.shape[1] - 1, -1, -1):
        a[to, j] = a[of, j] + a[to, j]


def rotate(a: pyrx.complex128[:, ::1], p: int, q: int, c: float, s: float):
    for j in range(a.shape[1]):
        x = a[p, j]
        y = a[q, j]
        a[p, j] = c * x - s * y
        a[q, j] = s * x + c * y


def carried(a: pyrx.float64[:, ::1]):
    for i in range(1, a.shape[0]):
        for j in range(1, a.shape[1]):
            a[i, j] = min(a[i - 1, j], a[i, j - 1], a[i - 1, j - 1]) + a[i, j]


def shifted(a: pyrx.float64[:, ::1], k: int):
    for i in range(1, a.shape[0]):
        for j in range(1, a.shape[1]):
            a[i, j] = a[i - 1, j - 1] + k


def planes(a: pyrx.float32[:, :, ::1]):
    for i in range(1, a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                a[i, j, k] += a[i - 1, j, k] * a[0, j, k]


def strided(a: pyrx.float64[:, :], to: int, of: int):
    for j in range(a.shape[1]):
        a[to, j] = a[of, j] * 2.0


def with_branch(a: pyrx.int64[:, ::1], to: int, of: int):
    for j in range(a.shape[1]):
        if a[of, j] > 2:
            a[to, j] = a[of, j]
        else:
            a[to, j] = -1


def moving(a: pyrx.int64[:, ::1], of: int):
    i = 0
    for j in range(a.shape[1]):
        a[i, j] = a[of, j] + 1
        i = (i + 1) % a.shape[0]


def flags(a: pyrx.bool_[:, ::1]):
    for j in range(a.shape[1]):
        a[1, j] = not a[0, j]


def two(a: pyrx.float64[:, ::1], b: pyrx.float64[:, ::1], i: int, k: int):
    for j in range(a.shape[1]):
        b[i, j] = a[k, j]
        a[i, j] = b[k, j]

# --- calls
(eliminate(m) for m in (f8(4, 4), f8(9, 9) + np.eye(9), np.eye(3), np.zeros((0, 0)), np.zeros((2, 2))))
eliminate(f8(3, 2))
(add_row(f8(4, 9), to, of, 0, 9, 0.5) for to in (0, 3, -1) for of in (0, 2, -1))
(add_row(f8(4, 9), 0, 1, low, high, 2.0) for low in (0, 3, 9) for high in (0, 2, 9))
(add_row(f8(4, 9), to, of, 0, 9, 0.5) for to in (4, -5) for of in (0, 7))
add_row(f8(4, 9), 0, 1, 5, 12, 1.0)
add_row(f8(4, 9), 7, 9, 5, 5, 1.0)
add_row(ro(f8(4, 9)), 0, 1, 0, 9, 1.0)  # refused: ValueError 'a'
(backwards(f8(3, 10).astype("i4"), to, of) for to in (0, 2) for of in (0, 1))
backwards(np.full((2, 9), 2**31 - 1, "i4"), 0, 1)
(rotate(f8(3, 7).astype("c16"), p, q, 0.6, 0.8) for p in (0, 1) for q in (1, 0))
carried(f8(5, 6))
carried(f8(1, 6))
shifted(f8(5, 17), 2)
planes(np.arange(24.0).astype("f4").reshape(2, 3, 4))
planes(np.arange(60.0).astype("f4").reshape(5, 3, 4))
(strided(a, 1, 0) for a in (f8(3, 8), f8(8, 3).T, f8(3, 8)[:, ::-1], f8(6, 8)[::2]))
with_branch(f8(3, 9).astype("i8"), 0, 1)
with_branch(f8(3, 9).astype("i8"), 1, 1)
(moving(f8(3, 8).astype("i8"), of) for of in (0, 2))
flags(f8(2, 9) > 3)
(two(f8(3, 9), f8(3, 9), i, k) for i in (0, 1) for k in (1, 2))
(two(m, m, 0, 1) for m in (f8(3, 9),))
