"""Views of objects: `object[:]`."""
import numpy as np


def item(object[:] v, int i):
    return v[i], len(v), v.shape[0]


def set_item(object[:] v, int i, value):
    v[i] = value
    return np.asarray(v).tolist()


def two_axes(object[:, :] v):
    cdef Py_ssize_t i, j
    found = []
    for i in range(v.shape[0]):
        for j in range(v.shape[1]):
            found.append(v[i, j])
    return found


def contiguous(object[:, ::1] v):
    return v[0, 0]


def fortran(object[::1, :] v):
    return v[0, 0]


def refused(object[:] v not None):
    return v is None


def allowed(object[:] v):
    return v is None


def local(a):
    cdef object[:] v = a
    cdef int i
    total = 0
    for i in range(v.shape[0]):
        total += len(v[i])
    return total


def lengths(object[:] v):
    return [len(x) for x in v]


def sliced(object[:] v):
    return list(v[1:])


# --- calls
(item(np.array([1, "a", None], object), i) for i in [0, 2, -1, -3])
item(np.array([1, "a", None], object)[::-1], 0)
item(np.zeros(0, object), 0)
item(np.zeros(2), 0)
item(np.zeros((2, 2), object), 0)
item(np.zeros(2, np.int32), 0)
item([1, 2], 0)
item(5, 0)
(set_item(np.array([1, "a", None], object), i, [2, 3]) for i in [0, -1])
two_axes(np.array([[1, "a"], [None, 2.5]], object))
two_axes(np.array([[1, "a"], [None, 2.5]], object).T)
two_axes(np.zeros((0, 3), object))
two_axes(np.zeros(3, object))
contiguous(np.array([[1, "a"], [None, 2.5]], object))
contiguous(np.array([[1, "a"], [None, 2.5]], object).T)
fortran(np.array([[1, "a"], [None, 2.5]], object).T)
fortran(np.array([[1, "a"], [None, 2.5]], object))
refused(None)
refused(np.zeros(1, object))
allowed(None)
(local(a) for a in [np.array(["ab", "c"], object), np.zeros(0, object), np.zeros(2)])
local(np.array([1], object))
lengths(np.array(["ab", "c"], object))
sliced(np.array(["ab", "c"], object))
