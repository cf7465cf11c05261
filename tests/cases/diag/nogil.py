"""Blocks without the interpreter: what in them needs it is an error."""

import cython
import numpy as np
import pyrx
from pyrx import nogil


def native(a: pyrx.float64[:]):
    total = 0.0
    with pyrx.nogil:
        for i in range(len(a)):
            total += a[i]
    return total


def conditional(a: pyrx.float64[:], x: float):
    with nogil, cython.boundscheck(False):
        for i in range(len(a)):
            if a[i] > x:
                return i
    return -1


def prints(a: pyrx.float64[:]):
    total = 0.0
    with nogil:
        for i in range(len(a)):
            total += a[i]
        print(total)
    return total


def helper(a: pyrx.float64[:]):
    print(len(a))
    for i in range(len(a)):
        a[i] = 1


def calls(a: pyrx.float64[:]):
    with cython.nogil:
        for i in range(len(a)):
            a[i] = 2
        helper(a)


def outside(a: pyrx.float64[:]):
    print(len(a))
    with cython.nogil(True):
        for i in range(len(a)):
            a[i] = 2
    print(len(a))


def objects(x):
    with nogil:
        return x + 1
