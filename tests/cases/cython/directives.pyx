# cython: boundscheck=False, wraparound=False
# cython: cdivision=True
"""Directives at all levels: comment, decorator, with, nested."""
cimport cython
from cython cimport boundscheck, wraparound


def header(double[:] a, Py_ssize_t i, int x, int y):
    return a[i], x // y


@cython.boundscheck(True)
def checked(double[:] a, Py_ssize_t i):
    return a[i]


@cython.boundscheck(True)
@cython.wraparound(True)
def checked_and_wraps(double[:] a, Py_ssize_t i):
    return a[i]


@wraparound(True)
def wraps(double[:] a, Py_ssize_t i):
    return a[i]


@boundscheck(True)
@cython.cdivision(False)
def several(double[:] a, Py_ssize_t i, int x, int y):
    return a[i], x // y


def blocks(double[:] a, Py_ssize_t i):
    with cython.boundscheck(True):
        v = a[i]
    with cython.boundscheck(True), cython.wraparound(True):
        w = a[i]
    return v, w


def nested(int x, int y):
    first = x // y
    with cython.cdivision(False):
        second = x // y
        with cython.cdivision(True):
            third = x // y
    return first, second, third


@cython.boundscheck(True)
cdef double inner(double[:] a, Py_ssize_t i) except? -1:
    return a[i]


def through(double[:] a, Py_ssize_t i):
    return inner(a, i)


@cython.initializedcheck(False)
@cython.nonecheck(False)
def accepted(double[:] a):
    return a[0]


@cython.infer_types(True)
def inferred(int n):
    s = 0
    for i in range(n):
        s += i
    return s


@cython.binding(False)
@cython.embedsignature(True)
def documented(int a, double b=2):
    """What it does."""
    return a * b


@cython.profile(False)
@cython.linetrace(False)
def quiet(int a):
    return a


def store(long[:] a, Py_ssize_t i, long v):
    a[i] = v

# --- calls
(header(f8(3), i, x, y) for i in (0, 2) for x in (7, -7) for y in (2, -2))
(checked(f8(3), i) for i in (0, 2, 3, -1))
(checked_and_wraps(f8(3), i) for i in (0, -1, -3, 3, -4))
(wraps(f8(3), i) for i in (0, -1, -3))
several(f8(3), 1, -7, 2)
several(f8(3), 1, -7, 0)
several(f8(3), -1, 7, 2)
(blocks(f8(3), i) for i in (0, 2))
blocks(f8(3), -1)
blocks(f8(3), 3)
(nested(x, 2) for x in (7, -7))
(through(f8(3), i) for i in (0, 3))
accepted(f8(2))
(inferred(n) for n in (0, 10))
documented(2)
quiet(3)
store(i8(3), 1, 9)
