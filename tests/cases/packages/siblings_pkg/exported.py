# pythran export add(float, float)
from functools import lru_cache

import pyrx


def add(a, b):
    return a + b


@pyrx.compile
def doubled(x):
    return x + x


@lru_cache
def cached(n: int) -> int:
    return n * n


class Point:
    def __init__(self, x: float):
        self.x = x

    def norm(self) -> float:
        return abs(self.x)


def generator(n: int):
    for i in range(n):
        yield i
