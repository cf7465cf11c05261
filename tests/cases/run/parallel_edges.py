"""Edge cases of `prange` and `with nogil`: strides, read-only and shared memory, what does not fit 64 bits, wrong types."""

import pyrx
from pyrx import prange


def least(a: pyrx.float64[:], threads: int):
    best = 1e300
    for i in prange(len(a), num_threads=threads):
        best = min(best, float(a[i]))
    return best


def halves(a: pyrx.float64[:], out: pyrx.float64[:], threads: int):
    last = -1.0
    for i in prange(len(a), num_threads=threads):
        half = a[i] / 2
        if half > 10:
            last = float(half)
        out[i] = half
    return last


def first_meeting(a: pyrx.float64[:], b: pyrx.float64[:], threads: int):
    """The first index at which `a` and `b` backwards agree."""
    for i in prange(len(a), num_threads=threads):
        if a[i] == b[len(b) - 1 - i]:
            return i
    return -1


def shifted(a: pyrx.int64[:], b: pyrx.int64[:], k: int):
    with pyrx.nogil:
        for i in range(len(a)):
            a[i] = b[len(b) - 1 - i] + k
    return int(a[0])


def total_after(a: pyrx.int64[:], k: int):  # level: any
    names = ["total"]
    total = 0
    with pyrx.nogil:
        for i in range(len(a)):
            total += a[i] * k
    names.append("ends")
    return names, int(total)


def power_before(n: int, log):  # level: any
    with pyrx.nogil:
        big = n * n * n * n
    log.append(1)
    return big


# --- calls
(least(x, t) for x in (f8(0), f8(900), rev(f8(900)), ro(f8(900)), rev(ro(f8(9)))) for t in (1, 2, 7))
least(i8(4), 2)  # refused: TypeError 'a'
least(f8(4), 1.5)  # refused: TypeError 'threads'
(halves(x, np.zeros(900), t) for x in (f8(900), rev(f8(900)), ro(f8(900))) for t in (1, 2, 7))
(halves((a := f8(900)), a, t) for t in (1, 2))
(halves(rev(b := f8(900)), rev(b), t) for t in (1, 2))
halves(f8(4), ro(f8(4)), 2)  # refused: ValueError 'out'
halves(f8(4), [0.0] * 4, 2)  # refused: TypeError 'out'
(first_meeting((a := np.arange(n * 1.0)), a, t) for n in (0, 1, 8, 901) for t in (1, 2, 7))
(first_meeting((a := np.arange(901.0)), rev(a), t) for t in (1, 2, 7))
(first_meeting(ro(f8(901)), rev(f8(901)), t) for t in (1, 2))
first_meeting(f8(4), 1.0, 2)  # refused: TypeError 'b'
(shifted(np.arange(5), np.arange(n), k) for n in (5, 7) for k in (0, -3))
(shifted(a, a, 1) for a in (np.arange(6), rev(np.arange(6))))
(shifted((a := np.arange(8))[2:], a[:6], 1) for _ in range(1))
shifted(np.arange(4), ro(np.arange(4)), 2)
shifted(ro(np.arange(4)), np.arange(4), 2)  # refused: ValueError 'a'
shifted(np.arange(4.0), np.arange(4), 2)  # refused: TypeError 'a'
shifted(np.arange(4), np.arange(4), 1.5)  # refused: TypeError 'k'
(total_after(x, 3) for x in (np.arange(0), rev(np.arange(9)), ro(np.arange(9))))
(power_before(n, []) for n in (3, 2**15, 2**16, -(2**16)))
power_before("x", [])  # refused: TypeError 'n'
