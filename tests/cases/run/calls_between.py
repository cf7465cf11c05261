"""Unannotated helpers take their types from their callers; one instance for each."""

import math

import numpy as np
from numpy.typing import NDArray

import pyrx


def twice(x):  # level: any
    return x + x


def twice_int(n: int):
    return twice(n)


def twice_float(x: float):
    return twice(x)


def twice_complex(z: complex):
    return twice(z)


def twice_element(a: pyrx.float32[:]):
    return twice(a[0])


def twice_all(n: int, x: float):
    return twice(n), twice(x), twice(n) + twice(x)


def scale(a, k):  # level: any
    for i in range(len(a)):
        a[i] *= k


def scale_float(a: pyrx.float64[:], k: float):
    scale(a, k)
    scale(a[1:], 2)


def scale_int(a: pyrx.int64[:], k: int):
    scale(a, k)


def total(a):  # level: any
    s = 0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def totals(a: pyrx.float64[:], b: pyrx.int32[:]):
    return total(a), total(b)


def row_totals(a: pyrx.float64[:, :]):  # level: mixed
    s = 0.0
    for i in range(a.shape[0]):
        s += total(a[i])
    return s


def hypotenuse(x, y):  # level: any
    return math.sqrt(x * x + y * y)


def distance(a: pyrx.float64[:, :], i: int, j: int):
    return hypotenuse(a[i, 0] - a[j, 0], a[i, 1] - a[j, 1])


def clamp(x, low=0.0, high=1.0):  # level: any
    if x < low:
        return low
    if x > high:
        return high
    return x


def clamp_float(x: float):
    return clamp(x), clamp(x, -1.0), clamp(x, high=0.5), clamp(high=3.0, x=x)


def minmax(a: pyrx.float64[:]):
    low = a[0]
    high = a[0]
    for x in a:
        low = min(low, x)
        high = max(high, x)
    return low, high


def spread(a: pyrx.float64[:]):
    low, high = minmax(a)
    return high - low


def make_array(n):  # level: any
    return pyrx_zeros(n)


def pyrx_zeros(n: int):  # level: any
    import numpy as np  # noqa: PLC0415

    return np.zeros(n)


def nothing(a: pyrx.float64[:]) -> None:
    a[0] = 1.0


def uses_nothing(a: pyrx.float64[:]):  # level: any
    return nothing(a)


def uses_nothing_as_statement(a: pyrx.float64[:]):
    nothing(a)
    return a[0]


def raises(n):  # level: any
    if n > 2:
        raise ValueError("too big")
    return n


def calls_raises(n: int):
    total = 0
    for i in range(n):
        total += raises(i)
    return total


def swap(a, b):  # level: any
    return b, a


def swapped(n: int, x: float):
    x2, n2 = swap(n, x)
    return x2, n2


def apply(f, x):  # level: any
    return f(x)


def applied(x: float):  # level: any
    return apply(clamp, x), apply(math.sqrt, x)


def passes_view(a: pyrx.float64[:, :]):
    nothing(a[:, 0])
    nothing(a[0])
    return a[0, 0]


def nested(x: float):
    return hypotenuse(hypotenuse(x, 1), hypotenuse(2, x))


def first_of(a):  # level: any
    return a[0] if a.ndim else a[()]


def calls_with_element(a: pyrx.float64[:]):  # level: any
    return twice(a[0]), twice(a[()])[0]


def calls_with_rank_zero(a: NDArray[np.float64]):  # level: any
    return first_of(a), twice(a)


def calls_with_inner(a: pyrx.float64[:, :]):  # level: any
    return first_of(a[0]), first_of(a[0, 0])


def takes_int(n: int) -> int:
    return n * n


def calls_converting(a: pyrx.int8[:], b: pyrx.uint64[:]):  # level: any
    return takes_int(a[0]), takes_int(int(b[0]))


def takes_float(x: float) -> float:
    return x * 0.1


def calls_float(a: pyrx.float32[:], n: int):  # level: any
    return takes_float(a[0]), takes_float(n), takes_float(True)


# --- calls
(twice_int(n) for n in (0, 5, 2**62, 2**63 - 1))
(twice_float(x) for x in FEW_FLOATS)
twice_complex(1 + 2j)
twice_element(np.array([0.1], np.float32))
twice_all(3, 0.5)
twice(3)
twice(0.5)
twice("ab")
twice([1])
twice(np.arange(3))
scale_float(f8(3), 1.5)
scale_float(f8(3)[::-1], 1.5)
scale_float(f8(0), 1.5)
scale_int(i8(3), 5)
scale([1, 2, 3], 2)
scale(f8(2), 3)
totals(f8(3), np.arange(4, dtype=np.int32))
totals(f8(3), np.array([2**31 - 1, 1], np.int32))
row_totals(f8(2, 3))
row_totals(f8(2, 3).T)
total(f8(3))
total(i8(3))
distance(f8(3, 2), 0, 2)
distance(f8(3, 2), 0, 3)
hypotenuse(3, 4)
(clamp_float(x) for x in FEW_FLOATS)
clamp(5, 0, 3)
(minmax(a) for a in (f8(3), -f8(4), np.array([nan, 1.0]), np.array([1.0, nan])))
minmax(f8(0))
spread(f8(5))
spread(f8(0))
make_array(3)
uses_nothing(f8(2))
uses_nothing_as_statement(f8(2))
uses_nothing_as_statement(f8(0))
(calls_raises(n) for n in (0, 3, 5))
raises(5)
swapped(3, 0.5)
applied(0.25)
passes_view(f8(2, 3))
passes_view(f8(2, 0))
(nested(x) for x in (0.0, 1.5, nan))
calls_with_element(f8(2))
calls_with_element(rev(f8(2)))
calls_with_element(f8(0))
calls_with_rank_zero(np.array(1.5))
calls_with_rank_zero(ro(np.array(nan)))
calls_with_rank_zero(f8(2))
calls_with_inner(f8(2, 2))
calls_with_inner(f8(1, 0))
twice_float(np.array(1.5))  # deviation: 1 -> 3.0
twice_int(np.array(3))  # deviation: 1 -> 6
(calls_converting(np.array([n], np.int8), np.array([m], np.uint64)) for n in (7, -128) for m in (3, 2**63, 2**64 - 1))  # deviation: 1 -> (n * n, m * m)
calls_float(np.array([0.5], np.float32), 3)  # deviation: 1 -> (0.05, 3 * 0.1, 0.1)
