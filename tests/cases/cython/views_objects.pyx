"""Views as objects: results, base, attributes, np.asarray, passing to Python, identity, repr."""
import numpy as np


def returned(double[:] a):
    return a


def returned_slice(double[:, :] a):
    return a[1:, ::2]


def as_array(double[:] a):
    return np.asarray(a[1:])


def base_of(double[:] a):
    return a.base


def sum_by_numpy(double[:, :] a):
    return np.sum(a), np.asarray(a).mean(axis=0)


def attributes(double[:, :] a):
    return a.shape[0], a.strides[0], a.ndim, a.size, a.nbytes, a.itemsize


def to_list(double[:] a):
    return list(a), [x for x in a]


def is_contiguous(double[:, :] a):
    return a.is_c_contig(), a.is_f_contig()


def new_result(int n):
    out = np.empty(n)
    cdef double[::1] view = out
    cdef int i
    for i in range(n):
        view[i] = i * i
    return out


def new_view_returned(int n):
    cdef double[::1] view = np.empty(n)
    view[:] = 1
    return view.base


def passed(double[:] a, f):
    return f(a)


def in_tuple(double[:] a, int[:] b):
    return (a, b)


def in_dict(double[:] a):
    return {"a": a, "n": a.shape[0]}


def none_view(bint use):
    cdef double[:] a = None
    if use:
        a = np.ones(2)
    return a is None, a


def unbound(bint use):
    cdef double[:] a
    if use:
        a = np.ones(2)
    return a[0]


def type_name(double[:] a):
    return type(a).__name__

# --- calls
returned(f8(3))
returned(ro(f8(3)))
returned_slice(f8(3, 4))
as_array(f8(3))
base_of(f8(3))
sum_by_numpy(f8(2, 3))
attributes(f8(2, 3))
to_list(f8(3))
(is_contiguous(a) for a in (f8(2, 3), f8(2, 3).T, f8(4, 4)[::2]))
new_result(4)
new_view_returned(3)
passed(f8(3), len)
passed(f8(3), np.max)
in_tuple(f8(2), np.zeros(1, np.intc))
in_dict(f8(2))
(none_view(u) for u in (True, False))
(unbound(u) for u in (True, False))
attributes(f8(2, 3)[::-1])
attributes(ro(f8(2, 3)))
is_contiguous(f8(2, 3)[:, ::-1])
