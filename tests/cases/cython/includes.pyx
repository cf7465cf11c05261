# with: included.pxi
"""include: text of another file at its place."""

include "included.pxi"


def uses(double x):
    return included_scale(x), INCLUDED_LIMIT


def through_cdef(int x):
    return included_twice(x) + 1

# --- calls
uses(2)
through_cdef(4)
included_scale(3)
hasattr(module, "included_twice")
