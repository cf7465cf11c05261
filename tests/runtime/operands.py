"""Operands that matter, and random ones of every magnitude. Seeded: a failure comes back."""

from __future__ import annotations

import itertools
import math
import random
import struct

from kernels import INTEGERS

FLOATS = [
    0.0, -0.0, 5e-324, -5e-324, 2.2250738585072009e-308, 2.2250738585072014e-308, 1e-300, 1e-20, 1e-17, 1e-16, 1e-10,
    1e-8, 0.001, 0.1, 0.2, 0.25, 0.3, 1 / 3, 0.49999999999999994, 0.5, 0.5000000000000001, 0.75, 0.9999999999999999, 1.0,
    1.0000000000000002, 1.5, 2.0, 2.5, 2.675, math.e, 3.0, math.pi, 3.5, 4.0, 5.0, 7.0, 10.0, 20.0, 22.0, 23.0, 23.5,
    24.0, 99.5, 100.0, 101.0, 139.9, 140.5, 171.6, 171.7, 180.0, 200.0, 200.5, 709.78, 709.79, 710.5, 745.2, 1000.0,
    1023.0, 1024.0, 1074.0, 12345.678, 1e10, 4503599627370495.5, 4503599627370496.0, 9007199254740991.0,
    9007199254740992.0, 9007199254740994.0, 1e17, 9.223372036854775e18, 9.223372036854776e18, 1.8446744073709552e19,
    1e22, 1e23, 1e100, 1e150, 1e154, 1.3407807929942597e154, 1e200, 1e300, 1.7976931348623157e308, math.inf, math.nan,
]  # fmt: skip
FLOATS += [-x for x in FLOATS if x > 0]


def generator(seed: str) -> random.Random:
    return random.Random(seed)


def random_float(rng: random.Random) -> float:
    """Any bits, a moderate number, an integer, or a short decimal."""
    choice = rng.randrange(6)
    if choice == 0:
        return struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]
    if choice == 1:
        return float(rng.randint(-1000, 1000))
    if choice == 2:
        return rng.randint(-(10**6), 10**6) / 10 ** rng.randint(0, 6)
    if choice == 3:
        return rng.gauss(0, 1)
    if choice == 4:
        return math.ldexp(rng.uniform(-1, 1), rng.randint(-60, 60))
    return rng.uniform(-50, 50)


def floats(arity: int, count: int, seed: str = "floats") -> list[tuple]:
    """Calls with that many floats: the edge values (all pairs), then random ones."""
    rng = generator(seed)
    if arity <= 2:
        calls = list(itertools.product(FLOATS, repeat=arity))
    else:
        calls = [tuple(rng.choice(FLOATS) for _ in range(arity)) for _ in range(count)]
    return calls + [tuple(random_float(rng) for _ in range(arity)) for _ in range(count)]


def integer_edges(kind: str) -> list[int]:
    signed, bits = INTEGERS[kind]
    low, high = (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) if signed else (0, (1 << bits) - 1)
    near = [low, low + 1, low + 2, high - 2, high - 1, high, low // 2, high // 2, high // 2 + 1, high // 3]
    near += [*range(-20, 21), 31, 32, 33, 62, 63, 64, 65, 100, 127, 128, 1000, 10**9, 3037000499, 3037000500, 2**62]
    near += [2**53 - 1, 2**53, 2**53 + 1, 2**54 + 3, 10**18, -(2**53) - 1, -(10**18), 2**63 + 1025, 2**40]
    return sorted({x for x in near if low <= x <= high})


def random_integer(rng: random.Random, kind: str) -> int:
    """Of any number of bits."""
    signed, bits = INTEGERS[kind]
    size = rng.getrandbits(rng.randint(1, bits - signed))
    return -size if signed and rng.random() < 0.5 else size


def integers(kind: str, arity: int, count: int, seed: str = "integers") -> list[tuple]:
    """Calls with that many integers of one representation."""
    rng = generator(seed + kind)
    edges = integer_edges(kind)
    calls = list(itertools.product(edges, repeat=arity)) if arity <= 2 else []
    calls += [tuple(rng.choice(edges) for _ in range(arity)) for _ in range(count)]
    return calls + [tuple(random_integer(rng, kind) for _ in range(arity)) for _ in range(count)]


def complexes(arity: int, count: int, seed: str = "complex") -> list[tuple]:
    rng = generator(seed)
    few = [0.0, -0.0, 1.0, -1.0, 2.0, 0.5, -3.0, 100.0, 1e-200, 1e200, 1e308, math.inf, -math.inf, math.nan]
    edges = [complex(re, im) for re in few for im in few]
    if arity == 1:
        calls = [(z,) for z in edges]
    else:
        calls = [tuple(rng.choice(edges) for _ in range(arity)) for _ in range(count)]
        whole = [complex(n) for n in range(-102, 103)]
        calls += [(complex(random_float(rng), random_float(rng)), rng.choice(whole)) for _ in range(count)]
    return calls + [tuple(complex(random_float(rng), random_float(rng)) for _ in range(arity)) for _ in range(count)]
