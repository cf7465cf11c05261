DEF INCLUDED_LIMIT = 17


cdef inline int included_twice(int x):
    return 2 * x


def included_scale(double x):
    return x * INCLUDED_LIMIT
