"""Directive blocks, generator expressions, `match`, `del` and module constants inside of each other."""

# bundle: alone

import math

import numpy as np

import pyrx

E = ValueError
my_len = len
my_sum = sum
counter = 1
counter += 1
POWERS = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
A = math.sqrt(4.0)
B = A if A > 1 else 1
C: float = 2
F = -A ** 2
G = A // 0.3
H = 7 % A
K = abs(-3) + max(2, 3)
BITS = ~5 & 0xFF
NEG = -3 // 2, -3 % 2
BYTESEQ = (b"a", b"bc")
DEEP = (((1, 2), (3, 4)), ((5, 6), (7, 8)))
ROUND = round(2.567, 1)
I32 = np.int32(7)
BIG = 10 ** 30
U = 2 ** 63 + 5


def handler(n: int):
    try:
        if n > 1:
            raise E("no")
        return n
    except E:
        return -1


def aliases(xs: list[int]):  # level: any
    return my_len(xs) + my_sum(xs) + counter


def gen_alias(n: int):  # level: any
    return my_sum(i for i in range(n))


def powers(n: int):
    total = 0
    for i in range(n):
        total += POWERS[i % 10]
    return total


def consts(x: float):  # level: any
    return x * A, x * B, x + C, x * F, G, H, K, BITS, NEG, ROUND


def deep(i: int, j: int, k: int):
    return DEEP[i][j][k], DEEP[1][i], BYTESEQ[i]


def np_const(n: int):
    return I32 * n, n + I32


def big_consts(n: int):  # level: any
    return n * U, n + BIG


def while_any(a: pyrx.float64[:], n: int):
    while any(x > n for x in a):
        n += 1
    return n


def try_gen(a: pyrx.float64[:], n: int):
    out = 0.0
    try:
        out = sum(x / n for x in a)
    except ZeroDivisionError:
        out = -1.0
    finally:
        out += max(i for i in range(3))
    return out


def gen_in_finally(n: int):
    try:
        return sum(10 // i for i in range(n))
    finally:
        n = sum(i for i in range(2))


def par(a: pyrx.float64[:, :], out: pyrx.float64[:]):
    for i in pyrx.prange(a.shape[0]):
        t = sum(a[i, j] * A for j in range(a.shape[1]))
        u = any(a[i, j] > 3 for j in range(a.shape[1]))
        out[i] = t + u
        del t
    return out


def par_match(a: pyrx.int64[:], out: pyrx.int64[:]):
    for i in pyrx.prange(a.shape[0]):
        match a[i]:
            case 0 | 1:
                out[i] = 1
            case n if n > 3:
                out[i] = n * 2
            case _:
                out[i] = -1
    return out


def par_directed(a: pyrx.float64[:]):
    total = 0.0
    for i in pyrx.prange(a.shape[0]):
        with pyrx.boundscheck(False):
            total += a[i]
    return total


def match_array(a: pyrx.float64[:]):
    match a:
        case x if x.shape[0] > 2:
            return x[1]
        case y:
            return y[0]


def match_big(n: int):  # level: any
    match n:
        case 99999999999999999999:
            return 1
        case 9223372036854775807:
            return 2
        case 1.0:
            return 3
        case 2j:
            return 4
    return 5


def match_bytes(b: bytes):
    match b:
        case b"x":
            return 1
        case b"" | b"yy":
            return 2
        case _:
            return 3


def match_deep(n: int):
    for i in range(5):
        match i + n:
            case 3 as three:
                match three:
                    case 3 if n == 1:
                        return i
                    case _:
                        pass
            case x if x > 6:
                break
    return x


def del_list(n: int):
    xs = [1, 2]
    del xs
    xs = [3.0]
    return xs[0] + n


def del_in_while(n: int):
    while n > 0:
        y = n
        n -= 1
        del y
    return n


def del_default(n: int = 5):
    m = n
    del n
    return m


def nested_gens(n: int):
    return sum(sum(i * j for j in range(i)) for i in range(n)), max(min(j for j in range(i + 1)) for i in range(n))


def gen_over_string(s: str):  # level: any
    return sum(c == "a" for c in s), any(c > "x" for c in s), [c for c in s if c != "b"]


def gen_unpack(a: pyrx.float64[:]):
    return sum(i * x for i, x in enumerate(a)), min(abs(x - y) for x, y in zip(a, a[1:]))


def gen_tuple(n: int):
    return sum(a * b for a, b in ((1, 2), (3, 4))) + n


def max_bool(a: pyrx.float64[:]):
    return max(x > 1 for x in a), min(x > 1 for x in a)


def sum_complex(zs: list[complex]):  # level: any
    return sum(z for z in zs)


def mixed_ifexp(n: int):
    return sum((i if i % 2 else 0.5) for i in range(n))


def sum_of_str(n: int):  # level: any
    return sum((str(i) for i in range(n)), "")


def directed_loop(a: pyrx.float64[:], n: int):  # level: any
    i = 0
    with pyrx.wraparound(False):
        while i < n:
            with pyrx.boundscheck(True):
                if a[i] > 2:
                    return i
            i += 1
    return a[-1]


def directed_try(a: pyrx.int32, b: pyrx.int32):
    try:
        with pyrx.overflowcheck(True), pyrx.cdivision(False):
            return a * b // (b - 3)
    except OverflowError:
        return 0
    except ZeroDivisionError:
        return 1


def cpow_block(a: pyrx.int32, b: pyrx.int32):
    with pyrx.cpow(True):
        x = a ** b
    return x


# --- calls
(handler(n) for n in (1, 2))
aliases([1, 2])
gen_alias(3)
(powers(n) for n in (0, 25))
consts(2.5)
(deep(i, j, k) for i, j, k in ((0, 1, 1), (-1, 0, -2), (1, 2, 0)))
np_const(3)
big_consts(3)
while_any(f8(6), 1)
(try_gen(f8(3), n) for n in (2, 0))
(gen_in_finally(n) for n in (0, 2))
par(np.arange(6.0).reshape(3, 2), np.zeros(3))
par_match(np.array([0, 1, 2, 5]), np.zeros(4, np.int64))
par_directed(f8(4))
(match_array(a) for a in (f8(4), f8(1), f8(0)))
(match_big(n) for n in (9223372036854775807, 1, 5, 99999999999999999999))
(match_bytes(b) for b in (b"x", b"", b"yy", b"z"))
(match_deep(n) for n in (1, 2, 0, 9))
del_list(2)
del_in_while(3)
del_default()
del_default(7)
nested_gens(4)
nested_gens(0)
(gen_over_string(s) for s in ("", "abcxyz"))
gen_unpack(f8(4))
gen_unpack(f8(1))
gen_tuple(1)
max_bool(f8(4))
(sum_complex(zs) for zs in ([], [1j, 2.0 + 1j]))
(mixed_ifexp(n) for n in (1, 4))
mixed_ifexp(0)  # deviation: 5 -> 0.0
sum_of_str(3)
(directed_loop(f8(5), n) for n in (5, 2, 0))
(directed_try(a, b) for a, b in ((2, 5), (3, 3)))
directed_try(2**30, 7)  # asked: -> 0
cpow_block(2, 5)
