"""Functions that are ufuncs to Python: scalars, arrays that broadcast, several results, fused types."""
cimport cython
from libc.math cimport sqrt
import numpy as np

@cython.ufunc
cdef double root(double x) nogil:
    return sqrt(x) + 1

@cython.ufunc
cdef double scaled(double x, long y):
    return x * y

@cython.ufunc
cdef (double, long) halves(double x):
    return x / 2, <long>x

@cython.ufunc
cdef cython.floating doubled(cython.floating x):
    """Twice."""
    return x * 2

@cython.ufunc
@cython.cdivision(False)
cdef long quotient(long a, long b) except? -1:
    return a // b

@cython.ufunc
cdef int clipped(int x, int lo, int hi) noexcept:
    return lo if x < lo else hi if x > hi else x

@cython.ufunc
cdef double complex turned(double complex z):
    return z * 1j

def inside(x):
    return root(x), scaled(x, 2), scaled(np.arange(3.0), x)

def reduced():
    return scaled.nin, scaled.nargs, root.__name__, isinstance(root, np.ufunc)
# --- calls
root(4.0)
root(np.arange(5.0))
root(np.arange(6).reshape(2, 3))
root(np.arange(6.0)[::-2])
root(np.array([]))
root(-1.0)
scaled(np.arange(3.0), 4)
scaled([1, 2], [[1], [2]])
scaled(np.arange(3.0), 2.5)
halves(np.array([1.5, 2.5]))
halves(3)
doubled(np.float32(2))
doubled(np.arange(3, dtype=np.float32))
doubled(np.arange(3.0))
doubled(2)
(root.nin, root.nout, root.types, type(root).__name__)
doubled.types
doubled.__doc__
root(np.arange(4.0), out=np.zeros(4))
root(np.arange(4.0), where=[True, False, True, False], out=np.zeros(4))
root("a")
root()
quotient(7, 2)
quotient(np.array([7, -7]), 2)
quotient(np.array([7, -7]), 0)
quotient.types
clipped(np.arange(5, dtype=np.intc), 1, 3)
clipped.types
turned(np.array([1 + 2j]))
turned(1)
inside(4.0)
reduced()
scaled.outer(np.arange(2.0), np.arange(3))
root.reduce(np.arange(2.0))
