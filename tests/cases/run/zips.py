"""`zip` of any number, strict or not, `enumerate` with a start, nested targets."""

import numpy as np


def dot(a: list[float], b: list[float]):
    total = 0.0
    for x, y in zip(a, b, strict=True):
        total += x * y
    return total


def three(a: list[int], b: list[int], c: list[int]):
    total = 0
    for x, y, z in zip(a, b, c, strict=True):
        total = total * 7 + x * y - z
    return total


def numbered(a: list[int], b: list[int], start: int):
    total = 0
    for i, (x, y) in enumerate(zip(a, b, strict=True), start):
        total += i * (x - y)
    return total


def with_else(a: list[int], b: list[int], stop: int):
    seen = 0
    try:
        for x, y in zip(a, b, strict=True):
            if x == stop:
                break
            if y == stop:
                continue
            seen += 1
        else:
            seen += 100
    except ValueError:
        seen += 1000
    return seen


def broken(a: list[int], b: list[int], stop: int):
    seen = 0
    for x, y in zip(a, b, strict=True):
        seen += y
        if x == stop:
            break
    return seen


def not_strict(a: list[int], b: list[int]):
    total = 0
    for x, y in zip(a, b, strict=False):
        total += x * y
    return total


def sometimes(a: list[int], b: list[int], strict: bool):  # level: any
    total = 0
    for x, y in zip(a, b, strict=strict):
        total += x * y
    return total


def mixed_kinds(a: np.ndarray[tuple[int], np.dtype[np.float64]], s: str, n: int):
    total = 0.0
    for x, c, i in zip(a, s, range(n), strict=True):
        total += x * ord(c) + i
    return total


def pairs(a: list[int], b: list[int]):
    return [x * y for x, y in zip(a, b, strict=True)]


def summed(a: list[int], b: list[int]):
    return sum(x * y for x, y in zip(a, b, strict=True))


def listed(a: list[int], b: list[float]):
    return list(zip(a, b)), list(enumerate(b, 3)), list(reversed(a))


def strict_list(a: list[int], b: list[float]):
    return list(zip(a, b, strict=True))


def grows(n: int):
    a = [0] * n
    b = [1] * n
    total = 0
    for x, y in zip(a, b, strict=True):
        total += x + y
        if len(a) < 5:
            a.append(7)
    return total, a


def nested(a: list[int], b: list[int], c: list[int]):  # level: any
    total = 0
    for (x, y), z in zip(zip(a, b, strict=True), c):
        total += x * y * z
    return total


def unpacked(points: list[tuple[int, int]]):
    total = 0
    for i, (x, y) in enumerate(points):
        total += i * x - y
    for (a, b), (c, d) in zip(points, points[1:]):
        total += a * d - b * c
    return total


def one(a: list[int]):
    total = 0
    for (x,) in zip(a, strict=True):
        total += x
    return total


# --- calls
(dot(a, b) for a in ([], [1.5], [1.0, 2.0]) for b in ([], [-0.0], [nan, 3.0]))
three([1, 2], [3, 4], [5, 6])
three([], [], [])
three([1], [3, 4], [5])
three([1, 2], [3], [5, 6])
three([1, 2], [3, 4], [5])
three([1, 2], [3, 4], [5, 6, 7])
three([1], [2], [])
three([], [], [1])
numbered([1, 2], [0, 0], 10)
numbered([1, 2], [0], 10)
numbered([1], [0], 2**63 - 1)
(with_else([1, 2, 3], b, stop) for b in ([1, 2], [4, 5, 6], [4, 5, 6, 7]) for stop in (0, 1, 3, 5))
(broken([1, 2, 3], [1, 2], stop) for stop in (1, 2, 3))
(not_strict(a, [1, 2]) for a in ([], [3], [3, 4, 5]))
(sometimes([1], [1, 2], strict) for strict in (True, False))
mixed_kinds(np.array([1.0, 2.0]), "ab", 2)
mixed_kinds(np.array([1.0, 2.0]), "ab", 3)
mixed_kinds(np.array([1.0, 2.0]), "a", 3)
mixed_kinds(np.array([1.0, 2.0])[::-1], "ab", 2)
pairs([1, 2], [3, 4])
pairs([1, 2], [3])
summed([1, 2], [3, 4])
summed([1], [3, 4])
summed([], [])
listed([1, 2], [0.5, 1.5, 2.5])
listed([], [])
strict_list([1], [0.5])
strict_list([1], [])
(grows(n) for n in (0, 2, 5))
nested([1, 2], [3, 4], [5, 6])
nested([1, 2], [3], [5, 6])
unpacked([(1, 2), (3, 4), (5, 6)])
unpacked([])
one([1, 2])
