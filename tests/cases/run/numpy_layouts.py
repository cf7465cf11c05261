"""Elements of NumPy's dtypes read and stored through every kind of view: reversed, read-only, broadcast, aliased, of rank 0."""

import numpy as np
from numpy.typing import NDArray

import pyrx


def sum_int8(a: pyrx.int8[:]):
    total = np.int8(0)
    for i in range(len(a)):
        total += a[i]
    return total


def sum_uint64(a: pyrx.uint64[:]):
    total = np.uint64(0)
    for x in a:
        total = total * np.uint64(31) + x
    return total


def add_into_int16(a: pyrx.int16[:], b: pyrx.int16[:]):
    for i in range(len(a)):
        a[i] += b[len(b) - 1 - i]


def double_into_uint8(a: pyrx.uint8[:], b: pyrx.uint8[:]):
    for i in range(len(b)):
        a[i] = b[i] * b[i] + a[i]


def copy_int64(a: pyrx.int64[:], b: pyrx.int64[:]):
    for i in range(len(b)):
        a[i] = b[i] // a[i - 1]


def of_rank_zero_int8(a: NDArray[np.int8]):  # level: any
    return a[()] + a[()], a[()] * a[()]


def of_rank_zero_uint32(a: NDArray[np.uint32], b: NDArray[np.uint32]):  # level: any
    return a[()] - b[()], a[...] + b[...]


def store_rank_zero(a: NDArray[np.int8], x: int):  # level: any
    a[()] = x
    return a[()]


def weak_int8(a: pyrx.int8[:], n: int):
    for i in range(len(a)):
        a[i] = a[i] + n
    return a[0] * n


def weak_float32(a: pyrx.float32[:], x: float):
    for i in range(len(a)):
        a[i] = a[i] * x + 1
    return a[0] - x


def weak_complex64(a: pyrx.complex64[:], z: complex, x: float):
    for i in range(len(a)):
        a[i] = a[i] * z - x
    return a[-1] * x


def weak_bool(a: pyrx.bool_[:], n: int, x: float):  # level: any
    return a[0] + n, a[0] * x, n - a[0], a[0] & True


def weak_into_other(a: pyrx.float32[:], b: pyrx.float32[:], x: float):
    for i in range(len(b)):
        a[i] = b[i] / x + a[i]


def weak_mid_loop(a: pyrx.uint8[:], n: int):
    for i in range(len(a)):
        a[i] = a[i] + (n - i)
    return n


def weak_compare_mid_loop(a: pyrx.int8[:], n: int):
    count = 0
    for i in range(len(a)):
        if a[i] < n * i:
            count += 1
        a[i] = n * i
    return count


def weak_rank_zero(a: NDArray[np.float32], x: float, n: int):  # level: any
    return a[()] + x, a[()] * n, n - a[()], a[()] ** 2


def weak_reads(a: pyrx.int16[:], n: int, x: float):
    return a[0] + n, a[-1] * x, n // a[1], a[1] % n


def promote_reads(a: pyrx.int8[:], b: pyrx.uint8[:], c: pyrx.float32[:], d: pyrx.complex64[:]):
    return a[0] + b[0], a[0] * c[0], b[0] * c[0], c[0] * d[0], a[-1] - d[-1], b[0] / a[0]


def promote_wide(a: pyrx.int64[:], b: pyrx.uint64[:], c: pyrx.float32[:], d: pyrx.complex64[:]):
    return a[0] + b[0], a[0] * c[0], b[0] * c[0], a[0] + d[0], b[-1] * d[-1]


def promote_bool(a: pyrx.bool_[:], b: pyrx.int8[:], c: pyrx.float32[:]):
    return a[0] + b[0], a[0] * c[0], a[0] + a[0], a[0] * a[0], a[0] == b[0]


def promote_special(a: pyrx.float32[:], b: pyrx.float64[:], c: pyrx.int32[:]):
    return a[0] + b[0], a[0] * b[0], a[0] / b[0], a[0] + c[0], c[0] / a[0], a[0] < b[0], a[0] == b[0], a[0] % b[0]


def promote_stores(a: pyrx.float32[:], b: pyrx.float64[:], c: pyrx.int16[:]):
    for i in range(len(a)):
        a[i] = a[i] * b[i] + c[i]


def promote_rank_zero(a: NDArray[np.int8], b: NDArray[np.float32]):  # level: any
    return a[()] + b[()], a[()] * a[()]


def promote_sum(a: pyrx.int32[:], b: pyrx.uint32[:]):
    total = np.int64(0)
    for i in range(min(len(a), len(b))):
        total += a[i] * b[i]
    return total


def promote_aliased(a: pyrx.float32[:], b: pyrx.int32[:]):
    for i in range(1, len(a)):
        a[i] = a[i - 1] + b[i - 1]


# --- calls
(sum_int8(view(np.array([100, 50, -7], np.int8))) for view in (rev, ro, every2, unaligned))
sum_int8(zero_stride(np.int8(100), 5))
(sum_uint64(view(np.array([2**63, 5, 2**64 - 1], np.uint64))) for view in (rev, ro, every2))
sum_uint64(zero_stride(np.uint64(2**63), 3))
sum_uint64(np.zeros(0, np.uint64))
add_into_int16((x := np.array([30000, -5, 20000], np.int16)), x)
add_into_int16((x := np.array([30000, -5, 20000], np.int16)), rev(x))
add_into_int16((x := np.array([30000, -5, 20000, 7], np.int16))[1:], x[:-1])
add_into_int16(ro(np.array([1], np.int16)), np.array([1], np.int16))  # refused: ValueError 'a'
double_into_uint8((x := np.array([20, 30, 200], np.uint8)), x)
double_into_uint8((x := np.array([20, 30, 200], np.uint8))[1:], x[:-1])
double_into_uint8(rev((x := np.array([20, 30, 200], np.uint8))), x)
copy_int64((x := np.array([5, 0, -(2**63)])), x)
copy_int64((x := np.array([-1, 0, -(2**63)])), rev(x))
(of_rank_zero_int8(np.array(n, np.int8)) for n in (0, 100, -128))
of_rank_zero_int8(np.array([100], np.int8)[0:1].reshape(()))
of_rank_zero_uint32(np.array(1, np.uint32), np.array(2, np.uint32))
of_rank_zero_uint32((x := ro(np.array(1, np.uint32))), x)
(store_rank_zero(np.array(7, np.int8), n) for n in (0, 127))
store_rank_zero(np.array(7, np.int8), 128)
store_rank_zero(ro(np.array(7, np.int8)), 5)  # refused: ValueError
(weak_int8(np.array([100, -100, 27], np.int8), n) for n in (0, 1, 100, -100))
weak_int8(np.array([100], np.int8), 128)
weak_int8(np.array([100], np.int8), 2**70)
weak_int8(rev(np.array([100, -5], np.int8)), 3)
weak_int8(np.array([], np.int8), 3)
weak_int8(ro(np.array([1], np.int8)), 3)  # refused: ValueError 'a'
weak_int8(np.array([1], np.int8), 2.5)  # refused: TypeError 'n'
weak_int8(np.array([1], np.uint8), 2)  # refused: TypeError 'a'
(weak_float32(np.array([0.1, nan, -0.0], np.float32), x) for x in FEW_FLOATS)
weak_float32(np.array([0.1, 1e38], np.float32), 1e300)
weak_float32(rev(np.array([0.1, 2.5], np.float32)), 0.1)
weak_float32(np.array([0.1], np.float32), "x")  # refused: TypeError 'x'
(weak_complex64(np.array([0.1 + 2j, 1j], np.complex64), z, 0.1) for z in COMPLEXES)
weak_complex64(rev(np.array([0.1 + 2j, 1j], np.complex64)), 1e300, 0.5)  # deviation: 1 -> weak_complex64(rev(np.array([0.1 + 2j, 1j], np.complex64)), complex(1e300), 0.5)
(weak_bool(np.array([b]), n, x) for b in (True, False) for n in (0, 3, 2**62) for x in (0.5, nan))
weak_into_other((x := np.array([0.1, 0.2, 0.3], np.float32)), x, 3.0)
weak_into_other((x := np.array([0.1, 0.2, 0.3], np.float32)), rev(x), 0.0)
weak_into_other((x := np.array([0.1, 0.2, 0.3], np.float32))[1:], x[:-1], 0.1)
weak_into_other(np.zeros(3, np.float32), zero_stride(np.float32(0.1), 3), 0.1)
weak_mid_loop(np.array([250, 1, 2], np.uint8), 1)
weak_mid_loop(np.array([250, 1, 2], np.uint8), 255)
weak_mid_loop(np.array([250, 1, 2], np.uint8), 256)
weak_compare_mid_loop(np.array([10, 20, 30], np.int8), 50)
weak_compare_mid_loop(np.array([10, 20, 30], np.int8), 100)
(weak_rank_zero(np.array(0.1, np.float32), x, n) for x in (0.1, nan) for n in (0, 3, -7))
weak_rank_zero(np.array(inf, np.float32), -inf, 0)
weak_rank_zero(ro(np.array(2.5, np.float32)), 0.1, 2)
(weak_reads(view(np.array([300, -7, 30000], np.int16)), 30, 0.1) for view in (rev, ro, every2))
weak_reads(np.array([1, 0, 2], np.int16), 5, inf)
weak_reads(np.array([1, 3, 2], np.int16), 40000, 0.5)
weak_reads(np.array([], np.int16), 1, 0.5)
(promote_reads(view(np.array([100, -1, 3], np.int8)), view(np.array([200, 7, 9], np.uint8)), view(np.array([0.1, 2.5, 0.3], np.float32)), view(np.array([1j, 2, 3 + 1j], np.complex64))) for view in (rev, ro, every2))
promote_reads(np.zeros(0, np.int8), np.zeros(1, np.uint8), np.zeros(1, np.float32), np.zeros(1, np.complex64))
promote_reads(np.zeros(1, np.int8), np.zeros(1, np.uint8), np.zeros(0, np.float32), np.zeros(1, np.complex64))
(promote_wide(view(np.array([2**62, -1])), view(np.array([2**63, 5], np.uint64)), view(np.array([0.1, 3], np.float32)), view(np.array([1j, 0.1], np.complex64))) for view in (rev, ro, every2))
promote_bool(np.array([True]), np.array([127], np.int8), np.array([0.1], np.float32))
promote_bool(ro([False, True]), rev(np.array([127, 5], np.int8)), zero_stride(np.float32(0.1), 2))
(promote_special(np.array([x], np.float32), np.array([y]), np.array([n], np.int32)) for x in FEW_FLOATS for y in (0.0, -0.0, nan, -inf, 0.1) for n in (0, -3))
promote_stores((x := np.array([0.1, 0.2, nan], np.float32)), np.array([0.1, -0.0, 3.0]), np.array([1, 2, 3], np.int16))
promote_stores(rev(np.array([0.1, 0.2], np.float32)), rev(np.array([0.1, 1e300])), np.array([1, 2], np.int16))
promote_stores(np.array([0.1, 0.2], np.float32), np.array([0.1]), np.array([1, 2], np.int16))
promote_rank_zero(np.array(100, np.int8), np.array(0.1, np.float32))
promote_rank_zero(ro(np.array(100, np.int8)), ro(np.array(nan, np.float32)))
promote_sum(np.array([-(2**31), 5], np.int32), np.array([2**32 - 1, 7], np.uint32))
promote_sum(np.zeros(0, np.int32), np.zeros(3, np.uint32))
promote_sum((x := np.array([-5, 7], np.int32)), x.view(np.uint32))
promote_aliased((x := np.array([1.5, 2.5, 3.5], np.float32)), x.view(np.int32))
promote_aliased(rev((x := np.array([1.5, 2.5, 3.5], np.float32))), x.view(np.int32))
