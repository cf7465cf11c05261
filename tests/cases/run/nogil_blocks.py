"""`with nogil:` blocks: their bodies, with the lock released where the function holds it; thread numbers."""

import pyrx
from pyrx import nogil, prange, threadid


def native(a: pyrx.float64[:]):
    total = 1.5
    with pyrx.nogil:
        for i in range(len(a)):
            total += a[i]
    return total


def returns(a: pyrx.float64[:], x: float):
    with nogil:
        for i in range(len(a)):
            if a[i] == x:
                return i
    return -1


def with_directive(a: pyrx.float64[:]):
    total = 1.5
    with nogil, pyrx.boundscheck(False):
        for i in range(len(a)):
            total += a[i]
    return total


def spread(a: pyrx.float64[:], out: pyrx.float64[:]):
    total = 1.5
    with nogil:
        for i in prange(len(a)):
            out[i] = a[i] * 2
            total += a[i]
    return total


def mixed(a: pyrx.float64[:]):  # level: mixed
    print("before", len(a))
    total = 1.5
    with nogil:
        for i in range(len(a)):
            total += a[i]
            last = i
    print("after", total, last)
    return total


def mixed_exits(a: pyrx.float64[:], x: float):  # level: mixed
    print("start")
    found = 0
    for k in range(3):
        with nogil:
            for i in range(len(a)):
                if a[i] == x:
                    return k, i
                if a[i] == x + 1:
                    break
                if a[i] == x + 2:
                    raise ValueError("found")
            else:
                found += 1
                continue
            found += 10
            if k == 1:
                break
        print("round", k)
    return found, -1


def mixed_stores(a: pyrx.float64[:], b: pyrx.int64[:]):  # level: mixed
    print(len(a))
    with nogil:
        for i in range(len(a)):
            a[i] = 10 // int(b[i])
    print("done")


def mixed_prange(a: pyrx.float64[:], n: int):  # level: mixed
    print(n)
    total = 0
    with nogil:
        for i in prange(n):
            a[i] = 7.0
            total += i
    return total


def mixed_caught(b: pyrx.int64[:]):  # level: mixed
    print("caught")
    total = 0
    try:
        with nogil:
            for i in range(len(b)):
                total += 10 // int(b[i])
    except ZeroDivisionError as error:
        print(error, total)
    return total


def thread_numbers(n: int, threads: int):
    wrong = 0
    for i in prange(n, num_threads=threads):
        t = threadid()
        if t < 0 or t >= threads:
            wrong += 1
    return wrong, threadid()


def sums_by_thread(parts: pyrx.float64[:], a: pyrx.float64[:]):
    for i in prange(len(a), num_threads=len(parts)):
        parts[threadid()] += a[i]
    total = 0.0
    for k in range(len(parts)):
        total += parts[k]
        parts[k] = 0
    return total


# --- calls
(native(f8(n)) for n in (1, 1000))
(returns(f8(900), x) for x in (0.5, 500.5, -1.0))
with_directive(f8(900))
spread(f8(900), np.zeros(900))
(mixed(f8(n)) for n in (1, 900))
mixed(f8(0))
(mixed_exits(np.arange(float(n)), x) for n in (0, 1, 5) for x in (0.0, 3.0, -1.0, -2.0, 90.0))
mixed_stores(np.zeros(5), np.arange(1, 6))
mixed_stores(np.zeros(5), np.array([1, 2, 0, 3, 4]))
mixed_prange(np.zeros(900), 900)
mixed_caught(np.array([1, 2, 5]))
mixed_caught(np.array([1, 2, 0, 5]))
(thread_numbers(n, t) for n in (0, 1, 900) for t in (1, 2, 7))
(sums_by_thread(np.zeros(t), np.arange(3000.0)) for t in (1, 2, 7))
