"""Functions that pure mode makes ufuncs."""
import cython
import numpy as np
from cython.cimports.libc.math import sqrt

real = cython.fused_type(cython.float, cython.double)


@cython.ufunc
@cython.cfunc
def root(x: cython.double) -> cython.double:
    return sqrt(x) + 1


@cython.ufunc
@cython.cfunc
@cython.nogil
def product(x: cython.double, y: cython.long) -> cython.double:
    return x * y


@cython.ufunc
@cython.cfunc
def doubled(x: real) -> real:
    return x * 2


def inside(x):
    return root(x), product(x, 2)

# --- calls
root(4.0)
root(np.arange(5.0))
product(np.arange(3.0), 4)
product(2, [1, 2])
(type(root).__name__, root.types)
doubled(np.arange(3, dtype=np.float32))
doubled(3)
doubled.types
inside(np.arange(3.0))
