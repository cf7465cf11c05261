"""Functions that fail at different kinds of places."""

import math

import numpy as np
import pyrx


def item(values: list[float], i: int) -> float:
    return 1.0 + values[i] * 2.0


def array_item(a: pyrx.float64[:], i: int) -> float:
    total = a[0]
    total += a[0] * a[i]
    return total


def store(a: pyrx.float64[:], i: int) -> float:
    a[i] = 2.0
    return a[0]


def matrix_item(a: pyrx.float64[:, :], i: int, j: int) -> float:
    return a[0, 0] + a[i, j]


def quotient(x: float, y: float) -> float:
    z = x + 1.0
    return z * (x / y)


def floor_quotient(x: int, y: int) -> int:
    return x + x // y


def remainder(x: int, y: int) -> int:
    r = x
    r %= y
    return r


def power(x: float, y: float) -> float:
    return 1.0 + x**y


def root(x: float) -> float:
    return math.sqrt(x) + math.log(x)


def domain(x: float) -> float:
    return math.sqrt(1.0) + math.log(x - 1.0)


def raised(n: int) -> int:
    if n > 3:
        raise ValueError("n is too large: " + str(n))
    return n


def asserted(n: int) -> int:
    assert n < 3, "not small"
    return n


def bare_assert(n: int) -> int:
    assert n < 3 and n > -5
    return n


def deeper(x: float) -> float:
    return 2.0 * quotient(
        x,
        0.0,
    )


def three(x: float) -> float:
    y = deeper(x) + 1.0
    return y


def comprehension(values: list[float], i: int) -> float:
    squares = [v * values[i] for v in values]
    return squares[0]


def generator(values: list[float], i: int) -> float:
    return sum(v / values[i] for v in values)


def looped(values: list[float]) -> float:
    total = 0.0
    for k in range(len(values) + 1):
        total += values[k]
    return total


def converted(text: str) -> int:
    return 1 + int(text)


def from_none(n: int) -> int:
    try:
        return 10 // n
    except ZeroDivisionError as error:
        raise LookupError("no such divisor") from error


def again(n: int) -> int:
    try:
        return 10 // n
    except ZeroDivisionError:
        raise


def in_finally(n: int) -> int:
    s = 0
    try:
        s = 10 // n
    finally:
        s += 1
    return s


def over_lines(values: list[float], i: int) -> float:
    return (
        values[0]
        + values[i]
        + values[1]
    )


def unicode(größe: list[float], i: int) -> float:
    é = "数"; return größe[i] + len(é)


def mixed(thing, n: int) -> int:
    total = 0
    for i in range(n):
        total += i
    return total + thing.missing


def called_object(f, n: int) -> int:
    total = 0
    for i in range(n):
        total += i
    return total + f(total)


def unpacked(values: list[float]) -> float:
    x, y, z = values
    return x + y + z


def key(table: dict[str, int], name: str) -> int:
    return 1 + table[name]


def shapes(a: pyrx.float64[:], b: pyrx.float64[:]):
    return a + b * 2.0


def dot(a: pyrx.float64[:, :], b: pyrx.float64[:, :]):
    return a @ b


def sliced(values: list[float], step: int) -> float:
    return sum(values[::step])


def ranged(step: int) -> int:
    s = 0
    for i in range(0, 10, step):
        s += i
    return s


def popped(n: int) -> float:
    stack = [1.0]
    s = 0.0
    for _ in range(n):
        s += stack.pop()
    return s


def indexed(values: list[int], x: int) -> int:
    return values.index(x) + 1


def enumerated(step: int) -> int:
    s = 0
    for k, i in enumerate(range(0, 9, step)):
        s += k * i
    return s


def zipped(values: list[float], step: int) -> float:
    s = 0.0
    for v, i in zip(
        values,
        range(0, 9, step),
    ):
        s += v * i
    return s


def listed(step: int) -> int:
    squares = [i * i for i in range(0, 9, step)]
    return squares[0]


def chained(x: float, y: float) -> bool:
    return x < 2.0 < x / y


def nested(values: list[float], i: int) -> float:
    return abs(math.floor(values[i] + 1.0)) + 2.0


def subscripts(rows: list[list[float]], i: int) -> float:
    return rows[0][0] + rows[0][i]


def swapped(values: list[float], i: int) -> float:
    values[0], values[i] = values[0], 2.0
    return values[0]


def shifted(x: int, k: int) -> int:
    return 1 | x << k


def conditional(values: list[float], i: int) -> float:
    return values[0] if i < 0 else values[i]


def returned_call(x: float) -> float:
    return quotient(1.0, x)


def argument(values: list[float], x: float) -> float:
    return quotient(quotient(1.0, x), values[0])


def with_default(x: float = 1.0, y: float = 0.0) -> float:
    return x / y


def keyword_call(x: float) -> float:
    return 1.0 + with_default(y=x - 1.0, x=2.0)


def lambda_key(n: int) -> int:
    f = lambda k: k // (n - 3)
    return f(n)


def text_item(text: str, i: int) -> str:
    return text[0] + text[i]


def tabs(n: int) -> int:
	if n == 0:
		return 5	//	n
	return n


def caught_inside(values: list[float]) -> float:
    try:
        return values[5]
    except IndexError:
        return values[6]


def recursive(n: int) -> int:
    return 1 // n if n == 0 else recursive(n - 1) + 1


def generated(n: int) -> int:
    return max(10 // (n * k) for k in range(3))


def strict_zip(a: list[float], b: list[float]) -> float:
    s = 0.0
    for x, y in zip(a, b, strict=True):
        s += x * y
    return s


def empty_min(values: list[float]) -> float:
    return 1.0 + min(values)


def to_int(x: float) -> int:
    return 1 + int(x)


def huge_list(n: int) -> int:
    values = [0] * 3
    return values[n - 3]


def reshaped(a: pyrx.float64[:], n: int):
    b = a.reshape(n, 2)
    return b[0, 0]


def formatted(x: float) -> str:
    return "x" + f"{x:d}"


class Thing:
    def __init__(self, n: int):
        self.n = n

    def method(self, k: int) -> int:
        total = 0
        for i in range(k):
            total += i
        return total // (k - k)


CALLS = [
    (item, [1.0], 4),
    (array_item, np.ones(3), 7),
    (store, np.ones(3), -9),
    (matrix_item, np.ones((2, 2)), 0, 5),
    (matrix_item, np.ones((2, 2)), 2, 0),
    (quotient, 1.0, 0.0),
    (floor_quotient, 1, 0),
    (remainder, 1, 0),
    (power, 0.0, -1.0),
    (power, 1e300, 2.0),
    (root, -1.0),
    (domain, 0.0),
    (raised, 5),
    (asserted, 5),
    (bare_assert, 5),
    (deeper, 1.0),
    (three, 1.0),
    (comprehension, [1.0], 3),
    (generator, [0.0], 0),
    (looped, [1.0]),
    (converted, "x"),
    (from_none, 0),
    (again, 0),
    (in_finally, 0),
    (over_lines, [1.0, 2.0], 9),
    (unicode, [1.0], 9),
    (mixed, 3, 2),
    (called_object, len, 2),
    (unpacked, [1.0]),
    (unpacked, [1.0] * 9),
    (key, {}, "a"),
    (shapes, np.ones(2), np.ones(3)),
    (dot, np.ones((2, 3)), np.ones((2, 3))),
    (sliced, [1.0], 0),
    (ranged, 0),
    (popped, 2),
    (indexed, [1], 5),
    (Thing(1).method, 3),
    (enumerated, 0),
    (zipped, [1.0], 0),
    (listed, 0),
    (chained, 1.0, 0.0),
    (nested, [1.0], 2),
    (subscripts, [[1.0]], 3),
    (swapped, [1.0], 1),
    (shifted, 1, -1),
    (conditional, [1.0], 3),
    (returned_call, 0.0),
    (argument, [], 0.0),
    (with_default,),
    (keyword_call, 1.0),
    (lambda_key, 3),
    (text_item, "abc", 5),
    (tabs, 0),
    (caught_inside, [1.0]),
    (recursive, 3),
    (generated, 0),
    (strict_zip, [1.0], [1.0, 2.0]),
    (empty_min, []),
    (to_int, float("nan")),
    (to_int, float("inf")),
    (huge_list, -1),
    (reshaped, np.ones(6), 4),
    (formatted, 1.5),
]
