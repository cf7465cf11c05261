"""Classes that `cimport` names, as objects."""
from numpy cimport ndarray
cimport numpy as cnp
from cpython cimport array
from cpython.array cimport array as carray


def instances(x):
    return isinstance(x, ndarray), isinstance(x, cnp.ndarray), type(x) is ndarray, isinstance(x, array.array), isinstance(x, carray)


def made(n):
    a = array.array('d', [0.5] * n)
    cdef array.array b = array.array('i', range(n))
    c = carray('b')
    return a, b, c, array.array, carray is array.array, type(a) is array.array
# --- calls
instances(f8(2))
instances(array.array("d"))
made(3)
