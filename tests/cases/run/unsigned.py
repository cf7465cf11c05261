"""Integers that masks keep within 64 bits, from 2^63 up: variables, parameters, results, and what they meet."""

import numpy as np

MASK = 0xFFFFFFFFFFFFFFFF


def splitmix(state: int) -> int:  # level: native
    state = (state + 0x9E3779B97F4A7C15) & MASK
    z = state
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def xorshift(state: int, count: int) -> int:  # level: native
    for _ in range(count):
        state ^= (state << 13) & MASK
        state ^= state >> 7
        state ^= (state << 17) & MASK
    return state


def lcg_floats(count: int, seed: int):  # level: native
    numbers = []
    state = seed
    for _ in range(count):
        state = (6364136223846793005 * state + 1442695040888963407) & MASK
        numbers.append((state >> 11) / 9007199254740992.0)
    return numbers


def fnv(data: bytes) -> int:  # level: native
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) % 2**64
    return value


def largest(seeds: list[int]) -> int:  # level: native
    best = -1
    for seed in seeds:
        value = splitmix(seed)
        if value > best:
            best = value
    return best


def pick(flag: bool, x: int):  # level: native
    value = (x * 3) & MASK if flag else -1
    return value


def either(x: int, low: bool):  # level: native
    if low:
        return -5
    return (x << 60) & MASK


def signed(x: int) -> int:  # level: native
    value = (x * 0x9E3779B97F4A7C15) & MASK
    if value >= 2**63:
        return value - 2**64
    return value


def remainders(x: int, m: int):  # level: native
    value = (x * 0x9E3779B97F4A7C15) & MASK
    return value % m, value // m, value & 0xFF, value | 1, value ^ m, value >> 60


def arithmetic(x: int):  # level: native
    value = (x * 0x9E3779B97F4A7C15) & MASK
    return value + 1, value - 1, value * 2, -value, ~value, value / 3, value < x, value == x, float(value)


def running(count: int, start: int) -> int:  # level: native
    total = 0
    state = start
    for i in range(count):
        state = (state * 0x5851F42D4C957F2D + i) & MASK
        total = (total + state) & MASK
    return total


def annotated(seed: int) -> int:  # level: native
    state: int = seed
    state = (state * 0x5851F42D4C957F2D + 11) & MASK
    return state


def share(state: int) -> float:  # level: native
    return (state & MASK) / 2**64 + (state & MASK) / 2**63


def shares(x: int):  # level: native
    return x / 2**70, 1.5 / 2**64, (x & MASK) / 3, (x * 7 & MASK) / (x | 1)


def large_constants(x: int):  # level: any
    return 2**64 - 1, 2**70 + x, x < 2**65, (2**64 - 1) & x, 10**30 // 10**29


def two_steps(x: int) -> int:  # level: native
    return splitmix(splitmix(x)) ^ splitmix(x ^ MASK)


# --- calls
(share(x) for x in (0, 1, -1, 2**63, 2**64 - 1, 2**53 + 1))
(shares(x) for x in (0, 1, -1, 3, 2**53 + 1, 2**62 + 1, 2**63 + 1))
(large_constants(x) for x in (0, 5, -1))
(two_steps(x) for x in (0, 1, 2**63, -1))
splitmix(0)
splitmix(1)
splitmix(-1)
splitmix(2**63)
splitmix(2**64 - 1)
splitmix(2**64)
splitmix(2**70 + 3)
splitmix(-2**63)
splitmix(True)
splitmix(np.int64(-3))  # deviation: 1 -> 17824971123127853533
splitmix(np.uint64(2**63 + 5))
splitmix("a")  # refused: TypeError 'state' int
splitmix(1.5)  # refused: TypeError 'state' int
xorshift(1, 20)
xorshift(2**63 + 12345, 20)
xorshift(-1, 3)
xorshift(5, 0)
xorshift(-5, 0)
lcg_floats(10, 7)
lcg_floats(10, 2**64 - 1)
lcg_floats(10, -7)
lcg_floats(0, 7)
fnv(b"")
fnv(b"hello")
largest([])
largest([1, 2, 3])
largest([5])
pick(True, 5)
pick(True, 2**63)
pick(True, 6148914691236517206)
pick(False, 5)
either(3, True)
either(3, False)
either(15, False)
signed(0)
signed(1)
signed(2)
signed(2**63 + 1)
remainders(1, 10)
remainders(3, 1)
remainders(3, -7)
remainders(3, 0)
arithmetic(0)
arithmetic(1)
arithmetic(2)
arithmetic(3)
running(0, 1)
running(50, 1)
running(50, 2**63)
annotated(0)
annotated(1)
annotated(3)
annotated(2**63 + 3)
annotated(-1)
