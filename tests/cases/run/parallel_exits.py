"""`break`, `return` and exceptions out of `prange`: what a loop in order gives, for every schedule and number of threads.

Array stores of iterations behind the one that leaves may have happened; nothing here stores before it leaves.
"""

import pyrx
from pyrx import prange


def first_index(a: pyrx.float64[:], x: float, threads: int):
    for i in prange(len(a), num_threads=threads):
        if a[i] == x:
            return i
    return -1


def first_dynamic(a: pyrx.float64[:], x: float):
    for i in prange(len(a), schedule="dynamic", chunksize=3):
        if a[i] == x:
            return i
    return -1


def first_guided(a: pyrx.float64[:], x: float):
    for i in prange(len(a), schedule="guided", chunksize=1000):
        if a[i] == x:
            return i
    return -1


def returns_pair(a: pyrx.float64[:], x: float):
    for i in prange(len(a)):
        if a[i] > x:
            return i, float(a[i])
    return -1, 0.0


def returns_nothing(a: pyrx.float64[:], x: float):
    total = 0.0
    for i in prange(len(a)):
        if a[i] > x:
            return
        total += a[i]


def returns_argument(a: pyrx.float64[:], x: float):
    for i in prange(len(a)):
        if a[i] > x:
            return a
    return a[1:]


def returns_row(a: pyrx.float64[:, :], x: float):
    for i in prange(a.shape[0]):
        row = a[i]
        if row[0] > x:
            return row
    return a[0]


def breaks(a: pyrx.float64[:], x: float, threads: int):
    i = -1
    for i in prange(len(a), num_threads=threads):
        if a[i] >= x:
            break
    return i


def break_sum(a: pyrx.float64[:], x: float, threads: int):
    total = 0.0
    n = 0
    for i in prange(len(a), num_threads=threads):
        if a[i] >= x:
            break
        total += a[i]
        n += 1
    return total, n


def break_after_sum(n: int, stop: int):
    total = 0
    for i in prange(n):
        total += i
        if i == stop:
            break
    return total


def break_private(n: int, stop: int):
    before = -5
    after = -6
    for i in prange(n):
        before = i
        if i == stop:
            break
        after = i * 10
    return before, after


def break_else(a: pyrx.float64[:], x: float):
    found = 0
    for i in prange(len(a)):
        if a[i] == x:
            break
    else:
        found = 100
    return found


def break_else_return(a: pyrx.float64[:], x: float):
    for i in prange(len(a)):
        if a[i] == x:
            break
        if a[i] == x + 1:
            return -7
    else:
        return 1
    return 2


def break_and_raise(n: int, stop: int, bad: int):
    total = 0
    for i in prange(n):
        if i == bad:
            raise ValueError("bad iteration")
        if i == stop:
            break
        total += 1
    return total


def return_or_raise(n: int, stop: int, bad: int, threads: int):
    for i in prange(n, num_threads=threads):
        if i == stop:
            return i
        if i == bad:
            raise KeyError(i)
    return -1


def break_inner(n: int, m: int):
    total = 0
    for i in prange(n):
        for j in range(m):
            if j > i:
                break
            total += 1
        else:
            total += 1000
    return total


def return_from_inner(a: pyrx.int64[:, :], x: int):
    for i in prange(a.shape[0]):
        for j in range(a.shape[1]):
            if a[i, j] == x:
                return i * 1000 + j
    return -1


def break_in_while(n: int, stop: int):
    steps = 0
    for i in prange(n):
        k = 0
        while True:
            k += 1
            if k > i % 5:
                break
        steps += k
        if i == stop:
            break
    return steps


def nested_break(n: int, m: int, stop: int):
    total = 0
    for i in prange(n):
        for j in prange(m):
            if j == stop:
                break
            total += 1
        if i == stop:
            break
    return total


def nested_return(n: int, m: int, x: int):
    for i in prange(n):
        for j in prange(m):
            if i * m + j == x:
                return i, j
    return -1, -1


def continue_and_break(n: int, stop: int):
    total = 0
    for i in prange(n):
        if i % 3 == 0:
            continue
        if i > stop:
            break
        total += i
    return total


def backwards(n: int, stop: int):
    last = 0
    for i in prange(n, -1, -3):
        last = i
        if i < stop:
            break
    return last


def runtime_step(n: int, step: int, stop: int):
    last = -1
    for i in prange(0, n, step):
        if i * i > stop:
            break
        last = i
    return last


def break_in_try(n: int, stop: int):
    cleaned = 0
    for i in prange(n):
        try:
            if i == stop:
                break
        finally:
            cleaned += 1
    return cleaned


def return_in_try(b: pyrx.int64[:], stop: int):
    errors = 0
    for i in prange(len(b)):
        try:
            if b[i] == stop:
                return i
            x = 100 // int(b[i])
        except ZeroDivisionError:
            errors += 1
    return -errors


def try_around(n: int, bad: int, stop: int):
    try:
        for i in prange(n):
            if i == stop:
                return i
            if i == bad:
                raise ValueError
    except ValueError:
        return -2
    finally:
        n = 0
    return -1


def finally_around(n: int, stop: int):
    total = 0
    for k in range(3):
        try:
            for i in prange(n):
                if i == stop + k:
                    break
                total += 1
        finally:
            total += 1000
    return total


def outer_continue(n: int, stop: int):
    total = 0
    for k in range(4):
        for i in prange(n):
            if i == stop * k:
                break
            total += 1
        else:
            continue
        total += 100
    return total


def overflow_behind(n: int, stop: int):
    total = 0
    for i in prange(n):
        if i == stop:
            break
        total += 2**61
    return total


def bound_by_loop(n: int, stop: int):
    for i in prange(n):
        if i == stop:
            found = i
            break
    return found


def stores_before(out: pyrx.int64[:], stop: int):
    for i in prange(len(out)):
        out[i] = i
        if i == stop:
            break
    return out[: stop + 1].copy()


def finder(n: int, x: int) -> int:
    for i in prange(n):
        if i * i >= x:
            return i
    return n


def calls_finder(n: int):
    total = 0
    for i in prange(n):
        total += finder(n, i)
    return total


def finder_in_loop(out: pyrx.int64[:]):
    for i in prange(len(out)):
        out[i] = finder(len(out), i)


# --- calls
(first_index(f8(n), x, t) for n in (0, 1, 2000) for x in (0.5, 1.5, 1000.5, -1.0) for t in (1, 2, 3, 7))
first_index(np.ones(5000), 1.0, 2)
(first_dynamic(f8(n), x) for n in (0, 5, 2000) for x in (0.5, 3.5, 1999.5, -1.0))
(first_guided(f8(n), x) for n in (0, 5, 2000) for x in (0.5, 3.5, 1999.5, -1.0))
(returns_pair(f8(900), x) for x in (-1.0, 10.0, 898.7, 1e9))
(returns_nothing(f8(900), x) for x in (-1.0, 10.0, 898.7, 1e9))
(returns_argument(f8(30), x) for x in (-1.0, 10.0, 1e9))
(returns_row(f8(30, 3), x) for x in (-1.0, 10.0, 1e9))
(breaks(f8(n), x, t) for n in (0, 1, 3000) for x in (0.0, 0.5, 700.0, 1e9) for t in (1, 2, 3, 7))
(break_sum(np.arange(float(n)), x, t) for n in (1, 3000) for x in (0.5, 700.0, 1e9) for t in (1, 2, 3, 7))
break_sum(f8(700), 0.5, 2)  # deviation: 5 -> (np.float64(0.0), 0)
(break_after_sum(n, stop) for n in (0, 1, 5000) for stop in (0, 1, 17, 4999, -1))
(break_private(n, stop) for n in (0, 1, 5000) for stop in (0, 1, 17, 4999, -1))
(break_else(f8(n), x) for n in (0, 1, 1000) for x in (0.5, 999.5, -1.0))
(break_else_return(np.arange(float(n)), x) for n in (0, 1, 1000) for x in (0.0, 5.0, 999.0, -1.0, 7.5))
(break_and_raise(3000, stop, bad) for stop in (-1, 5, 1500) for bad in (-1, 4, 6, 1499, 2900))
(return_or_raise(3000, stop, bad, t) for stop in (-1, 5, 1500) for bad in (-1, 4, 6, 1499, 2900) for t in (1, 2))
(break_inner(n, m) for n in (0, 5, 700) for m in (0, 1, 4))
(return_from_inner(np.arange(1200).reshape(400, 3), x) for x in (0, 1, 599, 1199, -1))
(break_in_while(n, stop) for n in (0, 3, 2000) for stop in (-1, 0, 999))
(nested_break(n, m, stop) for n in (0, 3, 600) for m in (0, 2, 50) for stop in (-1, 0, 30))
(nested_return(300, 40, x) for x in (0, 39, 40, 11999, -1))
(continue_and_break(n, stop) for n in (0, 2, 3000) for stop in (-1, 0, 1700))
(backwards(n, stop) for n in (-1, 0, 4000) for stop in (-1, 0, 1, 3999))
(runtime_step(n, step, stop) for n in (0, 3000, -3000) for step in (1, 7, -1, -7) for stop in (-1, 0, 10**6))
runtime_step(10, 0, 5)
(break_in_try(2000, stop) for stop in (-1, 0, 1234))
(return_in_try(np.arange(-900, 900), stop) for stop in (-900, 0, 500, 5000))
(try_around(2000, bad, stop) for bad in (-1, 0, 1500) for stop in (-1, 0, 1499, 1501))
(finally_around(2000, stop) for stop in (-5, 0, 1500))
(outer_continue(1000, stop) for stop in (0, 100, 400))
(overflow_behind(2000, stop) for stop in (0, 3, 4, 1000, -1))
(bound_by_loop(n, stop) for n in (0, 5, 2000) for stop in (-1, 0, 1999))
stores_before(np.zeros(700, np.int64), 699)
calls_finder(200)
finder_in_loop(np.zeros(100, np.int64))
