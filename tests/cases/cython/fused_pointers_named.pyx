"""Cython's names for pointers, as members of fused types and as types."""
cimport cython
import numpy as np


ctypedef fused bunch_of_types:
    bytes
    int
    float


ctypedef fused string_t:
    cython.p_char
    bytes
    unicode


out = []


cdef cython.integral myfunc(cython.integral i, bunch_of_types s):
    if cython.integral is int:
        out.append('i is int')
    elif cython.integral is long:
        out.append('i is long')
    else:
        out.append('i is short')

    if bunch_of_types in string_t:
        out.append("s is a string!")
    return i * 2


a = myfunc(<int> 5, b'm'), myfunc(<long> 5, 3), myfunc(<short> 5, 3)


cdef size_t length(string_t s):
    if string_t is cython.p_char:
        return 0
    else:
        return len(s)


def f(bytes b, str u):
    cdef char* p = b
    return length[cython.p_char](p)


cdef double total(cython.p_double p, cython.int n):
    cdef cython.double s = 0
    cdef cython.pp_double q = &p
    for i in range(n):
        s += q[0][i]
    return s


def h(double[::1] v):
    return total(&v[0], v.shape[0])


# --- calls
a, out
f(b"abc", "de")
h(np.arange(4.0))
