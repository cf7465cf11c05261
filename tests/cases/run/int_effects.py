"""Exact integers in functions with effects: what leaves 64 bits before the first of them runs again in the interpreter."""

import numpy as np
import pyrx
from pyrx import prange

MASK = 0xFFFFFFFFFFFFFFFF


def first_iteration(a: pyrx.int64[:], n: int, big: int):
    for i in range(n):
        x = big * big
        a[i] = x % 7
    return n


def later_iteration(a: pyrx.int64[:], n: int, big: int):
    for i in range(n):
        a[i] = i
        big = big * big
    return big


def aliased_store(a: pyrx.int64[:], b: pyrx.int64[:], big: int):
    for i in range(len(a)):
        x = b[i] * big
        a[i] = x % 7
    return int(b[0])


def skipped_store(a: pyrx.int64[:], n: int, big: int):
    for i in range(n):
        if i % 4 == 3:
            a[i] = i
        big = big * 1000
    return big


def left_before_store(a: pyrx.int64[:], n: int, big: int):
    for i in range(n):
        if i == 0:
            continue
        if i > 2:
            break
        big *= big
        a[i] = big % 1000
    return big


def nested_store(a: pyrx.int64[:, :], n: int, big: int):
    for i in range(n):
        for j in range(i):
            big = big * big
            a[i, j] = big % 10
    return big


def no_iteration_then_more(a: pyrx.int64[:], n: int, big: int):
    for i in range(n):
        a[i] = 1
    return big * big


def loop_in_try(a: pyrx.int64[:], n: int, big: int):
    total = 0
    try:
        for i in range(n):
            total += big * big
            a[i] += 1
    except IndexError:
        total = -1
    finally:
        total += 1
    return total


def caught_then_grows(a: pyrx.int64[:], n: int, big: int):
    try:
        for i in range(n):
            a[i + 2] = i
    except IndexError:
        pass
    return big * big


def counted_down(a: pyrx.int64[:], n: int, big: int):
    for i in range(n - 1, -1, -2):
        big *= big
        a[i] = big % 3
    return big


def swapped(a: pyrx.int64[:], n: int, big: int):
    while n > 0:
        big = big * big
        a[n - 1], a[0] = a[0], n
        n -= 1
    return big


def store_one(a: pyrx.int64[:], i: int, big: int) -> int:
    x = big * big
    a[i] = x % 7
    return x


def calls_that_store(a: pyrx.int64[:], n: int, big: int):
    total = 0
    for i in range(n):
        total = store_one(a, i, big + i)
    return total


def recursive_store(a: pyrx.int64[:], n: int, big: int) -> int:
    if n == 0:
        return big
    result = recursive_store(a, n - 1, big * big)
    a[n - 1] = n
    return result


def generated(a: pyrx.int64[:], n: int, big: int):
    total = sum(big * big for i in range(n))
    for i in range(n):
        a[i] = i
        total += sum(j * big for j in range(i))
    return total


def parallel_first(a: pyrx.int64[:], n: int, big: int):
    for i in prange(n):
        x = big * big
        a[i] = x % 7
    return n


def parallel_no_store(a: pyrx.int64[:], n: int, big: int):
    for i in prange(n):
        if i > 1000:
            a[i] = i
    return big * big


def parallel_nested(a: pyrx.int64[:, :], n: int, big: int):
    for i in prange(n):
        for j in range(n):
            a[i, j] = big * big % 7
    return n


def parallel_then_more(a: pyrx.int64[:], n: int, big: int):
    for i in prange(n):
        a[i] = i
    return big * big


def hash_after(out: pyrx.int64[:], x: int):
    out[0] = 1
    h = 0xCBF29CE484222325
    h = ((h ^ x) * 0x100000001B3) & MASK
    return h


def state_after(out: pyrx.int64[:], seed: int):
    for i in range(len(out)):
        out[i] = i
    s = seed
    for i in range(len(out)):
        s = (s * 6364136223846793005 + 1442695040888963407) & MASK
        out[i] = s >> 33
    return s


def mixed_after(out: pyrx.int64[:], x: int):
    out[0] = 1
    h = (x * 31) & MASK
    if h > x:
        return h ^ x
    return h | x


def anded_after(out: pyrx.int64[:], n: int):
    total = 0
    for i in range(n):
        out[i] = i
        h = (i * 0x9E3779B97F4A7C15) & MASK
        total += (h & (i - 3)) % 1000
        total += (h & -2) % 1000
    return total


def mix(x: int) -> int:
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    return x ^ (x >> 27)


def mixes_after(out: pyrx.int64[:], x: int):
    out[0] = 5
    return mix(x) >> 1, mix(x ^ MASK) % 7, mix(mix(x))


def passed_on(out: pyrx.int64[:], x: int, n: int):
    for i in range(n):
        out[i] = 1
        if i > 2:
            return combine(x, i)
    return x


def combine(x: int, i: int):
    h = (i * 0x9E3779B97F4A7C15) & MASK
    return h ^ x


def declared(out: pyrx.int64[:], x: int) -> int:
    out[0] = 1
    h: int = 0xCBF29CE484222325
    h = (h ^ x) * 0x100000001B3 & MASK
    low: int = h & 0xFF
    return h ^ low


def shifted_after(out: pyrx.int64[:], x: int, by: int):
    out[0] = 1
    h = (x * 0x9E3779B97F4A7C15) & MASK
    return h >> (by - 1)


def shifted_in_try(out: pyrx.int64[:], x: int, n: int):  # level: mixed
    h = (x * 0x9E3779B97F4A7C15) & MASK
    total = 0
    for i in range(n):
        out[i] = 1
        try:
            total ^= h >> (2 - i)
        except ValueError as error:
            out[i] = len(str(error))
    return total


def constants_after(out: pyrx.int64[:], n: int):
    out[0] = 1
    if n < 2**63 - 1 and n > -(2**63) + 1:
        out[0] += n & (2**63 - 1) % 1000
    return (7 * 2**64 - 1) % 1000003 & 0xFFFF, 2**64 - 2**64 + 3


def folded_store(out: pyrx.int64[:], n: int):
    out[0] += ((7 * 2**64 - 1) % 1000003) & 0xFFFF
    out[0] += ((2**53 + 2**64 - 1) % 2**32 * n) & 0xFF
    return n


def counted_below_zero(out: pyrx.int64[:], x: int, n: int):
    h = (x * 0x9E3779B97F4A7C15) & 0x7FFFFFFFFFFFFFFF % 2**64
    for i in range(n):
        out[i] = i
        h %= i + 1
        h -= 31
    return h


def against_negatives(out: pyrx.int64[:], x: int):
    h = (x * 0x9E3779B97F4A7C15) & MASK
    out[0] = 1
    return (h >> 1) // -7, (h >> 2) % -7, (h >> 3) ^ -2, -3 | (h >> 4), -5 // (h >> 7 | 1), (h >> 5) / -2


def listed_with_negatives(out: pyrx.int64[:], x: int):
    h = (x * 0x9E3779B97F4A7C15) & MASK
    out[0] = 1
    return sum([-1, h >> 1, 7]), [h >> 2, -4]


def store_at(a: pyrx.int64[:], n: int, at: int):
    for i in range(n):
        a[i + at] = i


def caught_before_store(a: pyrx.int64[:], n: int, at: int, big: int):
    try:
        store_at(a, n, at)
    except IndexError:
        pass
    return big * big


def store_in_parallel(a: pyrx.int64[:], n: int, at: int):
    for i in prange(n):
        a[i + at] = i


def caught_in_parallel(a: pyrx.int64[:], n: int, at: int, big: int):
    try:
        store_in_parallel(a, n, at)
    except IndexError:
        n = 0
    return big * big + n


def through(a: pyrx.int64[:], n: int, at: int) -> int:
    store_at(a, n, at)
    return n


def caught_further_out(a: pyrx.int64[:], n: int, at: int, big: int):
    for k in range(2):
        try:
            big += through(a, n, at)
        except IndexError:
            big *= big
    return big


def finally_before_store(a: pyrx.int64[:], n: int, at: int, big: int):
    try:
        through(a, n, at)
    finally:
        return big * big


def raised_while_waiting(a: pyrx.int64[:], n: int, big: int):
    x = 1
    try:
        a[0] += 1
        x = big * big
    finally:
        if n == 1:
            x = unbound
        elif n == 2:
            raise ValueError("n")
        elif n == 3:
            a[n] = 1
        unbound = x
    return unbound


# --- calls
(caught_before_store(np.zeros(3, np.int64), n, at, 2**32) for n, at in ((3, 5), (1, -4)))
caught_before_store(np.zeros(3, np.int64), 3, 1, 2**32)  # deviation: 3 raises OverflowError
(caught_in_parallel(np.zeros(3, np.int64), n, at, 2**32) for n, at in ((1, 5),))
caught_in_parallel(np.zeros(3, np.int64), 3, 0, 2**32)  # deviation: 3 raises OverflowError
(caught_further_out(np.zeros(3, np.int64), n, at, big) for n, at in ((0, 0), (3, 5), (1, -4)) for big in (2, 2**20))
caught_further_out(np.zeros(3, np.int64), 3, 1, 2**32)  # deviation: 3 raises OverflowError
(finally_before_store(np.zeros(3, np.int64), n, at, 2**32) for n, at in ((3, 5),))
finally_before_store(np.zeros(3, np.int64), 3, 1, 2**32)  # deviation: 3 raises OverflowError
(raised_while_waiting(np.zeros(2, np.int64), n, 5) for n in range(4))
raised_while_waiting(np.zeros(2, np.int64), 0, 2**32)  # deviation: 3 raises OverflowError
raised_while_waiting(np.zeros(2, np.int64), 1, 2**32)  # deviation: 3 raises OverflowError
raised_while_waiting(np.zeros(2, np.int64), 2, 2**32)  # deviation: 3 raises OverflowError
raised_while_waiting(np.zeros(2, np.int64), 3, 2**32)  # deviation: 3 raises OverflowError
(constants_after(np.zeros(1, np.int64), n) for n in (0, 5, -5, 2**63 - 1, -2**63, 2**63))
(folded_store(np.zeros(1, np.int64), n) for n in (0, 5, -5, 2**63 - 1))
(counted_below_zero(np.zeros(4, np.int64), x, n) for x in (0, 5, -5) for n in (0, 1, 4))
(against_negatives(np.zeros(1, np.int64), x) for x in (0, 1, 2, 7, -1))
(listed_with_negatives(np.zeros(1, np.int64), x) for x in (0, 1, 2, -1))
(first_iteration(np.zeros(4, np.int64), n, big) for n in (0, 3) for big in (0, 5, 2**31, 2**32, -2**32, 2**63, 2**40))
(first_iteration(np.zeros(4, np.int64)[::-1], 3, big) for big in (5, 2**32))
(later_iteration(np.zeros(4, np.int64), n, 2**31) for n in (0, 1))
(aliased_store((a := np.arange(1, 5)), a, big) for big in (3, 2**62, 2**70))
(aliased_store((a := np.arange(1, 5)), rev(a), big) for big in (3, 2**61))
later_iteration(np.zeros(4, np.int64), 1, 2**32)  # deviation: 3 raises OverflowError
(skipped_store(np.zeros(9, np.int64), n, big) for n in (0, 3, 4) for big in (1, 2**60, -2**62))
skipped_store(np.zeros(9, np.int64), 5, 2**45)  # deviation: 3 raises OverflowError
(left_before_store(np.zeros(4, np.int64), n, big) for n in (0, 1, 2, 4) for big in (3, 2**32))
left_before_store(np.zeros(4, np.int64), 4, 2**20)  # deviation: 3 raises OverflowError
(nested_store(np.zeros((4, 4), np.int64), n, big) for n in (0, 1, 2, 4) for big in (1, 2**32))
(no_iteration_then_more(np.zeros(4, np.int64), n, 2**32) for n in (0, -3))
no_iteration_then_more(np.zeros(4, np.int64), 2, 2**32)  # deviation: 3 raises OverflowError
(loop_in_try(np.zeros(2, np.int64), n, big) for n in (0, 1, 3) for big in (3, 2**32))
caught_then_grows(np.zeros(2, np.int64), 3, 2**32)
caught_then_grows(np.zeros(3, np.int64), 3, 2**32)  # deviation: 3 raises OverflowError
(counted_down(np.zeros(4, np.int64), n, big) for n in (0, 1, 4) for big in (2, 2**32))
(swapped(np.zeros(4, np.int64), n, big) for n in (0, 1, 3) for big in (2, 2**32))
(store_one(np.zeros(4, np.int64), i, big) for i in (0, 4) for big in (2, 2**32))
(calls_that_store(np.zeros(4, np.int64), n, big) for n in (0, 1, 3) for big in (2, 2**32))
calls_that_store(np.zeros(4, np.int64), 3, 3037000499)  # deviation: 3 raises OverflowError
(recursive_store(np.zeros(4, np.int64), n, big) for n in (0, 1, 3, 5) for big in (2, 2**32))
(generated(np.zeros(4, np.int64), n, big) for n in (0, 1, 4) for big in (2, 2**32, 2**62))
(parallel_first(np.zeros(4, np.int64), n, big) for n in (0, 3) for big in (5, 2**32))
(parallel_first(np.zeros(5000, np.int64), 5000, big) for big in (5, 2**32))
(parallel_no_store(np.zeros(n, np.int64), n, 2**32) for n in (0, 3, 1001))
parallel_no_store(np.zeros(5000, np.int64), 5000, 2**32)  # deviation: 3 raises OverflowError
(parallel_nested(np.zeros((40, 40), np.int64), 40, big) for big in (5, 2**32))
(parallel_then_more(np.zeros(4, np.int64), n, 2**32) for n in (0,))
parallel_then_more(np.zeros(4, np.int64), 1, 2**32)  # deviation: 3 raises OverflowError
(hash_after(np.zeros(1, np.int64), x) for x in (0, 5, -1, -2**63, 2**63 - 1, 2**63, 2**64 - 1, 2**64, -2**64, 2**70 + 1))
(hash_after(np.zeros(0, np.int64), x) for x in (5, -1))
(state_after(np.zeros(n, np.int64), x) for n in (0, 3) for x in (0, 5, -1, -2**63, 2**63, 2**64 - 1, 2**65))
(mixed_after(np.zeros(1, np.int64), x) for x in (0, 5, -1, -2**63, 2**63 - 1, 2**63, 2**64 - 1, 2**64, -2**64))
(anded_after(np.zeros(9, np.int64), n) for n in (0, 2, 9))
(mix(x) for x in (0, 5, -1, 2**63, 2**64 - 1, -2**63))
(mixes_after(np.zeros(1, np.int64), x) for x in (0, 5, -1, -2**63, 2**63, 2**64 - 1, 2**64))
(passed_on(np.zeros(5, np.int64), x, n) for x in (0, 5, -1, -2**63, 2**63, 2**64 - 1) for n in (0, 3, 5))
(declared(np.zeros(1, np.int64), x) for x in (0, 5, -1, 2**63, 2**64 - 1, -2**63))
(shifted_after(np.zeros(1, np.int64), x, by) for x in (0, 5, -1, 2**63) for by in (0, 1, 2, 64, 65, 100, 2**62, -2**62))
(shifted_in_try(np.zeros(6, np.int64), x, 6) for x in (0, 5, 2**63))
