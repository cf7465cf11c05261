"""The module that `src/lib.rs` compiles by hand, as pyrx would."""

import functools
from math import sqrt

import numpy as np
from numba import njit

SCALE = 2.0
CALLS = []


@njit(fastmath=True)
def scaled(x: float) -> float:
    """Scales a root."""
    return SCALE * sqrt(x)


def axpy(a: float, x: "float64[:]", y: "float64[:]"):
    for i in range(len(x)):
        y[i] += a * x[i]


def doubled(x: "float64[:, ::1]"):
    return x * 2.0


def same(x: "float64[:]"):
    return x


def tail(x: "float64[:]"):
    return x[1:]


def pair(x: "float64[:]"):
    y = x * 2.0
    return y, y, y[1:]


def ratio(a: float, b: float) -> float:
    return (a
            / b)


def pick(x: "float64[:]", i: int) -> float:
    return float(x[i])


def outer(x: "float64[:]", i: int) -> float:
    total = 0.0
    for k in range(3):
        total += pick(x, i + k)
    return total


def factorial(n: int) -> int:
    result = 1
    for k in range(2, n + 1):
        result *= k
    return result


def bump(x: "int64[:]", n: int):
    x[0] = 1
    for k in range(2, n + 1):
        x[0] *= k


class Point:
    def __init__(self, x):
        self.x = x

    def scaled_by(self, k: float):
        return self.x * k

    @staticmethod
    def half(k: float) -> float:
        return k / 2.0


def options(a: float, b: float = 2.0, /, c: float = 3.0, *rest, d: float, e: float = 5.0, **more):
    return a, b, c, rest, d, e, more


def total(values: "list[float]") -> float:
    s = 0.0
    for v in values:
        s += v
    return s


def shout(s: str) -> str:
    return s + "!"


def checksum(data: bytes) -> int:
    n = 0
    for b in data:
        n = (n * 31 + b) & 0xFFFFFFFF
    return n


def calls_back(f, n: int):
    return f(n) + 1


def deep(n: int) -> int:
    return 0 if n == 0 else deep(n - 1) + 1


def broken(x: float) -> float:
    return x + OTHER


def panics(x: float) -> float:
    return x


def unset(x: float) -> float:
    if x > 0:
        y = x
    return y


@functools.lru_cache
def cached(x: float) -> float:
    return x * 3.0


OTHER = 1.0
if CALLS == []:
    OTHER = 2.0

from pyrx import prange  # noqa: E402


def squares(x: "float64[:]", schedule: int, chunk: int, threads: int) -> float:
    total = 0.0
    for i in prange(len(x)):
        total += x[i] * x[i]
    return total


def fails_from(n: int, bad: int) -> int:
    for i in prange(n):
        if i >= bad:
            pick(np.zeros(1), i)
    return n


def spins(seconds: float, parallel: int) -> int:
    return 0


def threads_used(n: int) -> int:
    return 1


def caught(call):
    try:
        return call()
    except ArithmeticError as error:
        return error


def raises(error, cause):
    raise error from cause


def put(a, key, value):
    a[key] = value
    return a


def inplace(a, b):
    a += b
    return a


def unpacked(a):
    x, y = a
    return (x, y)


def spread(a):
    x, *y, z = a
    return (x, y, z)


def missing():
    return NOWHERE  # noqa: F821


OPERATIONS = {
    "add": lambda a, b: a + b,
    "pow": lambda a, b: a**b,
    "iadd": lambda a, b: inplace(a, b),
    "neg": lambda a, b: -a,
    "not": lambda a, b: not a,
    "lt": lambda a, b: a < b,
    "in": lambda a, b: a in b,
    "is not": lambda a, b: a is not b,
    "get": lambda a, b: a[b],
    "put": lambda a, b: put(a, b, 1),
    "slice": lambda a, b: a[:b],
    "unpack": lambda a, b: unpacked(a),
    "rest": lambda a, b: spread(a),
    "format": lambda a, b: format(repr(a), b),
    "join": lambda a, b: "".join((a, b)),
    "iterate": lambda a, b: [x for x in a],  # noqa: C416 (a list would ask for the length)
    "call": lambda a, b: a(b, key=b),
    "call with many": lambda a, b: a(*range(12)),
    "method": lambda a, b: a.index(b),
    "spread": lambda a, b: a(*b),
    "raise": lambda a, b: raises(a, b),
    "catch": lambda a, b: caught(a),
    "global": lambda a, b: SCALE,
    "builtin": lambda a, b: len,
    "missing": lambda a, b: missing(),
    "length": lambda a, b: len(a),
    "displays": lambda a, b: ([a, b], (a, b), {a: b}, {a, b}),
    "big": lambda a, b: 123456789012345678901234567890,
    "import": lambda a, b: __import__("os.path", fromlist=["join"]),
    "numpy scalar": lambda a, b: np.float32(0.5),
    "native list": lambda a, b: [float(x) for x in a],
    "held array": lambda a, b: a[1:] if isinstance(a, np.ndarray) else None,
}


def operate(name: str, a, b):
    return OPERATIONS[name](a, b)
