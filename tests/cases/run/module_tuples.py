"""Tuples at module level in every place a tuple may stand."""

# bundle: alone

import math

import numpy as np

import pyrx

SHAPE = (2, 3)
OTHER = SHAPE
NAMES = ("a", "b")
STEP = math.pi / 2
LIMITS = (0.5, 1.5)
NESTED = ((1, "x"), (2, "y"))
WITH_BIG = (1, 2 ** 70)
WITH_NONE = (None, 1)
BOOLS = (True, False, True)
COMPLEXES = (1j, 2 + 0j)
N = len(SHAPE)


def made(x: float):
    a = np.zeros(SHAPE)
    a[1, 2] = x
    return a


def item_by_tuple(a: pyrx.float64[:, :]):  # level: any
    return a[SHAPE], a[(1, 2)]


def identity(n: int):  # level: any
    return SHAPE is SHAPE, SHAPE is OTHER, SHAPE == OTHER, SHAPE == (2, 3), n


def methods(n: int):  # level: any
    return NAMES.index("b") + n, NAMES.count("a"), SHAPE + (n,), SHAPE[1:], SHAPE * 2


def text(n: int):  # level: any
    return "%d-%d" % SHAPE, f"{SHAPE} {n}", str(NAMES), repr(STEP)


def key(d: object):  # level: any
    return d[SHAPE]


def inner(n: int, shape=SHAPE, step=STEP):  # level: any
    return n * shape[0] + step


def default_tuple(n: int):
    return inner(n), inner(n, (5, 6))


def nested(i: int):
    n, s = NESTED[i]
    return n, s


def nested_loop(x: float):
    out = 0.0
    for n, s in NESTED:
        if s == "y":
            out += n * x
    return out


def bigs(i: int):  # level: any
    return WITH_BIG[i], WITH_BIG[1]


def nones(i: int):  # level: any
    return WITH_NONE[i], WITH_NONE[0] is None, WITH_NONE[1]


def bools(i: int):
    return BOOLS[i], sum(BOOLS), any(BOOLS), all(BOOLS)


def complexes(i: int):  # level: any
    return COMPLEXES[i] * 2


def comp(n: int):  # level: any
    return [w * n for w in LIMITS], sum(w for w in LIMITS), max(LIMITS), sorted(LIMITS)


def zipped(a: pyrx.float64[:]):
    return sum(w * x for w, x in zip(LIMITS, a))


def local_copy(i: int):
    t = LIMITS
    u = t
    return u[i], t


def swap(n: int):
    a, b = SHAPE
    a, b = b, a
    return a * n + b


def reduced(n: int):
    total = N
    for i in range(N):
        total += SHAPE[i] * n
    return total


def truthy(n: int):
    if SHAPE and n:
        return 1
    return 0


def stepped(x: float):
    return math.sin(STEP * x)


class Holder:
    SHAPE = (9, 9)

    def get(self, i: int):
        return SHAPE[i]


def unpack_call(x: float):  # level: any
    return max(*LIMITS, x)


def walrus(n: int):  # level: any
    if (m := n * 2) > 3 and any((k := i) > m for i in range(10)):
        return m, k
    return m


def shadow(SHAPE: int):
    return SHAPE + 1


def shadow_local(n: int):
    STEP = n
    return STEP * 2


# --- calls
made(1.5)
item_by_tuple(np.arange(12.0).reshape(3, 4))
identity(1)
methods(3)
text(2)
key({(2, 3): 5})
default_tuple(3)
(nested(i) for i in (0, -1, 2))
nested_loop(1.5)
(bigs(i) for i in (0, 1, 2))
(nones(i) for i in (0, 1))
(bools(i) for i in (0, -1, 5))
(complexes(i) for i in (0, 1))
comp(2)
zipped(f8(2))
(local_copy(i) for i in (0, 2))
swap(2)
reduced(2)
truthy(1)
stepped(1.0)
Holder().get(1)
unpack_call(3.0)
(walrus(n) for n in (1, 3, 9))
shadow(1)
shadow_local(3)
