"""cdef globals: numbers, views, objects; Python globals beside them; global statements."""
import math

import numpy as np

cdef int count = 0
cdef double scale = 1.5, offset
cdef long big = 2**40
cdef bint ready = False
cdef unsigned char small = 255
cdef object cache = None
cdef list names = ["a"]
cdef double[:] weights = np.arange(4, dtype=float)
cdef dict table = {}
cdef str title = "kernel"

LIMIT = 10
FACTOR = math.pi
TABLE = np.arange(5) * 2.0


def bump(int by=1):
    global count
    count += by
    return count


def reset():
    global count, ready, offset
    count = 0
    ready = False
    offset = 0
    return count, bool(ready), offset


def scaled(double x):
    return x * scale + offset, big


def set_scale(double s):
    global scale
    old = scale
    scale = s
    return old, scale


def wrap_small():
    global small
    small += 1
    s = small
    small = 255
    return s


def toggle():
    global ready
    ready = not ready
    return ready


def use_cache(x):
    global cache
    if cache is None:
        cache = []
    cache.append(x)
    out = list(cache)
    cache = None
    return out


def use_names(str name):
    names.append(name)
    out = list(names)
    names.pop()
    return out


def weight(Py_ssize_t i):
    return weights[i]


def replace_weights(double[:] w):
    global weights
    old = weights
    weights = w
    first = weights[0]
    weights = old
    return first, weights.shape[0]


def lookup(key):
    if key in table:
        return table[key]
    table[key] = len(table)
    value = table[key]
    del table[key]
    return value


def python_globals(int n):
    return n + LIMIT, n * FACTOR, TABLE[n]


def set_python_global(n):
    global LIMIT
    LIMIT = n
    out = LIMIT + 1
    LIMIT = 10
    return out


def constant_title():
    return title + "!"


def shadowed(double scale):
    return scale

# --- calls
reset()
(bump(b) for b in (1, 5, -2))
[bump()]
[reset()]
scaled(2)
set_scale(3)
set_scale(1.5)
wrap_small()
toggle()
[toggle()]
use_cache(3)
use_names("b")
(weight(i) for i in (0, -1, 4))
replace_weights(np.array([9.0, 8.0]))
lookup("x")
(python_globals(n) for n in (0, 4, 5))
set_python_global(3)
constant_title()
shadowed(7)
hasattr(module, "scale")
hasattr(module, "weights")
module.LIMIT
