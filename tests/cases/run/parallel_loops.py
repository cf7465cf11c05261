"""`prange`: schedules, chunks, threads, reductions, private and last-private variables, exceptions.

Sums of floats are of values whose sums are exact, because blocks may be added in another order than the loop's.
"""

import math

import numpy as np
from numpy.typing import NDArray

import pyrx
from pyrx import prange


def fill(out: pyrx.float64[:], k: float):
    for i in prange(out.shape[0]):
        out[i] = i * k


def fill_attribute(out: pyrx.float64[:], k: float):
    for i in pyrx.prange(len(out)):
        out[i] = math.sqrt(i) * k


def start_stop(out: pyrx.int64[:], start: int, stop: int):
    for i in prange(start, stop):
        out[i] = i * i


def start_stop_step(out: pyrx.int64[:], start: int, stop: int, step: int):
    for i in prange(start, stop, step):
        out[i] = i


def backwards(out: pyrx.int64[:]):
    for i in prange(len(out) - 1, -1, -1):
        out[i] = -i


def static(out: pyrx.int64[:]):
    for i in prange(len(out), schedule="static"):
        out[i] = i % 7


def dynamic(out: pyrx.int64[:]):
    for i in prange(len(out), schedule="dynamic"):
        out[i] = i % 7


def guided(out: pyrx.int64[:]):
    for i in prange(len(out), schedule="guided"):
        out[i] = i % 7


def chunked(out: pyrx.int64[:]):
    for i in prange(len(out), schedule="dynamic", chunksize=3):
        out[i] = i % 7


def static_chunked(out: pyrx.int64[:], size: int):
    for i in prange(len(out), schedule="static", chunksize=size):
        out[i] = i % 7


def threads(out: pyrx.int64[:], n: int):
    for i in prange(len(out), num_threads=n):
        out[i] = i % 7


def one_thread(out: pyrx.int64[:]):
    for i in prange(len(out), num_threads=1, nogil=True):
        out[i] = i + 1


def sum_float(a: pyrx.float64[:]):
    total = 0.0
    for i in prange(a.shape[0]):
        total += a[i]
    return total


def sum_int(n: int):
    total = 0
    for i in prange(n):
        total += i
    return total


def sum_int_from(n: int, start: int):
    total = start
    for i in prange(n):
        total += i * i
    return total


def sum_overflow(n: int):
    total = 2**62
    for i in prange(n):
        total += 2**62 + i
    return total


def difference(a: pyrx.float64[:]):
    total = 100.0
    for i in prange(len(a)):
        total -= a[i]
    return total


def product(a: pyrx.float64[:]):
    result = 1.0
    for i in prange(len(a)):
        result *= a[i]
    return result


def bits(a: pyrx.int64[:]):
    every = -1
    some = 0
    parity = 0
    for i in prange(len(a)):
        every &= int(a[i])
        some |= int(a[i])
        parity ^= int(a[i])
    return every, some, parity


def extremes(a: pyrx.float64[:]):
    low = math.inf
    high = -math.inf
    for i in prange(len(a)):
        low = min(low, a[i])
        high = max(high, a[i])
    return low, high


def count(a: pyrx.float64[:], limit: float):
    n = 0
    for i in prange(len(a)):
        if a[i] > limit:
            n += 1
    return n


def two_reductions(a: pyrx.float64[:]):
    n = 0
    total = 0.0
    for i in prange(len(a)):
        n += 1
        total += a[i] * 2
    return n, total


def complex_sum(a: pyrx.complex128[:]):
    total = 0j
    for i in prange(len(a)):
        total += a[i]
    return total


def private(out: pyrx.float64[:]):
    for i in prange(len(out)):
        x = i * 0.5
        y = x + 1
        out[i] = x * y


def last_private(n: int):
    x = -1
    for i in prange(n):
        x = i * 2
    return x


def loop_variable(n: int):
    i = -1
    for i in prange(n):
        pass
    return i


def inner_loops(out: pyrx.float64[:, :]):
    for i in prange(out.shape[0]):
        for j in range(out.shape[1]):
            total = 0.0
            for k in range(j):
                total += i + k * 0.5
            out[i, j] = total


def row_reduction(a: pyrx.float64[:, :], out: pyrx.float64[:]):
    for i in prange(a.shape[0]):
        total = 0.0
        for j in range(a.shape[1]):
            total += a[i, j]
        out[i] = total


def total_of_matrix(a: pyrx.float64[:, :]):
    total = 0.0
    for i in prange(a.shape[0]):
        for j in range(a.shape[1]):
            total += a[i, j]
    return total


def continued(a: pyrx.float64[:]):
    total = 0.0
    for i in prange(len(a)):
        if i % 2:
            continue
        total += a[i]
    return total


def while_inside(out: pyrx.int64[:]):
    for i in prange(len(out)):
        n = i + 1
        steps = 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        out[i] = steps


def helper(x: float, k: int) -> float:
    return x * k + 0.5


def calls_helper(out: pyrx.float64[:]):
    for i in prange(len(out)):
        out[i] = helper(out[i], i)


def row_view(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0]):
        row = a[i]
        for j in range(row.shape[0]):
            row[j] = i * 10 + j


def nested_prange(out: pyrx.int64[:, :]):
    for i in prange(out.shape[0]):
        for j in prange(out.shape[1]):
            out[i, j] = i * 10 + j


def twice(a: pyrx.float64[:]):
    total = 0.0
    for i in prange(len(a)):
        total += a[i]
    for i in prange(len(a)):
        total += a[i] * 2
    return total


def else_clause(n: int):
    total = 0
    for i in prange(n):
        total += i
    else:
        total += 1000
    return total


def division_inside(b: pyrx.int64[:]):
    total = 0
    for i in prange(len(b)):
        total += 100 // int(b[i])
    return total


def index_inside(a: pyrx.float64[:], where: pyrx.int64[:]):
    total = 0.0
    for i in prange(len(where)):
        total += a[where[i]]
    return total


def raise_inside(n: int, bad: int):
    total = 0
    for i in prange(n):
        if i == bad:
            raise ValueError("bad iteration")
        total += i
    return total


def raise_helper(i: int, bad: int) -> int:
    if i == bad:
        raise KeyError("from helper")
    return i


def raise_in_helper(n: int, bad: int):
    total = 0
    for i in prange(n):
        total += raise_helper(i, bad)
    return total


def caught_inside(b: pyrx.int64[:]):
    errors = 0
    for i in prange(len(b)):
        try:
            x = 100 // int(b[i])
        except ZeroDivisionError:
            errors += 1
    return errors


def caught_outside(b: pyrx.int64[:]):
    total = 0
    try:
        for i in prange(len(b)):
            total += 100 // int(b[i])
    except ZeroDivisionError:
        return -1
    return total


def returns_inside(a: pyrx.float64[:], x: float):
    for i in prange(len(a)):
        if a[i] == x:
            return i
    return -1


def wrong_schedule(n: int):  # level: any
    total = 0
    for i in prange(n, schedule="static"):
        total += i
    return total


def scatter(out: pyrx.int64[:], where: pyrx.int64[:]):
    for i in prange(len(where)):
        out[where[i]] = i


def jacobi(a: pyrx.float64[:, ::1], b: pyrx.float64[:, ::1], steps: int):
    for _ in range(steps):
        for i in prange(1, a.shape[0] - 1):
            for j in range(1, a.shape[1] - 1):
                b[i, j] = 0.25 * (a[i - 1, j] + a[i + 1, j] + a[i, j - 1] + a[i, j + 1])
        a, b = b, a
    return a[1, 1]


def over_rank_zero(a: NDArray[np.float64], out: pyrx.float64[:]):  # level: any
    for i in prange(len(out)):
        out[i] = a[()] * i


def scaled_by(out: pyrx.float64[:], k: float, n: int):
    for i in prange(n):
        out[i] = out[i] * k


def sum_single(a: pyrx.float32[:]):
    total = np.float32(0)
    for i in prange(len(a)):
        total += a[i]
    return total


def sum_int8(a: pyrx.int8[:]):
    total = np.int8(0)
    for i in prange(len(a)):
        total += a[i]
    return total


# --- calls
(fill(a, 1.5) for a in (f8(0), f8(1), f8(5), f8(1000), f8(10)[::-2]))
fill(ro(f8(3)), 1.5)  # refused: ValueError 'out'
fill_attribute(f8(100), 2.0)
(start_stop(np.zeros(10, np.int64), i, j) for i in (0, 3, 10) for j in (0, 5, 10))
start_stop(np.zeros(10, np.int64), -3, 0)
(start_stop_step(np.zeros(10, np.int64), i, j, k) for i in (0, 9) for j in (-1, 0, 10) for k in (1, 3, -1, -4))
start_stop_step(np.zeros(10, np.int64), 0, 5, 0)
backwards(np.zeros(7, np.int64))
(static(np.zeros(n, np.int64)) for n in (0, 1, 2, 1001))
(dynamic(np.zeros(n, np.int64)) for n in (0, 1, 2, 1001))
(guided(np.zeros(n, np.int64)) for n in (0, 1, 2, 1001))
(chunked(np.zeros(n, np.int64)) for n in (0, 1, 2, 3, 1001))
(static_chunked(np.zeros(50, np.int64), size) for size in (1, 7, 50, 1000))
(threads(np.zeros(101, np.int64), n) for n in (1, 2, 3, 64))
one_thread(np.zeros(5, np.int64))
(sum_float(a) for a in (f8(0), f8(1), f8(10000), f8(999)[::-1]))  # deviation: 5 -> np.float64(0.0)
sum_float(np.array([1.0, nan, inf]))
(sum_int(n) for n in (0, 1, 100000, -5))
(sum_int_from(n, start) for n in (0, 1000) for start in (0, 7))
(sum_overflow(n) for n in (0, 1, 5))
(difference(a) for a in (f8(0), f8(100)))  # deviation: 5 -> np.float64(100.0)
(product(a) for a in (np.array([2.0, 0.5, 4.0]), np.full(10, 2.0)))
(bits(np.array(a, np.int64)) for a in ([], [6], [6, 3, 12], list(range(100))))
(extremes(a) for a in (f8(1), f8(500)[::-1], np.array([2.0, -inf, inf])))
(count(a, 5.0) for a in (f8(0), f8(3), f8(300)))
two_reductions(f8(50))
complex_sum(np.arange(10) * (1 + 0.5j))
private(np.zeros(20))
(last_private(n) for n in (0, 1, 1000))
(loop_variable(n) for n in (0, 1, 1000))
inner_loops(np.zeros((8, 5)))
row_reduction(f8(6, 4), np.zeros(6))
row_reduction(f8(4, 6).T, np.zeros(6))
total_of_matrix(f8(30, 20))
continued(f8(11))
while_inside(np.zeros(50, np.int64))
calls_helper(f8(30))
row_view(np.zeros((5, 3)))
nested_prange(np.zeros((4, 3), np.int64))
twice(f8(40))
(else_clause(n) for n in (0, 10))
division_inside(np.arange(1, 200))
division_inside(np.where(np.arange(200) == 77, 0, 5))
index_inside(f8(10), np.arange(10)[::-1])
index_inside(f8(10), np.where(np.arange(300) == 222, 10, 3))
(raise_inside(n, bad) for n in (0, 10, 1000) for bad in (-1, 5, 999))
(raise_in_helper(n, bad) for n in (10, 1000) for bad in (-1, 5, 999))
caught_inside(np.array([1, 0, 2, 0, 5]))
caught_outside(np.array([1, 0, 2]))
caught_outside(np.array([1, 4, 2]))
(returns_inside(f8(100), x) for x in (40.5, 0.5, -1.0))
wrong_schedule(10)
scatter(np.zeros(100, np.int64), np.random.default_rng(0).permutation(100))
jacobi(np.eye(8), np.zeros((8, 8)), 0)
jacobi(np.eye(8), np.zeros((8, 8)), 5)
over_rank_zero(np.array(0.5), f8(4))
over_rank_zero(ro(np.array(nan)), f8(4))
over_rank_zero(np.array(0.5), f8(0))
scaled_by(f8(4), np.array(0.5), np.array(3))
scaled_by(f8(4), np.float32(0.1), np.int8(4))
scaled_by(f8(4), 0.5, 5)
scaled_by(rev(f8(4)), nan, 4)
(sum_single(view(np.array([0.5, 2.5, 1.0], np.float32))) for view in (ro, rev, every2))
sum_single(np.zeros(0, np.float32))
sum_single(zero_stride(np.float32(0.5), 9))
(sum_int8(view(np.array([100, 100, -7], np.int8))) for view in (ro, rev, every2))
sum_int8(np.zeros(0, np.int8))
