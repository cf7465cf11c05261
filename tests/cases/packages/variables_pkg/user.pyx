"""Uses the variables of another module: its own functions, and those of the other that are compiled in."""
from variables_pkg cimport owner
from variables_pkg.owner cimport EPS, TABLE, Point, beside, bumped, chosen, corner, included, keep, kept, looked, low, origin, place, scaled, stepped, stepped_up, verbose
from variables_pkg.owner cimport EPS as epsilon

import numpy as np

cdef double EARLY = EPS


def read(double x):
    return scaled(x), beside(x), EPS, epsilon, owner.EPS, place[0], EARLY, chosen(x), verbose, low, included, corner


def bump(int n):
    return [bumped() for _ in range(n)]


def entries(int i):
    return looked(i), TABLE[i], owner.TABLE[i]


def write(double x):
    owner.EPS = x
    owner.EPS += 1
    TABLE[2] = 77
    origin.x = x
    owner.origin.y = -x
    place[0] *= 2
    return EPS, origin, owner.origin.x


def change(bint x, int by):
    global verbose, low
    verbose = x
    low += by
    return verbose, low


def kept_there(int v):
    keep(v)
    return kept()


def pointed():
    cdef double* p = &EPS
    cdef Point* q = &origin
    p[0] += 1
    q.x += 1
    return p[0], EPS, origin.x


def loop(double[:] a):
    cdef Py_ssize_t i
    cdef double s = 0
    with nogil:
        for i in range(a.shape[0]):
            s += a[i] * EPS + TABLE[i % 4] + scaled(a[i])
    return s


def steps(double x):
    return stepped(x), stepped(x, 3), stepped_up(x), stepped_up(x, 5), owner.stepped(x), stepped_up(x=x)
