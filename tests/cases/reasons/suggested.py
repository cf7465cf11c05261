"""What is suggested for functions without types, from how they use their parameters."""

import math

import numpy as np


def mean(values):
    return sum(values) / len(values)


def loops(values, weights):
    t = 0.0
    for i in range(len(values)):
        t += values[i] * weights[i]
    return t


def matrix(m, n):
    t = 0.0
    for i in range(n):
        t += m[i, i]
    return t


def rows(grid):
    t = 0.0
    for row in grid:
        for v in row:
            t += v
    return t


def shape(a):
    m, n = a.shape
    return m * n


def reduced(a):
    return np.sum(a) + np.zeros_like(a)[0]


def made(n, m):
    return np.zeros((n, m))


def index(a, i):
    return a[i - 1] + a[i]


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def bits(x, y):
    return x << y & ~x


def number(x, y):
    return math.sqrt(x * x + y * y)


def words(text, sep):
    return text.split(sep)


def defaults(x, scale=2.0, offset=-1, flag=False, name="", table=None, items=(), z=1j, raw=b""):
    return x * scale + offset


def markers(a, b, /, c, *rest, d, e=1, **more):
    return a * b * c * d * e


def after_star(a, *, d):
    return a * d


def by_name(record):
    return record["x"]


def attribute(o):
    return o.name


def called(f, x):
    return f(x)


def unused(x):
    return 1


def consumed(xs):
    return sum(x * x for x in xs)


def rebound(x):
    x = [x]
    return x


class Point:
    def __init__(self, x):
        self.x = x

    def norm(self):
        return self.x

    @staticmethod
    def made(n):
        return range(n)

    @classmethod
    def of(cls, xs):
        return xs[0]

    def __private(self, __n):
        return __n - 1


def größe(naïve):
    return naïve[0]


def of_records(rows, limit=3.0):
    return [r["value"] for r in rows if r.get("value", 0.0) < limit]


def of_objects(particles):
    t = 0.0
    for p in particles:
        t += p.x
    return t


def of_words(words):
    n = 0
    for word in words:
        if word.startswith("a"):
            n += 1
    return n
