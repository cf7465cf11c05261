# with: star_types.pxd
"""`cimport *` of a module that itself cimports; `bool` of cpython as a class."""
from cpython cimport bool
from star_types cimport *


def total(floating[::1] a, index_t n, int8_t k, bool flag=False):
    cdef floating s = 0
    cdef int32_t i
    for i in range(n):
        s += a[i]
    return s, k, flag


def scalar(cnp.float64_t x):
    return x * 2


# --- calls
total(np.arange(4.0), 3, 1)
total(np.arange(4, dtype=np.float32), 3, 1, True)
total(np.arange(4.0), 3, 1, 1)
total(np.arange(4.0), 3, 300)
scalar(2)
