"""Views that are None: arguments, defaults, locals, results, copies."""

import numpy as np


def is_none(double[:] a):
    return a is None


def default_none(double[:] a=None):
    return a is None


def not_none(double[:] a not None):
    return a[0]


def length(double[:] a):
    return a.shape[0], len(a)


def item(double[:] a, int i):
    return a[i]


def part(double[:] a):
    return a[1:], a.T


def loop(double[:] a):
    cdef double s = 0
    for x in a:
        s += x
    return s


def masked(double[:] a, double[:] mask=None):
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        if mask is not None:
            s += a[i] * mask[i]
        else:
            s += a[i]
    return s


def local(double[:] a, int given):
    cdef double[:] b = None
    if given:
        b = a
    if b is None:
        return "none"
    return b[0]


def reassigned(double[:] a):
    a = None
    return a is None


def returned(double[:] a, int given):
    if given:
        return a
    return None


def store(double[:] a, double[:] b):
    a[:] = b


cdef double first(double[:] a):
    return a[0]


def passed():
    return first(None)

def attribute(double[:] a, str name):
    if name == "size":
        return a.size
    if name == "ndim":
        return a.ndim
    if name == "itemsize":
        return a.itemsize
    return a.nbytes


# --- calls
(is_none(a) for a in (None, f8(2)))
(default_none(*a) for a in ((), (None,), (f8(2),)))
(not_none(a) for a in (f8(2), None))
(length(a) for a in (f8(2), None))
item(None, 0)
part(None)
(loop(a) for a in (f8(3), None))
masked(f8(5))
masked(f8(5), f8(5))
masked(f8(6)[::2], None)
masked(f8(6)[::2], f8(4)[1:])
(local(f8(2), given) for given in (0, 1))
reassigned(f8(2))
(returned(f8(2), given) for given in (0, 1))
store(f8(2), None)
store(None, f8(2))
passed()
(attribute(f8(3), name) for name in ("size", "ndim", "itemsize", "nbytes"))
(attribute(None, name) for name in ("size", "ndim", "itemsize", "nbytes"))
