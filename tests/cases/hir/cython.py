# cython: language_level=3, boundscheck=False
# cython: wraparound = False
# distutils: language=c++
"""Cython's pure mode."""

import cython
import cython as cy


@cython.boundscheck(True)
@cython.wraparound(True)
@cython.cdivision(True)
def directives(x: cython.int, y: cython.double[:, ::1], z: cy.Py_ssize_t, w: cython.p_int) -> cython.double:
    n: cython.long = 1
    return n


@cython.cfunc
@cython.inline
@cython.locals(x=cython.float, y=cython.bint, total=cython.doublecomplex, missing=cython.int)
@cython.returns(cython.longlong)
def in_decorators(x, y, z):
    total = x
    return total


@cython.ccall
@cython.exceptval(-1)
@cython.nogil
@functools.cache
def others(x): return x


def blocks(a: cython.double[:], n: cython.int):
    with cython.boundscheck(True), cy.wraparound(False):
        while True:
            with cython.cdivision(True):
                if n % 2:
                    break
            n += 1
    with cython.overflowcheck.fold(False), cython.profile(True):
        return n
    with cython.nogil, cython.boundscheck(False):
        return 1
