"""What `prange` accumulates: every operator, the forms of `min` and `max`, types of results, overflow.

Sums and products of floats are exact here, because blocks may be added in another order than the loop's.
"""

import pyrx
from pyrx import prange


def sums(a: pyrx.float64[:]):
    up = 1.5
    down = 100.0
    for i in prange(len(a)):
        up += a[i]
        down -= a[i] * 2
    return up, down


def int_operators(a: pyrx.int64[:]):
    total = 3
    left = 10**6
    product = 1
    every = -1
    some = 0
    parity = 5
    for i in prange(len(a)):
        x = int(a[i])
        total += x
        left -= x
        product *= 1 + (x & 1) * (i % 40 == 0)
        every &= x
        some |= x
        parity ^= x
    return total, left, product, every, some, parity


def bool_operators(a: pyrx.float64[:], x: float):
    every = True
    some = False
    odd = False
    for i in prange(len(a)):
        y = float(a[i])
        every &= y < x
        some |= y > x
        odd ^= y > x
    return every, some, odd


def count_down(a: pyrx.float64[:], x: float):
    n = 10
    for i in prange(len(a)):
        if a[i] > x:
            n -= 1
        elif a[i] < -x:
            n += 2
    return n


def least_call(a: pyrx.float64[:]):
    m = 1e300
    for i in prange(len(a)):
        m = min(m, float(a[i]))
    return m


def greatest_call(a: pyrx.float64[:]):
    m = -1e300
    for i in prange(len(a)):
        m = max(m, float(a[i]), -5.0)
    return m


def least_if(a: pyrx.float64[:]):
    m = 1e300
    for i in prange(len(a)):
        if a[i] < m:
            m = float(a[i])
    return m


def least_if_same(a: pyrx.float64[:]):
    m = 7.0
    for i in prange(len(a)):
        x = float(a[i])
        if x < m:
            m = x
    return m


def greatest_if_swapped(a: pyrx.float64[:]):
    m = -7.0
    for i in prange(len(a)):
        x = float(a[i])
        if m < x:
            m = x
    return m


def least_ties(a: pyrx.float64[:]):
    m = 3.0
    for i in prange(len(a)):
        x = float(a[i])
        if x <= m:
            m = x
    return m


def greatest_ties(a: pyrx.float64[:]):
    m = -3.0
    for i in prange(len(a)):
        x = float(a[i])
        m = x if x >= m else m
    return m


def greatest_ternary(a: pyrx.float64[:]):
    m = -3.0
    for i in prange(len(a)):
        x = float(a[i])
        m = x if x > m else m
    return m


def least_other_ternary(a: pyrx.float64[:]):
    m = 3.0
    for i in prange(len(a)):
        x = float(a[i])
        m = m if m < x else x
    return m


def least_other_call(a: pyrx.float64[:]):
    m = 3.0
    for i in prange(len(a)):
        m = min(float(a[i]), m)
    return m


def int_extremes(a: pyrx.int64[:]):
    low = 10**9
    high = -(10**9)
    also = 0
    for i in prange(len(a)):
        x = int(a[i])
        low = min(x, low)
        high = high if high >= x else x
        if x > also:
            also = x
    return low, high, also


def guarded_extreme(a: pyrx.float64[:]):
    m = -1.0
    for i in prange(len(a)):
        x = float(a[i])
        if i % 3 == 1:
            m = max(m, x)
    return m


def uneven_test(a: pyrx.float64[:], b: pyrx.float64[:]):
    n = 0
    for i in prange(len(a)):
        m = 1.0
        if a[i] < m:
            m = b[i]
        n += m > 2
    return n


def bool_extreme(a: pyrx.float64[:]):
    m = False
    for i in prange(len(a)):
        x = bool(a[i] > 2)
        m = max(m, x)
    return m


def overflow(n: int, x: int):
    total = 0
    for i in prange(n):
        total += x
    return total


def overflow_product(n: int):
    p = 1
    for i in prange(n):
        p *= 2
    return p


def overflow_combined(n: int, x: int):
    total = -(2**62)
    for i in prange(n):
        total += x
    return total


def overflow_stores(out: pyrx.int64[:], x: int):
    total = 0
    for i in prange(len(out)):
        out[i] = 1
        total += x
    return total


def float32_sum(a: pyrx.float32[:]):
    s = a[0]
    for i in prange(len(a)):
        s += a[i]
    return s


def float32_extreme(a: pyrx.float32[:]):
    m = a[0]
    for i in prange(len(a)):
        if a[i] > m:
            m = a[i]
    return m


def float64_scalar(a: pyrx.float64[:]):
    s = a[0]
    for i in prange(len(a)):
        s -= a[i]
    return s


def int32_sum(a: pyrx.int32[:]):
    s = a[0]
    for i in prange(len(a)):
        s += a[i]
    return s


def uint8_product(a: pyrx.uint8[:]):
    s = a[0]
    for i in prange(len(a)):
        s *= a[i]
    return s


def uint8_bits(a: pyrx.uint8[:]):
    s = a[0]
    t = a[0]
    for i in prange(len(a)):
        s &= a[i]
        t ^= a[i]
    return s, t


def mixed_sum(a: pyrx.float32[:]):
    s = 0.0
    for i in prange(len(a)):
        s += float(a[i])
    return s


def complex_product(a: pyrx.complex128[:]):
    p = 1 + 0j
    for i in prange(len(a)):
        p *= complex(a[i])
    return p


def nested_sum(a: pyrx.float64[:, :]):
    s = 0.0
    m = -1e9
    n = 0
    for i in prange(a.shape[0]):
        for j in range(a.shape[1]):
            x = float(a[i, j])
            s += x
            m = max(m, x)
            if x > 3:
                n += 1
    return s, m, n


def nested_prange_sum(a: pyrx.float64[:, :]):
    s = 0.0
    for i in prange(a.shape[0]):
        for j in prange(a.shape[1]):
            s += float(a[i, j])
    return s


def in_try(b: pyrx.int64[:]):
    total = 0
    errors = 0
    for i in prange(len(b)):
        try:
            total += 100 // int(b[i])
        except ZeroDivisionError:
            errors += 1
        finally:
            total += 1
    return total, errors


def rounds(a: pyrx.float64[:], threads: int):
    s = 0.0
    p = 1.0
    for i in prange(len(a), num_threads=threads):
        s += float(a[i])
        p *= 1.0 + float(a[i]) * 0.0
    return s, p


def text(n: int):
    s = ""
    for i in prange(n):
        s += "ab"
    return s


def pair(n: int):  # level: any
    s = (0,)
    for i in prange(n):
        s += (i,)
    return s


def listed(n: int):
    s = [0]
    for i in prange(n):
        s += [i]
    return s


def row_sum(a: pyrx.float64[:, :]):
    for i in prange(a.shape[0]):
        s = 0.0
        for j in range(a.shape[1]):
            s += a[i, j]
        a[i, 0] = s


def assigned_then_added(n: int):
    last = 0
    for i in prange(n):
        s = i
        s += 1
        s *= 2
        last = s
    return last


def in_steps(a: pyrx.float64[:], b: pyrx.float64[:]):
    s = 0.5
    m = 1e300
    h = -1e300
    for i in prange(len(a)):
        s += float(a[i])
        s -= float(b[i])
        m = min(m, float(a[i]))
        m = min(m, float(b[i]))
        if a[i] > h:
            h = float(a[i])
        if b[i] > h:
            h = float(b[i])
        s += 2.0
    return s, m, h


# --- calls
in_steps(np.arange(1000.0), np.arange(1000.0)[::-1] * 3 - 50)
sums(np.arange(2000.0))
int_operators(np.arange(3000) % 61)
int_operators(np.zeros(0, np.int64))
(bool_operators(np.arange(float(n)), x) for n in (0, 1, 1000) for x in (0.5, 999.5, -1.0))
(count_down(np.arange(-500.0, 500.0), x) for x in (0.5, 100.0, 1e9))
least_call(np.arange(1000.0)[::-1])
least_call(np.array([nan, 2.0, nan, 3.0, nan]))
greatest_call(np.array([nan, 2.0, nan, 3.0, nan]))
(least_if(a) for a in (np.zeros(0), np.array([nan, 2.0, nan, 3.0, nan]), np.arange(999.0)[::-1], np.full(9, nan)))
(least_if_same(a) for a in (np.zeros(0), np.array([nan, 2.0, nan, 3.0, nan]), np.arange(999.0)[::-1], np.array([0.0, -0.0] * 900)))
(greatest_if_swapped(a) for a in (np.array([nan, 2.0, nan, 3.0, nan]), np.arange(999.0), np.array([0.0, -0.0] * 900)))
(least_ties(a) for a in (np.zeros(0), np.array([0.0, -0.0] * 900), np.array([-0.0, 0.0] * 900), np.array([nan, inf, nan])))
(greatest_ties(a) for a in (np.zeros(0), np.array([0.0, -0.0] * 900), np.array([-0.0, 0.0] * 900), np.array([nan, inf, nan])))
(greatest_ternary(a) for a in (np.zeros(0), np.array([0.0, -0.0] * 900), np.array([-0.0, 0.0] * 900), np.array([nan, inf, nan])))
(least_other_ternary(a) for a in (np.zeros(0), np.array([0.0, nan] * 900), np.array([nan, 0.0] * 900), np.array([-0.0, 0.0] * 900)))
(least_other_call(a) for a in (np.zeros(0), np.array([0.0, nan] * 900), np.array([nan, 0.0] * 900), np.array([-0.0, 0.0] * 900)))
(int_extremes(a) for a in (np.zeros(0, np.int64), np.arange(-1000, 1000), np.arange(1000)[::-1]))
(guarded_extreme(a) for a in (np.zeros(0), np.arange(1000.0), np.array([nan, nan, 5.0])))
uneven_test(np.arange(1000.0) - 500, np.arange(1000.0) / 100)
(bool_extreme(a) for a in (np.zeros(0), np.arange(1000.0), np.zeros(5)))
(overflow(n, x) for n in (0, 1, 1000) for x in (0, 2**62, -(2**62), 2**55))
(overflow_product(n) for n in (0, 1, 62, 63, 64, 900))
(overflow_combined(n, x) for n in (1, 2, 3, 1000) for x in (2**62, 2**61, -(2**60)))
overflow_stores(np.zeros(100, np.int64), 1)
overflow_stores(np.zeros(100, np.int64), 2**62)  # deviation: 3 raises OverflowError
(float32_sum(np.arange(n, dtype=np.float32)) for n in (1, 5, 1000))
float32_extreme(np.arange(1000, dtype=np.float32)[::-1])
float64_scalar(np.arange(100.0))
int32_sum(np.full(1000, 2**30, np.int32))
uint8_product(np.full(999, 3, np.uint8))
uint8_bits(np.arange(256).astype(np.uint8))
mixed_sum(np.arange(1000, dtype=np.float32))
complex_product(np.array([1j, -1, 2, 0.5, 1 + 1j]))
nested_sum(f8(50, 40))
nested_prange_sum(np.arange(2000.0).reshape(50, 40))
in_try(np.array([1, 0, 2, 0, 5] * 200))
(rounds(np.arange(float(n)), t) for n in (1, 1000) for t in (1, 2, 3, 7))
(text(n) for n in (0, 1, 20))
(pair(n) for n in (0, 1, 20))
(listed(n) for n in (0, 1, 20))
row_sum(f8(30, 4))
(assigned_then_added(n) for n in (0, 1, 1000))
