# Names that functions use which are compiled into another module: of Python's, of stars, of the module itself.
from names_pkg import hull, ops, shapes


def size(xy):  # level: any
    return ops.hull_size(xy), hull.calls


def count(xy):  # level: any
    return hull.count(xy)


def start_anew(n):  # level: any
    return ops.start_anew(n), hull.calls


def renamed(names):  # level: any
    old, hull.NAMES = hull.NAMES, names
    try:
        return ops.hull_size([])[2]
    finally:
        hull.NAMES = old


def ranks(x):  # level: any
    return ops.ranks(x)


def lengths(x, y):  # level: any
    return hull.lengths(x, y)


def turn(x):  # level: any
    return shapes.turn(x), hull.lengths(3, 4), ops.hull_size([])


# --- calls
size([(0, 0), (0, 1), (0.5, 0.5), (1, 0), (1, 1)])
size([])
count([(0, 0), (0, 1), (1, 0)])
size([(k, k) for k in range(10)])
size("ab")
start_anew(-5)
size([(0, 0), (1, 1)])
renamed(("a", "b", "c", "d"))
renamed(5)
(ranks(x) for x in ([3, 1, 2], [], [1, 1]))
ranks("a")
(lengths(x, y) for x in (3, inf) for y in (4, nan))
turn(2.5)
