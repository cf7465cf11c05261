"""`NDArray[...]` whose rank use leaves open: ranks from 1 to 3 as overloads, the original where none is native."""

import numpy as np
from numpy.typing import NDArray


def trace(a: NDArray[np.float64]):
    if a.ndim > 2:
        raise ValueError("too many axes")
    t = 0.0
    for i in range(a.shape[0]):
        t += a[i, i]
    return t


def last_corner(a: NDArray[np.float64]):
    n = a.ndim
    return a[-1, -1], n


def total(a: NDArray[np.float64]):
    t = 0.0
    if a.ndim == 1:
        for x in a:
            t += x
    elif len(a.shape) == 2:
        for i in range(a.shape[0]):
            for j in range(a.shape[1]):
                t += a[i, j]
    else:
        return -1.0
    return t


def not_one(a: NDArray[np.int64]):
    if not a.ndim == 1 and 3 > a.ndim:
        return a[0, 0]
    return a.shape[0]


def scaled(a: NDArray[np.float64], factor: float):
    out = np.empty_like(a)
    if a.ndim == 2:
        for i in range(a.shape[0]):
            for j in range(a.shape[1]):
                out[i, j] = a[i, j] * factor
    return out


def sizes(a: NDArray[np.float64]):
    return a.size, a.ndim, a.shape[0]


def never_native(a: NDArray[np.float64]):  # level: any
    return a.ndim, str(a.shape), a.tolist()


def calls_it(a: NDArray[np.float64]):
    return total(a) + a.ndim


# --- calls
(trace(a) for a in (np.eye(3), np.ones((3, 2)), f8(4), np.ones((2, 2, 2)), np.ones((2, 2, 2, 2))))
trace(np.float64(3.0))
trace(np.eye(3, dtype=np.int64))
trace("ab")
(last_corner(a) for a in (np.arange(6.0).reshape(2, 3), np.arange(8.0).reshape(2, 2, 2)[0], f8(3)))
last_corner(np.arange(24.0).reshape(2, 3, 4)) is None
(total(a) for a in (f8(5), f8(6)[::-2], np.arange(6.0).reshape(2, 3).T, np.ones((2, 2, 2)), np.ones((1, 2, 2, 2))))
total(f8(0))  # deviation: 5 -> np.float64(0.0)
trace(np.ones((0, 2)))  # deviation: 5 -> np.float64(0.0)
(not_one(np.ones(shape, np.int64)) for shape in ((3,), (2, 3), (2, 3, 4)))
scaled(np.arange(6.0).reshape(2, 3), 2.0)
(sizes(a) for a in (f8(3), np.ones((2, 3)), np.ones((2, 3, 4)), np.ones((1, 2, 3, 4))))
never_native(np.ones((1, 2)))
(calls_it(a) for a in (f8(3), np.ones((2, 3)), np.ones((2, 3, 4)), np.ones((1, 1, 2, 3))))
