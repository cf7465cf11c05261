"""`np.arange`, `np.linspace`, `np.eye`, and new arrays in the memory order of another."""

import numpy as np

import pyrx


def of_count(n: int):
    return np.arange(n), np.arange(n, dtype=np.float64), np.arange(n, dtype=np.float32)


def of_ints(start: int, stop: int, step: int):
    return np.arange(start, stop, step), np.arange(start, stop, step, np.float64)


def short(start: int, stop: int):
    return np.arange(start, stop, dtype=np.int8)


def unsigned(start: int, stop: int, step: int):
    return np.arange(start, stop, step, dtype=np.uint16)


def single(start: int, stop: int, step: int):
    return np.arange(start, stop, step, dtype=np.float32)


def of_floats(start: float, stop: float, step: float):
    return np.arange(start, stop, step), np.arange(start, stop, step, dtype=np.float32)


def of_both(n: int, step: float):
    return np.arange(n, step * n, step)


def of_numpy(a: pyrx.float64[:]):
    return np.arange(a[0], a[1], a[2])


def filled_sum(n: int):
    x = np.arange(n, dtype=np.float64)
    total = 0.0
    for i in range(n):
        total += x[i] * 0.5
    return total


def steps(start: float, stop: float, n: int):
    return np.linspace(start, stop, n)


def steps_open(start: float, stop: float, n: int):
    return np.linspace(start, stop, num=n, endpoint=False)


def fifty(start: float):
    return np.linspace(start, 1)


def steps_of_ints(start: int, stop: int, n: int):
    return np.linspace(start, stop, n, dtype=np.float64)


def steps_other(n: int):  # level: any
    return np.linspace(0, 1, n, retstep=True), np.linspace(0, 5, n, dtype=np.int64)


def unit(n: int):
    return np.eye(n), np.identity(n), np.identity(n, np.int32)


def unit_shifted(n: int, m: int, k: int):
    return np.eye(n, m, k), np.eye(n, M=None, k=k, dtype=np.int16), np.eye(n, m, dtype=np.complex128)


def unit_bool(n: int):
    return np.eye(n, dtype=bool)


def like(a: pyrx.float64[:, :]):
    return np.zeros_like(a), np.ones_like(a), np.full_like(a, 2.5), np.zeros_like(a, dtype=np.int32)


def like_strides(a: pyrx.float64[:, :, :]):
    return np.empty_like(a).strides, np.empty_like(a, dtype=np.float32).strides, np.zeros_like(a).strides


def like_fortran(a: pyrx.float64[::1, :]):
    return np.zeros_like(a), np.empty_like(a).strides


def like_one(a: pyrx.float64[:]):
    return np.zeros_like(a), np.ones_like(a[::2])


def like_looped(a: pyrx.float64[:, :]):
    out = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            out[i, j] = a[i, j] * 2
    return out


def copies(a: pyrx.float64[:, :]):
    return a.copy(), np.copy(a), np.copy(a).strides, a.copy().strides


def copy_is_apart(a: pyrx.float64[:, :]):
    b = np.copy(a)
    b[0, 0] = 99.0
    return a[0, 0], b


# --- calls
(of_count(n) for n in (0, 1, 5, -3))
(of_ints(a, b, c) for a, b, c in ((0, 5, 2), (5, -5, -3), (3, 3, 1), (0, 5, -1), (2**60, 2**60 + 5, 2)))
of_ints(0, 5, 0)
(short(a, b) for a, b in ((-3, 4), (120, 127), (0, 0), (126, 131), (127, 129), (0, 200), (200, 201), (-200, -199)))
(unsigned(a, b, c) for a, b, c in ((0, 10, 3), (65535, 65538, 1), (-1, 1, 1), (10, 0, -3)))
(single(a, b, c) for a, b, c in ((0, 5, 2), (2**24, 2**24 + 6, 1), (-7, 8, 5)))
(of_floats(a, b, c) for a, b, c in ((0.0, 1.0, 0.1), (1.0, 0.0, -0.3), (0.0, 0.0, 1.0), (1e16, 1e16 + 8, 1.5), (-0.0, 1.0, 0.25)))
of_floats(0.0, 1.0, 0.0)
of_floats(0.0, nan, 1.0)
of_floats(0.0, inf, 1.0)
of_both(2, 1.5)
of_numpy(np.array([0.5, 3.0, 0.7]))
filled_sum(10)
filled_sum(0)  # deviation: 5 -> np.float64(0.0)
(steps(a, b, n) for a, b in ((0.0, 1.0), (3.0, -7.1), (0.0, 5e-324), (1.0, inf), (nan, 1.0), (2.5, 2.5)) for n in (0, 1, 2, 7))
steps(0.0, 1.0, -1)
(steps_open(a, b, n) for a, b in ((0.0, 1.0), (3.0, -7.1)) for n in (0, 1, 3))
fifty(-2.0)
(steps_of_ints(a, b, n) for a, b, n in ((0, 10, 4), (2**62, 0, 3)))
steps_other(4)
(unit(n) for n in (0, 1, 3))
unit(-1)
(unit_shifted(n, m, k) for n, m in ((2, 3), (3, 2), (0, 2)) for k in (0, 1, -1, 5, -5))
unit_bool(2)
(like(a) for a in (np.ones((2, 3)), np.ones((2, 3)).T, np.ones((4, 6))[::2, ::-3], np.ones((0, 2)).T, f8(3)[:, None]))
(like_strides(a) for a in (np.ones((2, 3, 4)), np.ones((2, 3, 4)).T, np.ones((2, 3, 4)).transpose(1, 0, 2), np.ones((2, 3, 4)).transpose(2, 0, 1)[::-1, ::2], np.broadcast_to(f8(3), (2, 4, 3))))
(like_fortran(a) for a in (np.ones((2, 3), order="F"), np.ones((1, 3), order="F")))
(like_one(a) for a in (f8(5), f8(5)[::-2], f8(0)))
(like_looped(a) for a in (np.arange(6.0).reshape(2, 3), np.arange(6.0).reshape(2, 3).T, np.arange(24.0).reshape(4, 6)[::-2, ::3]))
(copies(a) for a in (np.arange(6.0).reshape(2, 3), np.arange(6.0).reshape(2, 3).T, np.arange(24.0).reshape(4, 6)[::2, ::-3]))
copy_is_apart(np.arange(6.0).reshape(2, 3).T)
