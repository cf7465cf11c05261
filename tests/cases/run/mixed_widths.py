"""A variable that holds NumPy numbers of different dtypes on different paths: each value keeps the dtype it has in Python."""

import math

import numpy as np

import pyrx


def chosen(flag: bool, a: pyrx.float32[:], b: pyrx.float64[:]):  # level: any
    if flag:
        x = a[0]
    else:
        x = b[0]
    return x


def chosen_then_computed(flag: bool, a: pyrx.float32[:], b: pyrx.float64[:]):  # level: any
    if flag:
        x = a[0]
    else:
        x = b[0]
    return x * x, x + a[0], x * 0.1


def conditional(flag: bool, a: pyrx.int8[:], b: pyrx.int32[:]):  # level: any
    x = a[0] if flag else b[0]
    return x, x + x


def signs(flag: bool, a: pyrx.int32[:], b: pyrx.uint32[:]):  # level: any
    x = a[0] if flag else b[0]
    return x, x * x


def int_or_float(flag: bool, a: pyrx.int64[:], b: pyrx.float64[:]):  # level: any
    x = a[0] if flag else b[0]
    return x, x // 2, x / 3


def single_or_python(flag: bool, a: pyrx.float32[:], y: float):  # level: any
    x = a[0] if flag else y
    return x, x * y


def octet_or_python(flag: bool, a: pyrx.uint8[:], n: int):  # level: any
    x = a[0] if flag else n
    return x, x + n


def widened_in_loop(a: pyrx.float32[:], b: pyrx.float64[:], n: int):  # level: any
    x = a[0]
    for i in range(n):
        x = x * b[i]
    return x


def narrowed_in_loop(a: pyrx.float64[:], b: pyrx.float32[:]):  # level: any
    x = a[0]
    for i in range(len(b)):
        x = b[i]
    return x, x * x


def running_int8_in_int64(a: pyrx.int8[:], b: pyrx.int64[:]):  # level: any
    total = a[0]
    for i in range(len(b)):
        total = total + b[i]
    return total


def weak_accumulator(a: pyrx.float32[:]):  # level: any
    total = 0.0
    for x in a:
        total += x
    return total


def weak_accumulator_int8(a: pyrx.int8[:]):  # level: any
    total = 0
    for x in a:
        total += x
    return total


def weak_product(a: pyrx.float32[:], scale: float):  # level: any
    p = scale
    for i in range(len(a)):
        p = p * a[i]
    return p


def scalars(flag: bool, x: float):  # level: any
    if flag:
        y = np.float32(x)
    else:
        y = np.float64(x)
    return y, y + y


def scalar_ints(flag: bool, n: int):  # level: any
    y = np.int8(n) if flag else np.int16(n)
    return y + y


def constructed_then_python(x: float, n: int):  # level: any
    y = np.float32(x)
    for _ in range(n):
        y = y * x
    return y


def complex_widths(flag: bool, a: pyrx.complex64[:], b: pyrx.complex128[:]):  # level: any
    z = a[0] if flag else b[0]
    return z, z * z


def real_or_complex(flag: bool, a: pyrx.float64[:], b: pyrx.complex128[:]):  # level: any
    z = a[0] if flag else b[0]
    return z, z * 2


def bool_or_int(flag: bool, a: pyrx.bool_[:], b: pyrx.int64[:]):  # level: any
    z = a[0] if flag else b[0]
    return z, z + z


def stored(flag: bool, a: pyrx.float32[:], b: pyrx.float64[:], out: pyrx.float64[:]):  # level: any
    x = a[0] if flag else b[0]
    for i in range(len(out)):
        out[i] = x * x


def compared(flag: bool, a: pyrx.float32[:], b: pyrx.float64[:]):  # level: any
    x = a[0] if flag else b[0]
    return x == 0.1, x < b[0], x == a[0]


def extremes(a: pyrx.float32[:], b: pyrx.float64[:]):  # level: any
    return min(a[0], b[0]), max(a[0], b[0])


def minmax_int(a: pyrx.int8[:], b: pyrx.int64[:]):  # level: any
    return min(a[0], b[0]), max(a[0], b[0])


def either(a: pyrx.float32[:], b: pyrx.float64[:]):  # level: any
    return a[0] or b[0], a[0] and b[0]


def two_returns(flag: bool, a: pyrx.float32[:], b: pyrx.float64[:]):  # level: any
    if flag:
        return a[0]
    return b[0]


def two_returns_python(flag: bool, a: pyrx.float32[:], y: float):  # level: any
    if flag:
        return a[0]
    return y


def two_returns_int(flag: bool, a: pyrx.int8[:], n: int):  # level: any
    if flag:
        return a[0]
    return n


def picks(flag, a, b):  # level: any
    return a[0] if flag else b[0]


def through_helper(flag: bool, a: pyrx.float32[:], b: pyrx.float64[:]):  # level: any
    x = picks(flag, a, b)
    return x * x


def listed(a: pyrx.float32[:], b: pyrx.float64[:], i: int):  # level: any
    xs = [a[0], b[0]]
    return xs[i], xs[i] * xs[i]


def tupled(flag: bool, a: pyrx.float32[:], b: pyrx.float64[:]):  # level: any
    p = (a[0], 1) if flag else (b[0], 2)
    return p


def looped_over(a: pyrx.float32[:], b: pyrx.float64[:]):  # level: any
    total = np.float32(0)
    for x in (a[0], b[0]):
        total = total + x
    return total


def swapped(a: pyrx.float32[:], b: pyrx.float64[:], n: int):  # level: any
    x = a[0]
    y = b[0]
    for _ in range(n):
        x, y = y, x
    return x, y, x * x


def maximum(a: pyrx.float32[:]):  # level: any
    best = 0.1
    for x in a:
        if x > best:
            best = x
    return best


def maximum_int8(a: pyrx.int8[:]):  # level: any
    best = 300
    for x in a:
        if x > best:
            best = x
    return best


def smallest_int8(a: pyrx.int8[:]):  # level: any
    best = 1000
    for i in range(len(a)):
        if a[i] < best:
            best = a[i]
    return best


def clipped(a: pyrx.float32[:], low: float, high: float):  # level: any
    for i in range(len(a)):
        x = a[i]
        if x < low:
            x = low
        elif x > high:
            x = high
        a[i] = x
    return x


def halved_twice(a: pyrx.float32[:], y: float, n: int):  # level: any
    x = y
    for i in range(n):
        x = x * 0.1
        if i == 1:
            x = a[0]
    return x


def weak_then_weak(flag: bool, a: pyrx.float32[:], y: float):  # level: any
    x = a[0] if flag else y
    return x * 0.1, x + 0.1, x / 3, x == 0.1


def weak_int_then_weak(flag: bool, a: pyrx.uint8[:], n: int):  # level: any
    x = a[0] if flag else n
    return x + n, x * 2, x - 250, -x


def weak_int64(flag: bool, a: pyrx.int64[:], n: int):  # level: any
    x = a[0] if flag else n
    return x * 3, x + x


def smoothing(a: pyrx.float32[:], start: float):  # level: any
    s = start
    for i in range(len(a)):
        s = 0.9 * s + 0.1 * a[i]
    return s


def smoothing_from_zero(a: pyrx.float32[:]):  # level: any
    s = 0.0
    for i in range(len(a)):
        s = 0.9 * s + 0.1 * a[i]
    return s


def hashing(a: pyrx.uint32[:]):  # level: any
    h = 5381
    for i in range(len(a)):
        h = h * 33 + a[i]
    return h


def horner(a: pyrx.float32[:], x: float):  # level: any
    y = 0.0
    for i in range(len(a)):
        y = y * x + a[i]
    return y


def horner_int(a: pyrx.int16[:], x: int):  # level: any
    y = 1
    for i in range(len(a)):
        y = y * x + a[i]
    return y


def squared_weak(flag: bool, a: pyrx.float32[:], y: float):  # level: any
    x = a[0] if flag else y
    return x * x, x**2, abs(x), -x


def weak_stored(a: pyrx.float32[:], out: pyrx.float64[:], y: float):  # level: any
    x = y
    for i in range(len(a)):
        out[i] = x * 0.1
        x = a[i]
    return x


def smoothed_into(a: pyrx.float32[:], out: pyrx.float32[:], start: float):
    s = start
    for i in range(len(a)):
        s = 0.9 * s + 0.1 * a[i]
        out[i] = s
    return s


def into_functions(flag: bool, a: pyrx.float32[:], y: float):  # level: any
    x = a[0] if flag else y
    return math.sqrt(x), np.sqrt(x), int(x), round(x, 2)


def complex_weak(flag: bool, a: pyrx.complex64[:], y: complex):  # level: any
    z = a[0] if flag else y
    return z * z, z * 0.1


# --- calls
(chosen(flag, np.array([0.1], np.float32), np.array([0.1])) for flag in (True, False))
(chosen_then_computed(flag, np.array([0.1], np.float32), np.array([0.1])) for flag in (True, False))
(conditional(flag, np.array([100], np.int8), np.array([100], np.int32)) for flag in (True, False))
(signs(flag, np.array([-5], np.int32), np.array([2**31 + 5], np.uint32)) for flag in (True, False))
(int_or_float(flag, np.array([2**53 + 1]), np.array([2.5])) for flag in (True, False))
(single_or_python(flag, np.array([0.1], np.float32), 0.1) for flag in (True, False))
(octet_or_python(True, np.array([200], np.uint8), n) for n in (100, 255))
octet_or_python(False, np.array([200], np.uint8), 100)  # deviation: 5 -> (np.uint8(100), np.uint8(200))
octet_or_python(False, np.array([200], np.uint8), 200)
octet_or_python(False, np.array([200], np.uint8), 300)
octet_or_python(False, np.array([200], np.uint8), -1)
(widened_in_loop(np.array([0.1], np.float32), np.array([0.1, 0.2]), n) for n in (0, 1, 2, 3))
(narrowed_in_loop(np.array([0.1]), np.zeros(n, np.float32) + np.float32(0.3)) for n in (0, 1, 2))
(running_int8_in_int64(np.array([100], np.int8), np.arange(100, 100 + n)) for n in (0, 1, 2))
(weak_accumulator(np.full(n, 0.1, np.float32)) for n in (1, 2, 10))
weak_accumulator(np.zeros(0, np.float32))  # deviation: 5 -> np.float32(0.0)
(weak_accumulator_int8(np.full(n, 100, np.int8)) for n in (1, 2, 10))
weak_accumulator_int8(np.zeros(0, np.int8))  # deviation: 5 -> np.int8(0)
(weak_product(np.full(n, 0.1, np.float32), 0.1) for n in (1, 2))
weak_product(np.zeros(0, np.float32), 0.1)
(scalars(flag, 0.1) for flag in (True, False))
(scalar_ints(flag, 100) for flag in (True, False))
(constructed_then_python(0.1, n) for n in (0, 1, 2))
(complex_widths(flag, np.array([0.1 + 0.3j], np.complex64), np.array([0.1 + 0.3j])) for flag in (True, False))
(real_or_complex(flag, np.array([0.1]), np.array([0.1 + 0.3j])) for flag in (True, False))
(bool_or_int(flag, np.array([True]), np.array([5])) for flag in (True, False))
(stored(flag, np.array([0.1], np.float32), np.array([0.1]), np.zeros(2)) for flag in (True, False))
(compared(flag, np.array([0.1], np.float32), np.array([0.1])) for flag in (True, False))
extremes(np.array([0.1], np.float32), np.array([0.1]))
extremes(np.array([0.3], np.float32), np.array([0.1]))
minmax_int(np.array([5], np.int8), np.array([7]))
minmax_int(np.array([7], np.int8), np.array([5]))
either(np.array([0.1], np.float32), np.array([0.2]))
either(np.array([0.0], np.float32), np.array([0.2]))
(two_returns(flag, np.array([0.1], np.float32), np.array([0.1])) for flag in (True, False))
(two_returns_python(flag, np.array([0.1], np.float32), 0.1) for flag in (True, False))
(two_returns_int(flag, np.array([5], np.int8), 300) for flag in (True, False))
(through_helper(flag, np.array([0.1], np.float32), np.array([0.1])) for flag in (True, False))
(listed(np.array([0.1], np.float32), np.array([0.1]), i) for i in (0, 1))
(tupled(flag, np.array([0.1], np.float32), np.array([0.1])) for flag in (True, False))
looped_over(np.array([0.1], np.float32), np.array([0.1]))
(swapped(np.array([0.1], np.float32), np.array([0.1]), n) for n in (0, 1, 2))
(maximum(np.array(a, np.float32)) for a in ([0.2], [0.3, 0.5, 0.4]))
maximum(np.array([0.05], np.float32))
(maximum_int8(np.array(a, np.int8)) for a in ([], [5], [127]))
(smallest_int8(np.array(a, np.int8)) for a in ([5], [127, -3]))
smallest_int8(np.array([], np.int8))
clipped(np.array([0.05, 0.5, 0.95], np.float32), 0.1, 0.9)  # deviation: 3 raises OverflowError
clipped(np.array([0.95, 0.5, 0.05], np.float32), 0.125, 0.875)  # deviation: 5 -> np.float32(0.125)
clipped(np.array([0.5], np.float32), 0.1, 0.9)
(halved_twice(np.array([0.1], np.float32), 0.1, n) for n in (1, 2, 3, 4))
(weak_then_weak(flag, np.array([0.5], np.float32), y) for flag in (True, False) for y in (0.5, 3.0, 0.1, 1e300))
weak_then_weak(True, np.array([0.5], np.float32), nan)
weak_then_weak(False, np.array([0.5], np.float32), nan)  # deviation: 5 -> (*[np.float32(nan)] * 3, np.False_)
(weak_int_then_weak(flag, np.array([100], np.uint8), n) for flag in (True, False) for n in (100, 200, 255))
(weak_int64(flag, np.array([5]), 2**62) for flag in (True, False))
weak_int64(False, np.array([5]), 5)  # deviation: 5 -> (np.int64(15), np.int64(10))
(smoothing(np.full(3, 0.1, np.float32), start) for start in (0.0, 1.0, 3.0, 0.1))
(smoothing_from_zero(np.full(n, 0.1, np.float32)) for n in (1, 3))
(hashing(np.array(a, np.uint32)) for a in ([7], [1, 2, 3], [2**32 - 1] * 8))
(horner(np.array([0.1, 0.2, 0.3], np.float32), x) for x in (0.0, 0.1, 3.0, nan))
(horner_int(np.array([100, 200], np.int16), x) for x in (3, 300, -7))
horner_int(np.array([100, 200], np.int16), 40000)
(squared_weak(flag, np.array([0.3], np.float32), y) for flag in (True, False) for y in (0.1, 16777215.0))
squared_weak(True, np.array([0.3], np.float32), 0.5)
(squared_weak(False, np.array([0.3], np.float32), y) for y in (0.5, 3.0))  # deviation: 5 -> (*[np.float32(y * y)] * 2, np.float32(y), np.float32(-y))
weak_stored(np.array([0.1, 0.2, 0.3], np.float32), np.zeros(3), 3.0)
(smoothed_into(np.array([0.1, 0.2, 0.3], np.float32), np.zeros(n, np.float32), start) for n in (2, 3) for start in (0.0, 3.0, 0.1))
weak_stored(np.array([0.1, 0.2, 0.3], np.float32), np.zeros(3), 0.1)
(into_functions(flag, np.array([0.3], np.float32), y) for flag in (True, False) for y in (0.5, 2.0, 0.1))
(complex_weak(flag, np.array([0.3 + 1j], np.complex64), y) for flag in (True, False) for y in (0.5 + 3j, 0.1j))
(chosen_then_computed(flag, rev(np.array([0.1, nan], np.float32)), ro(np.array([-0.0]))) for flag in (True, False))
(stored(flag, (x := np.array([0.1, -0.0, inf])).view(np.float32)[1:2], x, x) for flag in (True, False))
chosen(1, np.array([0.1], np.float32), np.array([0.1]))  # refused: TypeError 'flag'
chosen(True, np.array([0.1]), np.array([0.1]))  # refused: TypeError 'a'
