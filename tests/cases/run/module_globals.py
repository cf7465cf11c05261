"""Constants and arrays at module level: facts of their type, looked up or checked as SEMANTICS.md says."""
# bundle: alone

import math
from math import inf, pi

import numpy as np

import pyrx

N = 10
RATE = 0.25
HALF = 1 / 2
MASK = 0xFFFF
NAME = "größe"
FLAGS = (True, False, True)
SIZES = (3, 4)
IMAGINARY = 2j
TWO_PI = 2 * math.pi
BIG = 2**70
DTYPE = np.float32
TABLE = np.array([1.0, 2.0, 4.0, 8.0])
COUNTS = np.zeros(3, np.int64)
MATRIX = np.arange(6.0).reshape(2, 3)
GRID = np.linspace(0.0, 1.0, 5)
UNIT = np.eye(3, dtype=np.int32)
ITEMS = [1, 2, 3]
LOOKUP = {"a": 1, "b": 2}
NOTHING = None
changing = 5
rebound = 1.5
rebound = 2.5

if N > 5:
    CHOSEN = 7
else:
    CHOSEN = 8

for _i in range(3):
    LOOPED = _i

try:
    import no_such_module_at_all
except ImportError:
    no_such_module_at_all = None


def constants(x: float):
    return x * N + RATE - HALF + TWO_PI


def integer_constant(n: int):
    return (n * N) & MASK, N, N // 3


def string_constant(s: str):
    return s == NAME, len(NAME)


def tuple_constant(i: int):
    return SIZES[0] * SIZES[1] + i, len(FLAGS)


def loop_over_constant():
    n = 0
    for flag in FLAGS:
        if flag:
            n += 1
    return n


def complex_constant(z: complex):
    return z * IMAGINARY


def big_constant(n: int):  # level: any
    return n + BIG


def range_constant():
    s = 0
    for i in range(N):
        s += i
    return s


def dtype_constant(n: int):
    return np.zeros(n, DTYPE)


def chosen_constant(n: int):  # level: any
    return n + CHOSEN


def looped_constant(n: int):  # level: any
    return n + LOOPED


def table_entry(i: int):
    return TABLE[i]


def grid_entry(i: int):
    return GRID[i], UNIT[i, -1]


def table_sum():
    s = 0.0
    for x in TABLE:
        s += x
    return s


def table_interpolate(x: float):
    i = int(x)
    return TABLE[i] + (TABLE[i + 1] - TABLE[i]) * (x - i)


def count_up(i: int):
    COUNTS[i] += 1
    return COUNTS[i]


def matrix_entry(i: int, j: int):  # level: interpreted
    return MATRIX[i, j]


def returned_global():  # level: interpreted
    return TABLE


def list_global(i: int):  # level: any
    return ITEMS[i]


def append_global(n: int):  # level: any
    ITEMS.append(n)
    return len(ITEMS)


def dict_global(key: str):  # level: any
    return LOOKUP[key]


def none_global():  # level: any
    return NOTHING is None


def read_changing(n: int):  # level: any
    return n + changing


def write_changing(n: int):  # level: any
    global changing
    changing = n
    return changing


def count_global(n: int):  # level: any
    global changing
    for _ in range(n):
        changing += 1
    return changing


def read_rebound(x: float):  # level: any
    return x + rebound


def uses_replaced(n: int):  # level: any
    return replaced(n)


def replaced(n: int):  # level: any
    return n + 1


def replaced(n: int):  # level: any  # noqa: F811
    return n + 2


def builtin_shadowed(n: int):  # level: any
    return abs(n)


def abs(n):  # level: any  # noqa: A001
    return n * 1000


def module_attribute(x: float):
    return math.pi * x, np.pi * x, np.inf, np.e


def later(n: int):
    return n + DEFINED_LATER


DEFINED_LATER = 33


FARTHEST = float("inf")
MISSING = float("NaN")


def imported_constants(x: float):
    return x * pi, inf > x


def infinity_by_text(x: float):
    nearest = float("-Infinity")
    return min(x, FARTHEST), max(x, nearest), MISSING, -float("inf")


RANK_ZERO = np.array(2.5)
SMALL = np.array([3, 0, -2], np.int8)


def rank_zero_global(x: float):  # level: any
    return RANK_ZERO[()] * x, RANK_ZERO + x


def rank_zero_stored(x: float):  # level: any
    RANK_ZERO[()] = x
    return RANK_ZERO[()]


def divided_by_table(out: pyrx.float64[:]):
    for i in range(len(out)):
        out[i] = float(out[i]) / int(SMALL[i])


def past_the_table(out: pyrx.float64[:]):
    for i in range(len(out)):
        out[i] = TABLE_OF_THREE[i]


def counts_up_to(n: int):
    for i in range(n):
        COUNTED[i] += 100
    return COUNTED[0]


def small_wraps(n: int):
    return SMALL[0] * n, SMALL[2] - SMALL[0]


TABLE_OF_THREE = np.array([0.1, math.nan, -0.0])
COUNTED = np.zeros(3, np.int8)


# --- calls
imported_constants(2.0)
(infinity_by_text(x) for x in [0.0, inf, -inf, nan])
constants(1.5)
integer_constant(70000)
(string_constant(s) for s in ("größe", "x"))
tuple_constant(1)
loop_over_constant()
complex_constant(1j)
big_constant(1)
range_constant()
dtype_constant(2)
chosen_constant(1)
looped_constant(1)
(table_entry(i) for i in (0, -1, 4))
table_sum()
(grid_entry(i) for i in (0, 2, -1, 4))
(table_interpolate(x) for x in (0.0, 1.5, 2.75, 3.5))
count_up(0)
count_up(0)
count_up(-1)
count_up(3)
(matrix_entry(i, j) for i, j in ((0, 0), (1, 2), (-1, -1), (2, 0)))
returned_global() is module.TABLE
list_global(1)
list_global(9)
append_global(4)
append_global(5)
dict_global("b")
dict_global("z")
none_global()
read_changing(1)
write_changing(7)
read_changing(1)
count_global(3)
count_global(0)
setattr(module, "changing", 2.5)
read_changing(1)
count_global(2)
setattr(module, "changing", "text")
read_changing(1)
read_rebound(1.0)
uses_replaced(1)
builtin_shadowed(-3)
module_attribute(2.0)
later(1)
setattr(module, "TABLE", np.array([5.0, 6.0]))
table_entry(1)
table_entry(2)
table_sum()
setattr(module, "TABLE", np.array([5, 6]))
table_entry(1)
table_sum()
setattr(module, "TABLE", [7, 8])
table_entry(1)
setattr(module, "MATRIX", np.arange(3.0))
matrix_entry(0, 0)
delattr(module, "MATRIX")
matrix_entry(0, 0)
setattr(module, "N", 20)
range_constant()  # deviation: 6 -> 45
(rank_zero_global(x) for x in (0.5, nan))
rank_zero_stored(1.5)
rank_zero_global(0.5)
divided_by_table(f8(3))
divided_by_table(f8(1))
divided_by_table(f8(0))
past_the_table(np.zeros(5))
past_the_table(np.zeros(2))
counts_up_to(2)
counts_up_to(5)
module.COUNTED
(small_wraps(n) for n in (1, 100))
small_wraps(128)
setattr(module, "SMALL", np.array(3, np.int8))
small_wraps(1)
divided_by_table(f8(3))
setattr(module, "RANK_ZERO", 7)
rank_zero_global(0.5)
