"""Pure mode: C functions without the lock, which take it back to raise or to call Python."""
import cython
import numpy as np
from cython.cimports.libc.math import log
from cython.parallel import prange


@cython.cfunc
@cython.nogil
@cython.exceptval(-1.0, check=True)
def safe_log(x: cython.double) -> cython.double:
    if x <= 0:
        with cython.gil:
            raise ValueError(f"log of {x:.2f}")
    return log(x)


def logs(values: cython.double[:]):
    total: cython.double = 0
    i: cython.Py_ssize_t
    with cython.nogil:
        for i in range(values.shape[0]):
            total += safe_log(values[i])
    return total


def noted(values: cython.double[:], log_to: list):
    total: cython.double = 0
    i: cython.Py_ssize_t
    with cython.nogil:
        for i in range(values.shape[0]):
            if values[i] < 0:
                with cython.gil:
                    log_to.append(f"item {i}")
                continue
            total += values[i]
    return total, log_to


@cython.cfunc
@cython.nogil(True)
@cython.exceptval(check=False)
def square(x: cython.double) -> cython.double:
    return x * x


def squares(values: cython.double[:]):
    out: cython.double[::1] = np.zeros(values.shape[0])
    i: cython.Py_ssize_t
    for i in prange(values.shape[0], nogil=True):
        out[i] = square(values[i])
    return np.asarray(out), square(3)
# --- calls
logs(f8(4))
logs(f8(0))
logs(-f8(4))
logs(f8(3)[::-1])
logs(np.array([1.0, np.nan]))
noted(np.array([1.0, -2, 3, -0.0]), [])
squares(f8(5)[::2])
squares(f8(0))
