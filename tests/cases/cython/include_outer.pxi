# The outer file.
DEF FACTOR = 3
DEF NAME = "f\"'\n"
DEF EXACT = -2.5
include "include_inner.pxi"

cdef int outer_value = FACTOR * 2

OUTER = "outer", NAME, EXACT, (FACTOR, NAME)


def from_outer(int x):
    if x < 0:
        raise ValueError("negative")
    return x * FACTOR + inner(x)
