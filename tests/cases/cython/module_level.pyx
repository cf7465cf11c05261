"""Statements at module level: C variables, loops, tables made at import, __all__, main guard."""
import numpy as np

__all__ = ["table", "total"]
__version__ = "1.2"

cdef int i
cdef double running = 0
cdef list squares = []

for i in range(5):
    squares.append(i * i)
    running += i / 2

TABLE = [x * 2 for x in range(4)]
LOOKUP = {name: len(name) for name in ("a", "bb")}
SINES = np.sin(np.arange(4))

cdef double[::1] weights = np.ones(3)
weights[1] = 5

if TABLE[1] == 2:
    MODE = "even"
else:
    MODE = "odd"

try:
    import no_such_module_at_all
except ImportError:
    no_such_module_at_all = None


def table():
    return squares, TABLE, LOOKUP, MODE


def total():
    return running, weights[1], SINES[1], i


def missing():
    return no_such_module_at_all is None


def version():
    return __version__, __name__


if __name__ == "__main__":
    print("main")

# --- calls
table()
total()
missing()
version()
module.TABLE
hasattr(module, "running")
hasattr(module, "i")
module.__doc__
