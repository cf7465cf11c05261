"""Forms that few programs have: loops with bounds, pointers to arrays, lists by unsigned indices."""
from libc.stdint cimport uint64_t, int64_t
ctypedef int five_ints[5]


def set_by_unsigned(uint64_t ix):
    L = [1, 2, 3]
    try:
        L[ix] = 5
    except IndexError:
        return "IndexError"
    return L


def read_by_unsigned(uint64_t ix):
    L = [1, 2, 3]
    try:
        return L[ix]
    except IndexError:
        return "IndexError"


def delete_by_unsigned(uint64_t ix):
    L = [1, 2, 3]
    del L[ix]
    return L


def pointer_to_array():
    cdef five_ints a
    cdef five_ints *p = &a
    p[0][1] = 3
    (p[0])[2] = 4
    return a[1], p[0][2]


def bint_default(bint b=5, bint c=True):
    return b, c


def bounded_loops(int n):
    cdef int i, s = 0
    for 0 <= i < n:
        s += i
    for i from 0 <= i < n by 2:
        s += 100
    for n > i >= 0:
        s += 1000
    return s, i


def super_zero():
    class P:
        def f(self):
            return 1
    class Q(P):
        def f(self):
            return super().f() + 1
    return Q().f()


def sizes():
    cdef int[:] v = None
    return v is None


cdef int glob = 3
cdef double gd = glob * 2.5
glob += 4


def globs():
    return glob, gd


def neg_unsigned(unsigned int u):
    return -u, ~u, +u


def neg_uc(unsigned char u):
    return -u, ~u, +u


def mixed(unsigned int u, int i):
    return u + i, u - i, u * i, u > i, u < i, i - u


# --- calls
set_by_unsigned(2**63 + 1)
set_by_unsigned(1)
read_by_unsigned(2**64 - 1)
read_by_unsigned(2)
delete_by_unsigned(2**63)
delete_by_unsigned(1)
pointer_to_array()
bint_default()
bint_default(0, 7)
bounded_loops(5)
super_zero()
sizes()
globs()
neg_unsigned(3)
neg_uc(3)
mixed(3, -5)
mixed(3, 5)
