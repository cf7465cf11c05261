"""Constants at module level that are computed, annotated, or tuples."""
# bundle: alone

import math
from typing import Final

import numpy as np

import pyrx

SCALE = math.sqrt(2.0)
TABLE_OF_INTS = (1, 2)
LIMIT: int = 100
N = 2**10
HALF = N // 2
BELOW = -N // 3
LEFT_OVER = -N % 7
RATE: Final = 0.5
RATIO: Final[float] = SCALE / 3
WIDTH = int(SCALE * 1000)
TINY = float("1e-300") * SCALE
ROUNDED = round(SCALE, 2)
PHASE = complex(0.0, SCALE)
IS_SMALL = SCALE < 2.0
SINGLE = np.float32(0.1)
EPS = np.finfo(np.float64).eps
SMALLEST = np.finfo(np.float32).tiny
BIGGEST = np.iinfo(np.int32).max
SUM = sum(TABLE_OF_INTS) + abs(-SCALE)
HUGE = math.factorial(25)
DEGREES = math.degrees(math.pi)
FACTORIAL: int = math.prod([2, 3, 7])
MISTYPED: float = math.prod([2, 3])
sqrt = math.sqrt
hypotenuse = np.hypot
DTYPE = np.float32
WEIGHTS = (1.0, 4.0, 1.0)
TABLE = (3, 1, 4)
MIXED = (1, 2.5, "x", None, True)
PAIRS = ((1, 2.0), (3, 4.0), (-5, 0.5))
NAMES = ("a", "bc", "größe")
MATRIX = ((1, 2, 3), (4, 5, 6))
SPECIAL = (-0.0, float("nan"), float("inf"))
FLAGS = (True, False)
ONE = (7,)
EMPTY = ()
LONG = tuple(range(300))
BYTES = (0, 119, 238, 153, 7, 112, 233, 158, 15, 120, 225, 150, 8, 127, 230, 145)


def scaled(x: float):
    return x * SCALE


def scaled_twice(x: float):
    return scaled(scaled(x)) + SCALE


def limits(n: int):
    return n < LIMIT, n * HALF, BELOW, LEFT_OVER, n + WIDTH, FACTORIAL


def rates(x: float):
    return x * RATE, x * RATIO, x * TINY, ROUNDED, SUM, DEGREES


def complex_phase(z: complex):
    return z * PHASE


def truth(n: int):
    return n if IS_SMALL else -n


def numpy_scalars(x: float):
    return SINGLE, x * SINGLE, EPS, x + EPS, SMALLEST, BIGGEST


def limits_inside(x: float):
    return x + np.finfo(np.float64).eps, np.finfo(np.float32).max, np.iinfo(np.uint8).max, np.iinfo("int64").min


def too_big(n: int):  # level: any
    return n + HUGE


def mistyped(n: int):  # level: any
    return n * MISTYPED


def filled(n: int):
    a = np.empty(n)
    for i in range(n):
        a[i] = SCALE * i
    return a


def summed(a: pyrx.float64[:]):
    total = 0.0
    for i in pyrx.prange(a.shape[0]):
        total += scaled(a[i])
    return total


def aliases(x: float):
    return sqrt(x), hypotenuse(x, 4.0)


def dtype_alias(n: int):
    return np.zeros(n, DTYPE), np.ones(n, dtype=DTYPE)


def weighted(a: pyrx.float64[:]):
    total = 0.0
    for k in range(3):
        total += WEIGHTS[k] * a[k]
    return total


def table(i: int):
    return TABLE[i]


def table_constant():
    return TABLE[0] + TABLE[-1], len(TABLE), len(ONE), MIXED[1], MIXED[2], MIXED[3]


def crc4(data: bytes):
    crc = 0
    for byte in data:
        crc = BYTES[(crc ^ byte) & 15] ^ (crc >> 4)
    return crc


def iterate():
    total = 0
    for n in TABLE:
        total = total * 10 + n
    for k, w in enumerate(WEIGHTS):
        total += k * int(w)
    for a, b in zip(TABLE, WEIGHTS):
        total += a * int(b)
    for f in FLAGS:
        if f:
            total += 1000
    for n in reversed(TABLE):
        total += n
    return total


def unpacked(x: float):
    a, b, c = WEIGHTS
    first, *rest = TABLE
    (p, q), *_ = PAIRS
    return a * x + b - c, first, rest, p, q


def pairs(i: int):
    a, b = PAIRS[i]
    total = 0.0
    for n, x in PAIRS:
        total += n * x
    return a, b, total


def matrix(i: int, j: int):
    return MATRIX[i][j], MATRIX[1][j], len(MATRIX), len(MATRIX[0])


def trace_rows():
    total = 0
    for row in MATRIX:
        for value in row:
            total += value * value
    return total


def name(i: int):
    return NAMES[i], len(NAMES[i])


def special(i: int):
    return SPECIAL[i]


def contains(n: int, x: float):
    return n in TABLE, x in WEIGHTS, n not in TABLE


def whole():
    return WEIGHTS, PAIRS


def sums():
    return sum(TABLE), min(WEIGHTS), max(TABLE)


def long_table(i: int):  # level: any
    return LONG[i]


def empty():  # level: any
    n = 0
    for _ in EMPTY:
        n += 1
    return n, len(EMPTY)


def local_tuple(i: int, x: float):
    t = (x, 2.0, x * x)
    return t[i]


early = scaled(2.0)


def reads_later(x: float):
    return x * LATER


try:
    too_early = reads_later(2.0)
except NameError as error:
    too_early = str(error)

LATER = math.exp(1.0)


# --- calls
(scaled(x) for x in (0.0, -0.0, 1.5, inf, nan))
scaled_twice(2.0)
module.early
module.too_early
reads_later(2.0)
(limits(n) for n in (0, 100, 2**62))
rates(3.0)
complex_phase(1 + 2j)
truth(3)
numpy_scalars(2.0)
limits_inside(1.0)
too_big(1)
mistyped(2)
(filled(n) for n in (0, 3))
summed(f8(0))
summed(f8(5))  # deviation: 1 -> math.sqrt(2.0) * 12.5
(aliases(x) for x in (9.0, 0.0))
aliases(-1.0)
dtype_alias(2)
weighted(f8(3))
weighted(f8(2))
(table(i) for i in (0, 2, -1, -3, 3, -4))
table_constant()
(crc4(data) for data in (b"", b"123456789"))
iterate()
unpacked(2.0)
(pairs(i) for i in (0, -1, 3))
(matrix(i, j) for i, j in ((0, 0), (1, 2), (-1, -1), (2, 0), (0, 3)))
trace_rows()
(name(i) for i in (0, 2, -2, 5))
(special(i) for i in (0, 1, 2))
(contains(n, x) for n, x in ((3, 4.0), (2, 0.0), (4, nan)))
whole()
sums()
(long_table(i) for i in (0, 299, 300))
empty()
(local_tuple(i, 3.0) for i in (0, 1, 2, -3, 3))
setattr(module, "SCALE", 2.0)
scaled(1.0)  # deviation: 6 -> math.sqrt(2.0)
