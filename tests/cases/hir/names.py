"""Locals, globals, builtins, `global`, private names, NFKC."""

import math

COUNT = 3
ﬁ = 1


def reads(x):
    return math.sin(x) + COUNT + len(y)


def binds(a):
    b = a
    for c in b:
        d, (e, *g) = c
    try:
        pass
    except ValueError as h:
        print(h)
    if (i := a) > 0:
        j: int = i
    k: float
    print(b, c, d, e, g, i, j, k)


def rebinds():
    global COUNT, fresh
    COUNT = COUNT + 1
    COUNT += 1
    fresh = 2


def shadows(len, COUNT):
    return len + COUNT


def normal(x):
    return fi + ﬁ


class _Private:
    __limit = 3

    def method(self, __x, y=__limit, *, __z=COUNT):
        self.__value = __x + __z
        self.__dunder__ = self.__value
        return f(__named=__hidden)
