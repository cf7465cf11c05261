"""Checks that may be proved or hoisted must still raise where and when CPython does, with all earlier stores made."""

import pyrx


def forward(a: pyrx.float64[:], n: int):
    for i in range(n):
        a[i] = i + 0.5


def offset(a: pyrx.float64[:], n: int, k: int):
    for i in range(n):
        a[i + k] = i + 0.5


def minus(a: pyrx.float64[:], n: int, k: int):
    for i in range(n):
        a[i - k] = i + 0.5


def mirrored(a: pyrx.float64[:], n: int):
    for i in range(n):
        a[n - i] = i + 0.5


def scaled(a: pyrx.float64[:], n: int, m: int):
    for i in range(n):
        a[m * i] = i + 0.5


def scaled_const(a: pyrx.float64[:], n: int):
    for i in range(n):
        a[2 * i + 1] = i + 0.5


def flattened(a: pyrx.float64[:], n: int, m: int):
    for i in range(n):
        for j in range(m):
            a[i * m + j] = i * 10 + j


def strided(a: pyrx.float64[:], start: int, stop: int, step: int):
    for i in range(start, stop, step):
        a[i] = i + 0.5


def backwards(a: pyrx.float64[:], n: int):
    for i in range(n - 1, -1, -1):
        a[i] = i + 0.5


def backwards_too_far(a: pyrx.float64[:], n: int):
    for i in range(n - 1, -4, -1):
        a[i] = i + 0.5


def matrix(a: pyrx.float64[:, :], n: int, m: int):
    for i in range(n):
        for j in range(m):
            a[i, j] = i * 10 + j


def matrix_transposed(a: pyrx.float64[:, :], n: int, m: int):
    for i in range(n):
        for j in range(m):
            a[j, i] = i * 10 + j


def triangle(a: pyrx.float64[:, :], n: int):
    for i in range(n):
        for j in range(i, n):
            a[i, j] = i * 10 + j


def read_and_write(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in range(len(a)):
        b[i] = a[i]


def read_neighbour(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in range(len(a)):
        b[i] = a[i] + a[i + 1]


def wraps_first(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in range(len(a)):
        b[i] = a[i - 1]


def wraps_all(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in range(len(a)):
        b[i] = a[i - len(a)]


def guarded(a: pyrx.float64[:], b: pyrx.float64[:]):
    n = len(a)
    for i in range(n):
        if i + 1 < n:
            b[i] = a[i + 1]
        else:
            b[i] = -1.0


def guarded_both(a: pyrx.float64[:], n: int):
    total = 0.0
    for i in range(-n, n):
        if 0 <= i < len(a):
            total += a[i]
    return total


def guarded_by_and(a: pyrx.float64[:], n: int):
    count = 0
    for i in range(n):
        if i < len(a) and a[i] > 1:
            count += 1
    return count


def break_before(a: pyrx.float64[:], n: int):
    for i in range(n):
        if i == len(a):
            break
        a[i] = i + 0.5


def break_on_value(a: pyrx.float64[:], n: int):
    for i in range(n):
        if a[i] > 2:
            return i
    return -1


def return_before(a: pyrx.float64[:], n: int):  # level: mixed
    total = 0.0
    for i in range(n):
        if i >= 3:
            return total
        total += a[i]
    return total


def invariant_zero_trip(a: pyrx.float64[:], n: int, k: int):
    total = 0.0
    for i in range(n):
        total += a[k]
    return total


def invariant_after_store(a: pyrx.float64[:], b: pyrx.float64[:], n: int, k: int):
    for i in range(n):
        b[i] = 1.0
        b[i] = a[k]


def division_after_store(b: pyrx.float64[:], n: int, d: int):
    for i in range(n):
        b[i] = 1.0
        b[i] = 10 // d


def division_zero_trip(n: int, d: int):
    total = 0
    for i in range(n):
        total += 10 // d
    return total


def conditional_index(a: pyrx.float64[:], n: int, flag: bool):
    total = 0.0
    for i in range(n):
        if flag:
            total += a[i]
    return total


def changed_index(a: pyrx.float64[:], n: int):
    j = 0
    for i in range(n):
        a[j] = i
        j += i


def index_assigned(a: pyrx.float64[:], n: int):
    for i in range(n):
        i = i * 2
        a[i] = i


def while_loop(a: pyrx.float64[:], n: int):
    i = 0
    while i < n:
        a[i] = i + 0.5
        i += 1


def while_guard(a: pyrx.float64[:]):
    i = 0
    while i < len(a) and a[i] < 3:
        i += 1
    return i


def while_decreasing(a: pyrx.float64[:], n: int):
    i = n
    while i >= 0:
        a[i] = i + 0.5
        i -= 1


def shrinking_view(a: pyrx.float64[:]):
    total = 0.0
    while len(a) > 0:
        total = total * 0.5 + a[0]
        a = a[1:]
    return total


def swapped_arrays(a: pyrx.float64[:], b: pyrx.float64[:], n: int):
    for i in range(n):
        a[i] = i
        a, b = b, a


def array_rebound(a: pyrx.float64[:], n: int):
    for i in range(n):
        a[i] = -1.0
        if i == 1:
            a = a[:2]


def indirect(a: pyrx.float64[:], where: pyrx.int64[:]):
    for i in range(len(where)):
        a[where[i]] += 1


def two_errors(a: pyrx.float64[:], b: pyrx.float64[:], n: int):
    for i in range(n):
        a[i] = 1.0
        b[i] = 2.0


def two_errors_reversed(a: pyrx.float64[:], b: pyrx.float64[:], n: int):
    for i in range(n):
        b[i] = a[i]


def error_order(a: pyrx.float64[:], d: pyrx.int64[:], n: int):
    for i in range(n):
        a[i] = 10 // int(d[i])


def huge_offset(a: pyrx.float64[:], n: int, k: int):
    total = 0.0
    for i in range(n):
        total += a[i + k]
    return total


def huge_product(a: pyrx.float64[:], n: int, k: int):
    total = 0.0
    for i in range(n):
        total += a[i * k]
    return total


def stencil(a: pyrx.float64[:, :], b: pyrx.float64[:, :]):
    for i in range(1, a.shape[0] - 1):
        for j in range(1, a.shape[1] - 1):
            b[i, j] = a[i - 1, j] + a[i + 1, j] + a[i, j - 1] + a[i, j + 1] - 4 * a[i, j]


def stencil_wide(a: pyrx.float64[:, :], b: pyrx.float64[:, :], r: int):
    for i in range(r, a.shape[0] - r):
        for j in range(r, a.shape[1] - r):
            total = 0.0
            for di in range(-r, r + 1):
                for dj in range(-r, r + 1):
                    total += a[i + di, j + dj]
            b[i, j] = total


def convolve(a: pyrx.float64[:], k: pyrx.float64[:], out: pyrx.float64[:]):
    for i in range(len(out)):
        total = 0.0
        for j in range(len(k)):
            total += a[i + j] * k[j]
        out[i] = total


def unused_read(a: pyrx.float64[:], n: int):
    for i in range(n):
        a[i]  # noqa: B018
    return n


def matmul(a: pyrx.float64[:, :], b: pyrx.float64[:, :], c: pyrx.float64[:, :]):
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            total = 0.0
            for k in range(a.shape[1]):
                total += a[i, k] * b[k, j]
            c[i, j] = total


def remainder_const(a: pyrx.int64[:], x: int):  # level: native
    s = 0
    for i in range(5):
        s += a[(x + i) % -5]
    return s


def remainder_start(a: pyrx.int64[:], x: int, k: int):  # level: native
    s = 0
    for i in range(x % k, 3):
        s = s * 2 + a[i]
    return s


def remainder_len(a: pyrx.int64[:], x: int):  # level: native
    s = 0
    for i in range(4):
        s = s * 2 + a[(x + i) % (len(a) - 8)]
    return s


def remainder_twice(a: pyrx.int64[:], x: int, k: int):  # level: native
    s = 0
    for i in range(4):
        s = s * 2 + a[(x + i) % (i % k)]
    return s


def remainder_sized(a: pyrx.int64[:], x: int):  # level: native
    s = 0
    for i in range(20):
        s = s * 2 + a[(x + i) % len(a)]
    return s


def remainder_fits(x: int, k: int):  # level: native
    t = 0
    for i in range(5):
        t = ((x + i) % k) * (2**61 + 1)
    return t


def remainder_fits_const(x: int):  # level: native
    return (x % -9) * 2**60, (x % -9) + (x % -7) - 2**62


# --- calls
(forward(a, n) for a in (f8(0), f8(3), f8(6)[::2], f8(4)[::-1]) for n in (-1, 0, 2, 3, 5))
(offset(f8(4), n, k) for n in (0, 2, 4, 6) for k in (-5, -4, -1, 0, 1, 3, 4, 9))
(minus(f8(4), n, k) for n in (0, 3, 6) for k in (-4, 0, 1, 4, 5, 6))
(mirrored(f8(4), n) for n in (0, 3, 4, 5))
(scaled(f8(7), n, m) for n in (0, 3, 5) for m in (-1, 0, 1, 2, 3))
(scaled_const(f8(6), n) for n in (0, 3, 4))
(flattened(f8(6), n, m) for n in (0, 2, 3) for m in (0, 2, 3, -1))
(strided(f8(8), i, j, k) for i in (0, 7, -3, 9) for j in (0, 8, 12, -12) for k in (1, 3, -1, -4))
(backwards(f8(4), n) for n in (0, 1, 4, 5))
(backwards_too_far(f8(3), n) for n in (0, 3, 4))
(matrix(f8(2, 3), n, m) for n in (0, 2, 3) for m in (0, 3, 4))
(matrix(f8(3, 2).T, n, m) for n in (2, 3) for m in (3, 4))
(matrix_transposed(f8(2, 3), n, m) for n in (3, 4) for m in (2, 3))
(triangle(f8(3, 4), n) for n in (0, 3, 4, 5))
(read_and_write(a, b) for a in (f8(0), f8(3)) for b in (f8(0), f8(2), f8(5)))
read_and_write((x := f8(5))[:-1], x[1:])
read_neighbour(f8(4), np.zeros(4))
read_neighbour((x := f8(4)), x)
wraps_first(f8(4), np.zeros(4))
wraps_first((x := f8(4)), x)
wraps_all(f8(4), np.zeros(4))
guarded(f8(4), np.zeros(4))
guarded(f8(1), np.zeros(1))
(guarded_both(f8(3), n) for n in (1, 3, 9))
(guarded_by_and(f8(3), n) for n in (0, 3, 9))
(break_before(f8(3), n) for n in (0, 2, 3, 9))
(break_on_value(f8(5), n) for n in (0, 2, 5, 9))
(break_on_value(f8(2), n) for n in (0, 2, 9))
(return_before(f8(3), n) for n in (1, 3, 9))
(return_before(f8(2), n) for n in (1, 2, 9))
(invariant_zero_trip(f8(3), n, k) for n in (0, -1) for k in (0, 3, 99))  # deviation: 5 -> np.float64(0.0)
(invariant_zero_trip(f8(3), 2, k) for k in (0, -3, 3, 99))
(invariant_after_store(f8(3), np.zeros(4), n, k) for n in (0, 2, 5) for k in (0, 7))
(division_after_store(np.zeros(3), n, d) for n in (0, 2, 4) for d in (0, 3))
(division_zero_trip(n, d) for n in (0, 2) for d in (0, 3))
conditional_index(f8(3), 9, True)
conditional_index(f8(3), 9, False)  # deviation: 5 -> np.float64(0.0)
conditional_index(f8(3), 3, True)
(changed_index(f8(6), n) for n in (0, 3, 4, 5))
(index_assigned(f8(6), n) for n in (0, 3, 4))
(while_loop(f8(3), n) for n in (0, 3, 5))
(while_guard(a) for a in (f8(0), f8(2), f8(9)))
(while_decreasing(f8(3), n) for n in (-1, 0, 2, 3))
shrinking_view(f8(4))
swapped_arrays(f8(4), f8(2), 2)
swapped_arrays(f8(4), f8(2), 4)
array_rebound(f8(4), 2)
array_rebound(f8(4), 4)
indirect(f8(3), np.array([0, -1, 2, 3, 1]))
indirect(f8(3), np.array([0, 0, 0]))
two_errors(f8(3), f8(2), 5)
two_errors(f8(2), f8(3), 5)
two_errors(f8(2), f8(2), 5)
two_errors_reversed(f8(3), f8(2), 5)
two_errors_reversed(f8(2), f8(3), 5)
two_errors_reversed(f8(2), f8(2), 5)
error_order(f8(4), np.array([1, 2, 0, 4]), 4)
error_order(f8(2), np.array([1, 2, 0, 4]), 4)
error_order(f8(4), np.array([1, 2]), 4)
(huge_offset(f8(3), n, k) for n in (1, 2) for k in (2**62, 2**63 - 1, -(2**63), 2**64))
(huge_product(f8(3), n, k) for n in (1, 2, 3) for k in (0, 1, 2**62, -(2**62), 2**63 - 1))
stencil(f8(5, 6), np.zeros((5, 6)))
stencil(f8(6, 5).T, np.zeros((5, 6)))
stencil(f8(5, 6), np.zeros((3, 6)))
stencil(f8(5, 6), np.zeros((5, 4)))
stencil((x := f8(5, 6)), x)
stencil(f8(2, 2), np.zeros((2, 2)))
stencil(f8(0, 5), np.zeros((0, 5)))
(stencil_wide(f8(5, 5), np.zeros((5, 5)), r) for r in (0, 1, 2, 3))
stencil_wide(f8(5, 5), np.zeros((5, 5)), -1)
convolve(f8(6), f8(3), np.zeros(4))
convolve(f8(6), f8(3), np.zeros(5))
convolve(f8(6), f8(0), np.zeros(4))
(unused_read(f8(3), n) for n in (0, 3, 4))
matmul(f8(2, 3), f8(3, 4), np.zeros((2, 4)))
matmul(f8(2, 3), f8(2, 4), np.zeros((2, 4)))
matmul(f8(2, 3), f8(4, 3).T[:3, :2], np.zeros((2, 2)))
matmul(f8(2, 0), f8(0, 2), np.ones((2, 2)))
(remainder_const(np.arange(1, n), x) for n in (5, 8) for x in (1, -1))
(remainder_start(np.arange(1, n), x, k) for n in (3, 8) for x in (2, -9) for k in (-5, 0, 5))
(remainder_len(np.arange(1, n), 3) for n in (6, 8, 9, 18))
(remainder_twice(np.arange(1, 6), 3, k) for k in (-5, 5))
remainder_sized(np.arange(1, 6), -3)
(remainder_fits(x, k) for x in (3, -3) for k in (-5, 5))
(remainder_fits_const(x) for x in (4, -4))
