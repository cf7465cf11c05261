"""Types from `stubbed.pyi` beside the source; the source itself states few."""

import math

import numpy as np

import pyrx

SCALE = float("2.5")
LIMIT = int("7")
GAIN = [1.5, 2.5][1]


def area(width, height):
    return width * height


def mean(values):
    total = 0.0
    for v in values:
        total += v
    return total / len(values)


def pick(x):
    return x + x


def trace(m):
    t = 0.0
    for i in range(m.shape[0]):
        t += m[i, i]
    return t


def scaled(values, factor=2.0, *, offset=0):
    out = np.empty(len(values))
    for i in range(len(values)):
        out[i] = values[i] * factor + offset + SCALE
    return out


def own(x: int):
    return x * 2


# pythran export by_line(int)
def by_line(x):
    return x + 1


def limited(n):
    return min(n, LIMIT)


def gained(x):
    return x * GAIN


def other_names(a, b):  # level: interpreted
    return a - b


def not_in_stub(a, b):  # level: interpreted
    return a * b


def promised(x):
    return x * 2


def with_star(x, *rest):  # level: any
    return x + len(rest)


class Point:
    def __init__(self, x):  # level: any
        self.x = x

    def moved(self, dx, times):  # level: any
        total = 0.0
        for _ in range(times):
            total += dx
        return self.x + total


# --- calls
(area(w, h) for w, h in ((2.5, 4), (0, -1.5)))
area(2**70, 2)  # deviation: 1 -> float(2**71)
area("a", 2)  # refused: TypeError 'width'
mean(f8(4))  # deviation: 1 -> float(np.mean(f8(4)))
mean([1.0, 2.5])  # refused: TypeError 'values'
mean(f8(0))
(pick(x) for x in (3, 2**62, 2.5, nan))
pick(True)
pick("ab")  # refused: TypeError
trace(np.eye(3))  # deviation: 1 -> 3.0
trace(np.ones((2, 3))[::-1])  # deviation: 1 -> 2.0
trace(np.ones((3, 2)))
trace(f8(3))
scaled(f8(3))
scaled(f8(2), 0.5, offset=3)
own(4)
by_line(4)
(limited(n) for n in (3, 9))
gained(2.0)
other_names(5, 3)
other_names("a", 3)
not_in_stub(3, "x")
promised(3)  # deviation: 1 -> 6.0
with_star(1, 2, 3)
Point(1.5).moved(0.5, 3)
Point(1.5).moved(0.5, 0)
