"""Functions that use what a star brings, and those of a module that cimports from this one."""
from names_pkg cimport hull
from names_pkg.shapes cimport *


cdef Side orient(Point a, Point b, Point c) noexcept nogil:
    cdef double d = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    return LEFT if d > 0 else (RIGHT if d < 0 else ON)


cdef double distance(const Point *a, const Point *b) noexcept nogil:
    return hypot(a.x - b.x, a.y - b.y)


cdef double turned(double x) noexcept nogil:
    return x * TURN


def hull_size(xy):
    return hull.count(xy), hull.counted(), hull.label(3), turned(2)


def start_anew(int n):
    return hull.restart(n), hull.counted()


def ranks(x):
    return hull.ranked(x)
