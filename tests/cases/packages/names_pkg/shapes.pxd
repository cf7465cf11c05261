# What both modules cimport by a star.
cdef extern from "math.h" nogil:
    double hypot(double, double)

cdef struct Point:
    double x, y

cdef enum Side:
    LEFT = -1
    ON
    RIGHT

cdef double TURN
