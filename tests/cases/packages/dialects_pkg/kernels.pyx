# cython: boundscheck=False
import math
from libc.math cimport sqrt
from .shared cimport half, number

LIMIT = 3
names = []
cdef int seen = 0
include "more.pxi"


cdef double root(double x) noexcept nogil:
    return sqrt(x) + half(1.0)


def scale(double x, double k=2.0):  # level: native
    return root(x) * k


cpdef int wrapped(int n) except? -1:
    return n * n


cpdef bint even(long n):
    return n % 2 == 0


cpdef unsigned char low(unsigned char n):
    return n + 1


cpdef unsigned long long wide(unsigned long long n):
    return n * 2


cpdef float single(float x):
    return x / 3


cpdef double complex turned(double x):
    return x * 1j


cpdef void nothing(int n):
    pass


def quotient(int a, int b):
    return a / b


def remainder(short a, short b):
    return a % b


def limited(double x):
    return math.sqrt(x) + LIMIT


def refused(int x):
    if x < 0:
        raise ValueError("negative")
    return 2 * x


def truth(bint x):
    return x


def total(const double[:] a):
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i]
    return s


def fill(double[:] a, double x):
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        a[i] = x


def peak(double[:] a):
    cdef double best = a[0]
    cdef Py_ssize_t i
    for i in range(1, a.shape[0]):
        best = max(best, a[i])
    return best


def ones(double[::1] a):
    a[:] = 1


cdef int note(int n):
    global seen
    seen += n
    return seen


def counted(int n):
    return note(n)


def listed(int n):
    names.append(n)
    return len(names)


def any_of(x):
    return x


cpdef number doubled(number x):
    return 2 * x


def of_class(list x, int n):
    return len(x) + n


def nested(int n):
    return sum(i for i in range(n))


def included(double x):
    return more(x)


def optional(int n=LIMIT):
    return n


cdef int hidden(int n):
    return n
