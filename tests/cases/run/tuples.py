"""Tuples as parameters, values and results."""

import pyrx


def first(t: tuple[int, float]):
    return t[0], t[1], t[-1], t[-2]


def swapped(t: tuple[int, float]):
    a, b = t
    return b, a


def triple(p: tuple[float, float, float], q: tuple[float, float, float]):
    return abs(p[0] - q[0]) + abs(p[1] - q[1]) + abs(p[2] - q[2])


def any_length(xs: tuple[float, ...]):  # level: any
    s = 0.0
    for x in xs:
        s += x
    return s, len(xs)


def nested(t: tuple[int, tuple[float, bool]]):
    a, (b, c) = t
    return c, b, a


def minmax(a: pyrx.float64[:]):
    low = a[0]
    high = a[0]
    for x in a:
        if x < low:
            low = x
        if x > high:
            high = x
    return low, high


def uses_minmax(a: pyrx.float64[:]):
    low, high = minmax(a)
    return high - low


def indexes_result(a: pyrx.float64[:]):
    return minmax(a)[1]


def local(n: int):
    t = (n, n + 1, n * 0.5)
    return t[0] + t[1] + t[2], len(t)


def variable_index(n: int):
    t = (10, 20, 30)
    return t[n]


def variable_index_mixed(n: int):  # level: any
    t = (10, 2.5, "x")
    return t[n]


def compare(a: tuple[int, int], b: tuple[int, int]):  # level: any
    return a == b, a < b, a != b


def member(n: int):
    return n in (1, 2, 3), n not in (5, 7)


def loop_over(n: int):
    s = 0
    for k in (1, n, 3):
        s = s * 10 + k
    return s


def concat(a: tuple[int, int]):  # level: any
    return a + (5,), a[1:], a * 2


def empty():  # level: interpreted
    return ()


def single(n: int):
    return (n,)


def packed(n: int):
    pair = n, n * 2
    a, b = pair
    return b - a


def fibonacci_pair(n: int):
    pair = (0, 1)
    for _ in range(n):
        pair = (pair[1], pair[0] + pair[1])
    return pair


def arrays_in_tuple(a: pyrx.float64[:]):  # level: any
    pair = (a, a[1:])
    x, y = pair
    y[0] = 9.0
    return x[1]


def swap_three(a: int, b: int, c: int):
    a, b, c = c, a, b
    return a, b, c


def constant():  # level: any
    return (1, 2.5, (True, "x"), None)


def shape_like(a: pyrx.float64[:, :]):
    n, m = a.shape
    return (m, n)


OFFSETS = ((-1, 0), (1, 0), (0, -1), (0, 1))


def neighbours(a: pyrx.float64[:, :], i: int, j: int):
    s = 0.0
    for di, dj in OFFSETS:
        s += a[i + di, j + dj]
    return s


def parts_of_shape(a: pyrx.float64[:, :, :]):
    rows, columns = a.shape[:2]
    planes, = a.shape[-1:]
    low, high = a.shape[None:-1]
    return rows * 100 + columns * 10 + planes, low - high


def parts(n: int):
    t = (n, n * 0.5, n + 1)
    whole = t[:9]
    return t[1:], whole, t[-2:-1]



# --- calls
first((1, 2.5))
first((1, 2))  # deviation: 1 -> (1, 2.0, 2.0, 1)
first([1, 2.5])  # refused: TypeError 't'
first((1,))  # refused: TypeError|ValueError 't'
first((1, 2.5, 3))  # refused: TypeError|ValueError 't'
first(("a", 2.5))  # refused: TypeError 't'
swapped((1, 2.5))
triple((0.0, 1.0, 2.0), (3.0, -1.0, 2.5))
(any_length(xs) for xs in ((), (1.5,), (1.0, 2.0, nan)))
nested((1, (2.5, True)))
minmax(f8(3))
uses_minmax(f8(3))
indexes_result(f8(3))
indexes_result(f8(0))
local(5)
(variable_index(n) for n in (0, 2, -1, 3, -4))
(variable_index_mixed(n) for n in (0, 1, 2, 3))
(compare((1, 2), b) for b in ((1, 2), (1, 3), (0, 9)))
(member(n) for n in (0, 2, 5))
loop_over(7)
concat((1, 2))
empty()
single(5)
packed(5)
(fibonacci_pair(n) for n in (0, 1, 10, 92, 100))
arrays_in_tuple(f8(3))
arrays_in_tuple(f8(1))
swap_three(1, 2, 3)
constant()
shape_like(f8(2, 3))
neighbours(f8(3, 3), 1, 1)
neighbours(f8(3, 3), 2, 1)
neighbours(f8(3, 3), 0, 0)
parts_of_shape(f8(2, 3, 4))
parts(3)
