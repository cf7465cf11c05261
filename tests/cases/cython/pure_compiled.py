"""`cython.compiled` in a module, where it chooses what the module has, and in functions."""
import cython
from cython import compiled as is_compiled_here

if cython.compiled:
    MODE = "compiled"
    from cython.cimports.libc.math import floor
else:
    MODE = "python"
    from math import floor

if not cython.compiled:
    def chosen(x: cython.int):
        return "python", x
else:
    def chosen(x: cython.int):
        x += 1
        return "compiled", x

LABEL = "yes" if cython.compiled else "no"
OTHER = "yes" if is_compiled_here else "no"
TABLE = {"compiled": cython.compiled, "not": not cython.compiled}


class Engine:
    name = "fast" if cython.compiled else "slow"

    def which(self):
        return cython.compiled, [cython.compiled for _ in range(2)]


def lower(x: cython.double):
    return floor(x) + 0.5


def closed():
    def inner():
        return cython.compiled
    return inner()


def branch(x: cython.int):
    if cython.compiled:
        x += 1
        return x
    return "python"


def truth(x: cython.bint, y: cython.bint = 0):
    return x, y, x + y


def wraps(n: cython.int, log):
    n += 1
    log.append(n)
    return [n], log

# --- calls
module.MODE, module.LABEL, module.OTHER, module.TABLE
module.Engine.name
module.Engine().which()
(chosen(x) for x in (1, 2**31 - 1, 2**31))
(lower(x) for x in (2.5, -2.5))
closed()
(branch(x) for x in (1, 2**31 - 1))
(truth(x) for x in (0, 1, 5, None, "a", "", [], 2.5, True))
truth(True, "b")
truth(f8(2))
(wraps(n, []) for n in (1, 2**31 - 1))
wraps("a", [])
