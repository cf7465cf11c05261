# with: include_outer.pxi include_inner.pxi include_branch.pxi
"""include of a file that includes another; DEF and IF across them; statements run in order."""
ORDER = ["first"]
include "include_outer.pxi"
ORDER.append("second")

IF FACTOR > 2:
    include "include_branch.pxi"
    BRANCH = FACTOR
ELSE:
    include "include_branch.pxi"

cdef int last = outer_value + inner(1)
ORDER.append(last)


def order():
    return ORDER, OUTER, INNER, BRANCH


def value():
    return outer_value, last

# --- calls
order()
value()
from_outer(4)
from_outer(-1)
from_outer(101)
from_branch()
module.__doc__
