"""`match` on tuples, lists and built-in classes: natively where the types say the shape, else by the interpreter's rules."""

import collections

import numpy as np


def pair(a: int, b: int):
    total = 0
    for i in range(3):
        match (a, b):
            case (0, y):
                total += y
            case (x, 0):
                total += x * 10
            case (x, y) if x > y:
                total += 100
            case _:
                total += 1
    return total


def fizz(n: int):
    out = []
    for i in range(1, n + 1):
        match (i % 3, i % 5):
            case (0, 0):
                out.append("fizzbuzz")
            case (0, _):
                out.append("fizz")
            case (_, 0):
                out.append("buzz")
            case _:
                out.append("-")
    return out


def by_length(xs: list[int]):
    match xs:
        case []:
            return -1
        case [x]:
            return x
        case [x, y]:
            return x * y
        case [first, *_, last]:
            return first - last
    return 0


def rest(xs: list[int]):
    match xs:
        case [1, *more]:
            return len(more) * 100
        case [*more, 2]:
            return len(more) * 1000
        case [_, *middle, _]:
            return sum(middle)
        case _:
            return -1


def nested(p: tuple[int, tuple[float, float]]):
    match p:
        case (0, (x, y)):
            return x + y
        case (1, (0.0, y)):
            return y
        case (n, (x, _)) if n > 5:
            return x * n
    return -1.0


def wrong_shape(p: tuple[int, int]):  # level: mixed
    match p:
        case (a, b, c):
            return a + b + c
        case [a, [b, c]]:
            return a + b + c
        case str():
            return -2
        case (a, b):
            return a - b


def classes(x: float, n: int, s: str):
    total = 0
    match x:
        case int():
            total += 1
        case float(y) if y > 0:
            total += 2
        case float():
            total += 4
    match n:
        case float():
            total += 10
        case bool():
            total += 20
        case int(m):
            total += 40 + m
    match s:
        case bytes():
            total += 1000
        case str("ab"):
            total += 2000
        case str(t):
            total += 4000 + len(t)
    return total


def kind(x):  # level: any
    match x:
        case bool():
            return "bool"
        case int(n) if n > 100:
            return "large"
        case int() | float():
            return "number"
        case str(s):
            return s + "!"
        case []:
            return "empty"
        case [int(a), int(b)]:
            return a + b
        case [first, *others]:
            return first, others
        case None:
            return "none"
        case {"k": v}:
            return v
        case _:
            return "other"


def shape(x):  # level: any
    match x:
        case ():
            return 0
        case (a,):
            return a
        case (a, (b, *c)):
            return a, b, c
        case (a, b):
            return b, a
    return "no sequence"


def unbound_on_failure(a: int, b: int):
    x = -1
    match (a, b):
        case (x, 0):
            return x
        case (1, x):
            return x * 10
    return x


def array(a: np.ndarray[tuple[int], np.dtype[np.float64]]):
    match a:
        case [x, y]:
            return x + y
        case _:
            return -1.0


def chars(s: str):
    match s:
        case [a, b]:
            return 1
        case "":
            return 2
        case _:
            return 3


def command(s: str):
    match s.split():
        case ["go", direction]:
            return "going " + direction
        case ["take", *things] if len(things) > 1:
            return "taking " + ",".join(things)
        case ["quit" | "exit"]:
            return "bye"
        case []:
            return "?"
        case [other, *_]:
            return other
    return "never"


def either(a: int, b: int):
    match (a, b):
        case (1 | 2, 3 | 4):
            return 1
        case (1, _) | (_, 1):
            return 2
    return 3


def captured_either(a: int, b: int):  # level: any
    match (a, b):
        case (1 as x, _) | (_, 1 as x):
            return x
        case (0, (2 | 3) as y):
            return y * 10
    return 0


def shadowed(x, int):  # level: any
    match x:
        case int():
            return True
    return False


# --- calls
(pair(a, b) for a in (0, 1, 5) for b in (0, 3))
(fizz(n) for n in (0, 15))
(by_length(xs) for xs in ([], [4], [4, 5], [9, 8, 7], [1, 2, 3, 4]))
(rest(xs) for xs in ([], [1], [1, 5, 6], [7, 2], [2], [5, 6, 7, 8], [5]))
(nested(p) for p in ((0, (1.0, 2.0)), (1, (0.0, 3.0)), (1, (-0.0, 3.0)), (7, (2.0, 0.0)), (2, (nan, nan))))
wrong_shape((5, 3))
(classes(x, n, s) for x in (1.0, -1.0, nan) for n in (0, 3) for s in ("", "ab", "abc"))
(kind(x) for x in (True, 5, 500, 2.5, "s", [], (), [1, 2], (3, 4), [1, "b"], ("a", 1, 2), None, {"k": 1}, {}, b"ab", 2**80))
kind(collections.deque([1, 2]))
(kind(x) for x in (range(0), range(2), np.array([1, 2]), np.float64(2.0), np.int64(3)))
(shape(x) for x in ((), [], (1,), [1, 2], (1, (2,)), (1, [2, 3, 4]), "ab", 5, {1: 2}, [1, "bc"]))
(unbound_on_failure(a, b) for a in (1, 2) for b in (0, 5))
(array(np.ones(n)) for n in (0, 2))
(chars(s) for s in ("", "ab", "abc"))
(command(s) for s in ("", "go north", "take a b", "take a", "exit", "quit", "jump high now"))
(either(a, b) for a in (1, 2, 5) for b in (1, 3, 9))
(captured_either(a, b) for a in (0, 1, 5) for b in (1, 2, 3))
(shadowed(3, k) for k in (int, str))
