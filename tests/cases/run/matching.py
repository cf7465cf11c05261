"""`match` on numbers, strings and singletons: values, alternatives, captures, guards, wildcards."""

import enum
import math

import numpy as np

import pyrx


def digit(n: int):
    match n:
        case 0:
            return 10
        case 1 | 2 | 3:
            return 20
        case -1:
            return 30
        case _:
            return 40


def no_default(n: int):
    found = 0
    match n:
        case 1:
            found = 5
        case 2:
            found = 6
    return found


def guarded(n: int, limit: int):
    match n:
        case x if x > limit:
            return x - limit
        case 0 if limit == 3:
            return 100
        case 0:
            return 200
        case x:
            return -x


def capture_stays(n: int):
    match n * 2:
        case x if x > 10:
            return 1
        case 4:
            return x
    return x + 1000


def captured_alternative(n: int):
    match n:
        case (1 | 2) as small:
            return small * 100
        case (3 as other) | (4 as other):
            return other * 1000
    return small


def floats(x: float):
    match x:
        case 0.5:
            return 1
        case 2:
            return 2
        case -1.5:
            return 3
        case math.pi:
            return 4
        case y if y != y:
            return 5
    return 6


def strings(s: str):
    match s:
        case "":
            return 0
        case "a" | "b":
            return 1
        case "größe":
            return 2
        case other:
            return len(other)


def singletons(flag: bool):  # level: any
    match flag:
        case True:
            return 1
        case False:
            return 0


def of_array(a: pyrx.int64[:], i: int):
    match a[i]:
        case 0:
            return 0
        case 1 | 2:
            return 1
        case n if n < 0:
            return -1
        case _:
            return 9


def in_loop(a: pyrx.int64[:]):
    total = 0
    for n in a:
        match n:
            case 0:
                continue
            case 9:
                break
            case 1:
                total += 1
            case _:
                total += 10
    else:
        return -total
    return total


def subject_once(xs: list[int]):  # level: any
    match xs.pop():
        case 1:
            n = 1
        case 2:
            n = 2
        case _:
            n = 3
    return n, len(xs)


def nested(a: int, b: int):
    match a:
        case 0:
            match b:
                case 0:
                    return 0
                case x:
                    return x
        case 1:
            return b * 2
    return -1


def type_mix(n: int):
    match n:
        case 1:
            y = 1
        case 2:
            y = 0.5
        case _:
            y = 7
    return y * 2


def divides(n: int, m: int):
    match n // m:
        case 1:
            return "one"
        case 2:
            return "two"
    return "many"


def evaluates_guard(n: int, m: int):
    match n:
        case 1 if 10 // m > 2:
            return 1
        case 1:
            return 2
    return 3


class Color(enum.Enum):
    RED = 1
    BLUE = 2


def by_member(c: object, n: int):  # level: any
    total = 0
    for i in range(n):
        total += i
    match c:
        case Color.RED:
            return total
        case None:
            return -1
        case 5 | "five":
            return -5
        case x:
            return x


def sequences(a, n: int):  # level: interpreted
    match a:
        case [x, y]:
            return x + y + n
        case {"k": v}:
            return v
        case int(x):
            return x
    return None


def op(code: str, a: float, b: float) -> float:
    match code:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "/" if b != 0:
            return a / b
        case "/":
            raise ZeroDivisionError("by zero")
        case _:
            raise ValueError(code)


# --- calls
(digit(n) for n in (0, 1, 3, -1, 4, 2**62))
(no_default(n) for n in (1, 2, 3))
(guarded(n, limit) for n in (0, 5, -2) for limit in (3, 4))
(capture_stays(n) for n in (0, 2, 6))
(captured_alternative(n) for n in (1, 2, 3, 4, 5))
(floats(x) for x in (0.5, 2.0, -1.5, math.pi, nan, 0.0, inf))
(strings(s) for s in ("", "a", "b", "größe", "abc"))
(singletons(flag) for flag in (True, False))
(of_array(np.array([0, 1, 2, -5, 7]), i) for i in (0, 1, 2, 3, 4, 5))
(in_loop(np.array(xs, np.int64)) for xs in ([], [0, 1, 5], [1, 9, 5]))
(subject_once(xs) for xs in ([1], [3, 2], [7], []))
(nested(a, b) for a in (0, 1, 2) for b in (0, 3))
(type_mix(n) for n in (2, ))
type_mix(1)  # deviation: 5 -> 2.0
(divides(n, m) for n, m in ((3, 2), (5, 2), (9, 2), (1, 0)))
(evaluates_guard(n, m) for n in (1, 2) for m in (2, 9, 0))
by_member(Color.RED, 3)
by_member(Color.BLUE, 3)
(by_member(c, 3) for c in (None, 5, 5.0, "five"))
(sequences(a, 1) for a in ([1, 2], {"k": 3}, 4, "x"))
(op(code, 3.0, 2.0) for code in "+-*/?")
op("/", 1.0, 0.0)
