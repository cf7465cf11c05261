"""Functions whose declarations in a .pxd name no parameters."""
from cython cimport floating


cdef floating dot(int n, const floating* x, const floating* y) noexcept nogil:
    cdef floating s = 0
    cdef int i
    for i in range(n):
        s += x[i] * y[i]
    return s


cdef int counted(int a, double[::1] v, char* c) except -1:
    if a < 0:
        raise ValueError("negative")
    return a + <int>v[0] + c[0]


cpdef object squeezed(object a):
    return a.squeeze() if a is not None else None


def dots(floating[::1] a, floating[::1] b):
    return dot(a.shape[0], &a[0], &b[0])


def count(int a, double[::1] v):
    return counted(a, v, b"c"), squeezed(v.base)


# --- calls
dots(np.arange(3.0), np.arange(3.0))
dots(np.arange(3, dtype=np.float32), np.arange(3, dtype=np.float32))
count(1, np.ones(1))
count(-1, np.ones(1))
squeezed(np.ones((1, 3)))
