"""Loop bounds and indices that come out of arrays of narrow integers."""

import numpy as np
import pyrx


def csr(data: pyrx.float64[:], indices: pyrx.int32[:], indptr: pyrx.int32[:], x: pyrx.float64[:]):
    n = len(indptr) - 1
    y = np.empty(n)
    for i in range(n):
        s = 0.0
        for k in range(indptr[i], indptr[i + 1]):
            s += data[k] * x[indices[k]]
        y[i] = s
    return y


def segments(values: pyrx.int64[:], starts: pyrx.uint8[:]):
    out = np.zeros(len(starts) - 1, dtype=np.int64)
    for i in range(len(starts) - 1):
        for k in range(starts[i], starts[i + 1]):
            out[i] += values[k]
    return out


def wide(values: pyrx.int64[:], starts: pyrx.uint64[:]):
    total = 0
    for k in range(starts[0], starts[1]):
        total += values[k]
    return total


# --- calls
csr(np.arange(6.0), np.array([0, 2, 1, 0, 2, 2], np.int32), np.array([0, 2, 2, 6], np.int32), np.array([1.0, 2.0, 3.0]))
csr(np.arange(2.0), np.array([0, 3], np.int32), np.array([0, 2], np.int32), np.array([1.0, 2.0]))
csr(np.arange(2.0), np.array([0, 1], np.int32), np.array([-1, 2], np.int32), np.array([1.0, 2.0]))
csr(np.arange(2.0), np.array([0, 1], np.int32), np.array([0, 9], np.int32), np.array([1.0, 2.0]))
csr(np.arange(0.0), np.array([], np.int32), np.array([0], np.int32), np.array([1.0]))
segments(np.arange(9), np.array([0, 3, 9, 9], np.uint8))
segments(np.arange(9), np.array([0, 10], np.uint8))
wide(np.arange(9), np.array([2, 5], np.uint64))
wide(np.arange(9), np.array([5, 2], np.uint64))  # deviation: 5 -> np.int64(0)
