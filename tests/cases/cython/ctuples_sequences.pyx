"""C tuples come of any sequence, as arguments, in variables and as results."""
import numpy as np
ctypedef (double, int) pair


cdef pair swap(pair p) noexcept:
    return p[1], <int>p[0]


def argument(pair p, (int, int, double) q=(1, 2, 3)):
    return swap(p), q


def local(x):
    cdef pair p = x
    cdef (int, (double, int)) nested
    nested = 5, x
    return p, nested


def passed(x):
    return swap(x)


cpdef (int, double) back(x):
    return x
# --- calls
argument((1, 2))
argument([1.5, 2])
argument(np.array([3, 4]))
argument(range(2))
argument({1: 2, 3: 4})
argument({1, 2})
argument("ab")
argument(b"ab")
argument([1], [1, 2, 3])
argument([1, 2], [1, 2])
argument([1, 2], q=[1, 2, 3])
argument(iter([1, 2]))
argument(None)
argument(5)
argument((1,))
argument([1, "x"])
argument([1, None])
local([1, 2])
local([1])
local(None)
passed([1, 2])
passed((1, 2, 3))
back([1, 2])
back(7)
