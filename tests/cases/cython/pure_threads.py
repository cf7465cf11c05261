"""Threads of the pure mode, by names that are imported."""
import cython
from cython.parallel import parallel, prange, threadid
import numpy as np


def used(n: cython.int):
    i: cython.Py_ssize_t
    out = np.full(n, -1)
    v: cython.long[:] = out
    for i in prange(n, nogil=True, num_threads=2):
        v[i] = threadid() >= 0
    return out


def ids(n: cython.int):
    i: cython.Py_ssize_t
    total: cython.int = 0
    with cython.nogil, parallel(num_threads=2):
        for i in prange(n):
            total += 1 if threadid() < 2 else 100
    return total


# --- calls
used(5)
ids(7)
