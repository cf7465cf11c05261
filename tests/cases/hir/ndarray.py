"""`NDArray[...]`: the rank comes from use."""

import numpy as np
import numpy.typing as npt
from numpy.typing import NDArray


def unpacked(a: NDArray[np.float64]):
    m, n = a.shape


def unpacked_starred(a: NDArray[np.float64]):
    m, *n = a.shape


def indexed(a: NDArray[np.float32], i):
    return a[i, i, i]


def indexed_slices(a: npt.NDArray[np.int64], i):
    return a[i, :, None]


def chained(a: NDArray[np.int8], i):
    return a[i][i + 1][0]


def sliced_then_indexed(a: NDArray[np.float64]):
    return a[1:][0]


def by_shape(a: NDArray[np.float64]):
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            pass


def only_length(a: NDArray[np.float64]):
    return len(a) + a.shape[0]


def iterated(a: NDArray[np.float64]):
    for row in a:
        for x in row:
            print(x)


def comprehended(a: NDArray[np.float64]):
    return [x for row in a for x in row]


def aliased(a: NDArray[np.float64], i):
    row = a[i]
    return row[i] + row[0]


def rebound(a: NDArray[np.float64], i):
    a = a[i]
    return a[i]


def any_rank(a: NDArray[np.float64], b: NDArray[np.int32], c: float):
    return a + b + c


def mixed(a: NDArray[np.float64], b: NDArray[np.float64]):
    return a[0, 0] + b


def with_ndim(a: NDArray[np.float64], i):
    if a.ndim == 2:
        return a[i, i]
    return a[i]


def ellipsis(a: NDArray[np.float64]):
    return a[..., 0]


def shaped(a: np.ndarray[tuple[int, int], np.dtype[np.float64]], b: np.ndarray[Any, np.dtype[np.int32]]):
    return a[0, 0] + b[0]


def python_dtype(a: NDArray[float], b: NDArray[int], c: NDArray[bool], d: NDArray[object], e: NDArray):
    return a[0] + b[0] + c[0]
