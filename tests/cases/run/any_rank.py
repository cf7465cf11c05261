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



def first_item(a: NDArray[np.float64]):
    return a[0]


def doubled(a: NDArray[np.float64], out: NDArray[np.float64], n: int):
    for i in range(n):
        out[i] = a[i] * 2
    return out


def by_first_item(a: NDArray[np.float64]):  # level: mixed
    return first_item(a[:, 1]), first_item(a)


# --- calls
(first_item(a) for a in (f8(3), f8(3, 2), f8(2, 2, 2), rev(f8(3)), np.asfortranarray(f8(3, 2)), f8(0, 2)))
first_item(np.array(1.5))
first_item(np.zeros((2, 0)))
first_item([1.5])  # refused: TypeError 'a'
first_item(np.ones(3, np.int8))  # refused: TypeError 'a'
(doubled(f8(*shape), np.zeros(shape), 2) for shape in ((3,), (3, 2)))
doubled(f8(3, 2), np.zeros(3), 2)
doubled(f8(3), np.zeros((3, 2)), 2)
by_first_item(f8(3, 2))
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
