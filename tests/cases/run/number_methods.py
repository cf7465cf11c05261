"""`isinstance`, `bit_count`, `round` with digits, `isclose`, `prod`, `min` and `max` with a default."""

import math

import numpy as np


def kinds(n: int, x: float, z: complex, s: str, flag: bool):
    return (
        isinstance(n, int),
        isinstance(x, int),
        isinstance(x, float),
        isinstance(z, (int, complex)),
        isinstance(s, str),
        isinstance(flag, int),
        isinstance(flag, bool),
        isinstance(n, (float, str)),
        isinstance(n, object),
    )


def of_array(a: np.ndarray[tuple[int], np.dtype[np.float64]], b: np.ndarray[tuple[int], np.dtype[np.int64]]):
    return isinstance(a[0], float), isinstance(b[0], int), isinstance(b[0] > 0, bool), isinstance(b[0], float)


def branch(x: float):
    if isinstance(x, int):
        return "never"
    if isinstance(x, float) and x > 1.0:
        return "large"
    return "small"


def generic(x):
    if isinstance(x, str):
        return len(x)
    return x + 1


def calls(n: int, s: str):
    return generic(n), generic(s)


def local_class(x, int):  # level: any
    return isinstance(x, int)


def bits(n: int):
    return n.bit_count(), n.bit_length()


def popcounts(n: int):
    total = 0
    for i in range(n):
        total += i.bit_count()
    return total


def rounded(n: int, digits: int):
    return round(n, digits), round(n)


def close(a: float, b: float):
    return (
        math.isclose(a, b),
        math.isclose(a, b, rel_tol=1e-3),
        math.isclose(a, b, abs_tol=0.5),
        math.isclose(a, b, abs_tol=0, rel_tol=0.25),
    )


def close_tol(a: float, b: float, tol: float):
    return math.isclose(a, b, rel_tol=tol)


def product(xs: list[int]):
    return math.prod(xs)


def product_float(xs: list[float]):  # level: interpreted
    total = 1.0
    total *= math.prod(xs)
    return total


def product_kept(xs: list[float]):  # level: interpreted
    p = math.prod(xs)
    return p


def product_of(n: int):
    return math.prod(range(1, n + 1)), math.prod(i * i for i in range(1, n))


def extremes(xs: list[float]):
    return min(xs, default=0.5), max(xs, default=-1.0)


def extremes_lazy(xs: list[int], least: int):
    return min((x * x for x in xs), default=least), max((x for x in xs if x > 0), default=-1)


def other_default(xs: list[int]):  # level: any
    return max(xs, default=None)


def walrus_loop(n: int):
    steps = 0
    while True:
        if (half := n // 2) == 0:
            break
        steps += half
        n = half
    return steps, n


def chained(n: int):
    a = b = c = n * 2
    x, y = z = (n, n + 1)
    xs = [0, 0]
    xs[0] = d = xs[1] = n
    return a + b + c + d, x, y, z, xs


def swapped(n: int):
    xs = list(range(n))
    for i in range(n // 2):
        xs[i], xs[n - 1 - i] = xs[n - 1 - i], xs[i]
    return xs


def digits(n: int):
    total = 0
    while n:
        n, digit = divmod(n, 10)
        total = total * 10 + digit
    return total


# --- calls
kinds(1, 1.0, 1j, "a", True)
of_array(np.ones(1), np.ones(1, np.int64))
(branch(x) for x in (0.5, 2.0, nan))
calls(3, "abc")
calls(2**63 - 1, "")
local_class(3, float)
local_class(3, int)
(bits(n) for n in (0, 1, -1, 255, -256, 2**63 - 1, -(2**63)))
bits(2**70)
(popcounts(n) for n in (0, 1, 300))
(rounded(n, digits) for n in (0, 5, 15, 25, -15, 12345, 2**63 - 1) for digits in (0, 2, -1, -2, -30))
rounded(2**63 - 1, -1)
(close(a, b) for a in (0.0, 1.0, nan, inf) for b in (-0.0, 1.0 + 1e-10, 1.2, nan, inf, -inf))
close_tol(1.0, 2.0, 0.5)
close_tol(1.0, 2.0, -0.5)
(product(xs) for xs in ([], [3, 4], [-1, 0], [2**40, 2**40]))
(product_float(xs) for xs in ([1.5, 2.0], [nan, 0.0], [-0.0]))
(product_kept(xs) for xs in ([], [1.5, 2.0], [nan]))
(product_of(n) for n in (0, 5, 20, 21))
(extremes(xs) for xs in ([], [1.5], [3.0, nan, 1.0], [nan, 1.0], [-0.0, 0.0]))
(extremes_lazy(xs, 7) for xs in ([], [-1, -2], [3, -4]))
(other_default(xs) for xs in ([], [1, 2]))
(walrus_loop(n) for n in (0, 1, 100))
(chained(n) for n in (0, -3))
(swapped(n) for n in (0, 1, 5))
(digits(n) for n in (0, 1200, 98765))
