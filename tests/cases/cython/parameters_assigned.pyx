"""Parameters that are views, buffers or numbers stay that, whatever is assigned to them."""
import numpy as np
cimport numpy as np
cimport cython


def sorted_buffer(np.ndarray[double] a):
    a = np.sort(a)
    return a[1]


def sorted_view(double[:] a):
    a = np.sort(a)
    return a, a[1]


def local(np.ndarray[double] a):
    cdef np.ndarray[double] b = a[1:]
    b = b[::2]
    return b[1]


def shrinks(np.ndarray[double] a not None):
    for i in range(3):
        a = a[1:]
        if a[0] > 3:
            break
    return a[0]


def number(int x):
    x = x * 1000000
    x = x * 1000000
    return x


def default(double[::1] a=None, x=None):
    if a is None:
        a = np.zeros(3)
    elif x is not None:
        a = x
    a[0] += 1
    return a.base if a.base is not None else a


def copied(double[:, ::1] a, const double[:] w=None):
    if w is None:
        w = np.ones(a.shape[1])
    a = a[1:]
    a = a.copy()
    w, a = w[::-1], a
    return np.asarray(a), np.asarray(w), a[0, -1]


cdef double total(double[:] v, int depth) noexcept nogil:
    cdef double s = v[0]
    while v.shape[0] > 1:
        v = v[1:]
        s += v[0]
    return s


def summed(v):
    return total(v, 1)


def transposed(np.ndarray[np.intp_t, ndim=2] a):
    a = a.T.copy() + 1
    a = np.ascontiguousarray(a, dtype=np.intp)
    return a, a[0, 1], a.dtype.name


def looped(double[:] a):
    for a in [np.zeros(2), np.ones(3)]:
        pass
    return a.shape[0]


@cython.boundscheck(False)
@cython.wraparound(False)


def unchecked(np.ndarray[double, ndim=1] a, np.ndarray[double, ndim=1] b=None):
    cdef Py_ssize_t i
    cdef double t = 0
    a = np.asarray(a) * 2
    if b is None:
        b = a
    for i in range(a.shape[0]):
        t += a[i] * b[i]
    return t
# --- calls
sorted_buffer(f8(3))
sorted_view(f8(3))
local(f8(7))
shrinks(f8(7))
number(5)
sorted_buffer(f8(3).astype(np.float32))


default()


default(f8(3))


default(f8(3), np.zeros(2, int))


default(f8(3), None)


default(f8(3), f8(4)[::2])


default(f8(3), f8(4))
copied(f8(3, 4))
copied(f8(3, 4), ro(f8(2)))
summed(f8(6))
summed(f8(1))
transposed(i8(3, 2))
transposed(i8(3, 2).astype(float))
looped(f8(1))
unchecked(f8(3))
unchecked(f8(3), f8(3))
unchecked(f8(0))
