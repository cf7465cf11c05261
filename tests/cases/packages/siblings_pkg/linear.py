import math

import numpy as np

import pyrx

EPS = 0.5
N = 3
TWICE = 2 * N
NAME = "lin"
TABLE = np.array([1.0, 2.0])
SHAPES = [1, 2, 3]


def scale(x: float, k: float = 2.0) -> float:
    return x * k + EPS


def hyp(x, y=4, *, z=0.0):
    return math.sqrt(x * x + y * y) + z


def clamp(x):
    return min(max(x, 0), TWICE)


def total(a: pyrx.float64[:]) -> float:
    s = 0.0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def fill(a: pyrx.float64[:], x: float) -> None:
    for i in range(len(a)):
        a[i] = x


def power(n: int) -> int:
    r = 1
    for i in range(n):
        r *= 3
    return r


def quotient(a: int, b: int) -> int:
    c = a // b
    return c


def refuse(x: float) -> float:
    if x < 0:
        raise ValueError("x is " + NAME)
    return math.sqrt(x)


class TooFar(ValueError):
    pass


def near(x: float) -> float:
    if x > 10.0:
        raise TooFar(x)
    return x * EPS


def from_table(i: int) -> float:
    return TABLE[i]


def from_list(i: int) -> int:
    return SHAPES[i]


def magnitude(x):
    return abs(x)
