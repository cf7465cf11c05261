# cython: boundscheck=False
"""The lock released and taken back: exceptions, results and views across the blocks."""

from libc.math cimport sqrt
import numpy as np

log = []


cdef double inner(double[:] v) nogil:
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(v.shape[0]):
        s += sqrt(v[i])
        if s > 1e6:
            with gil:
                log.append(s)
    return s


def total(double[:] v):
    cdef double s
    with nogil:
        s = inner(v)
    return s, list(log)


def raises(double[:] v, int n):
    cdef double s = 0
    cdef Py_ssize_t i
    with nogil:
        for i in range(v.shape[0]):
            if i == n:
                raise ValueError("nth")
            s += v[i]
        with gil:
            log.append("gil")
    return s, log[-1]


def early(double[:] v):
    cdef Py_ssize_t i
    with nogil:
        for i in range(v.shape[0]):
            if v[i] > 2:
                with gil:
                    return "found", v[i]
    return "none"


cdef double scale(double x) noexcept nogil:
    return x * 2


def fill(double[:, ::1] a, double x):
    cdef Py_ssize_t i, j
    with nogil:
        for i in range(a.shape[0]):
            for j in range(a.shape[1]):
                a[i, j] = scale(x) + i
        a[0, :] = 7
    return np.asarray(a).tolist()


def rows(double[:, :] a):
    cdef double[:] r
    cdef double s = 0
    cdef Py_ssize_t i, j
    with nogil:
        for i in range(a.shape[0]):
            r = a[i, ::2]
            for j in range(r.shape[0]):
                s += r[j]
    return s, list(r)


cdef int released_twice(int x) noexcept nogil:
    """With or without the lock: what is not held is not released."""
    with nogil:
        x += 1
    return x


cdef int taken_between(int x) except -1 nogil:
    with gil:
        seen = [x]
    with nogil:
        x += 2
        with gil:
            seen.append(x)
            if x > 100:
                raise ValueError(seen)
    return x + 1


def released_in_nogil(int x):
    held = released_twice(x), taken_between(x)
    with nogil:
        x = released_twice(x) + taken_between(x)
    return held, x

# --- calls
total(f8(5))
total(f8(5) * 1e14)
total(None)
(raises(f8(5), n) for n in (3, 10))
(early(f8(n)) for n in (5, 2))
fill(f8(2, 3), 1.5)
rows(f8(3, 4))
total(rev(f8(5)))
(released_in_nogil(x) for x in (3, 98, 99))
