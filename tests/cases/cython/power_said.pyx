# cython: cpow=False
import numpy as np


cdef double raised_to(double a, double b):
    return a ** b


def returned(double a, double b):
    return raised_to(a, b)


cdef double same(double x):
    return x


def argument(double a, double b):
    return same(a ** b)


def n(double a, double b):
    cdef double c = a**b
    return c


def n2(double a, int b):
    cdef double c = a**b
    return c


def n3(int a, int b):
    cdef double c = a**b
    return c


def n4(int a, double b):
    cdef double c
    c = a**b
    return c


cdef struct S:
    double x


def stored(double a, double b, double[:] v):
    cdef S s
    s.x = a ** b
    v[0] = a ** b
    return s.x, v[0]


# --- calls
returned(4, .5)
returned(-4, .5)
argument(-4, .5)
argument(4, .5)
n(4, .5)
n(-4, .5)
n2(-4, 3)
n2(2, -1)
n3(2, -1)
n3(-3, 3)
n4(4, .5)
n4(-4, .5)
stored(4, .5, np.zeros(2))
stored(-4, .5, np.zeros(2))
