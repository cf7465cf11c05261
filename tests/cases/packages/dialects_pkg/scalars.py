import math

LIMIT = 3
table = [1, 2]
seen = []


def step(x: float) -> float:  # level: native
    return math.sqrt(x) + LIMIT


def power(n: int) -> int:  # level: native
    r = 1
    for i in range(n):
        r *= 3
    return r


def scaled(x, y=2):
    return x * y


def halved(x, *, by=2):
    return x / by


def refused(x: int) -> int:  # level: native
    if x < 0:
        raise ValueError("negative")
    return 2 * x


def noted(n: int) -> int:
    seen.append(n)
    return n * n


def item(i: int) -> int:
    return table[i]


def kind(x):
    return type(x).__name__


def both(x: int) -> complex:
    return complex(x, -x)


def nothing(x: float) -> None:
    pass
