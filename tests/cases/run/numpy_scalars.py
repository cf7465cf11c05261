"""NumPy scalar constructors and ufuncs on scalars."""

import numpy as np
from numpy import float32, sqrt

import pyrx


def construct_float(x: float):
    return np.float64(x), np.float32(x), float32(x)


def construct_int(n: int):
    return np.int64(n), np.int32(n), np.int8(n), np.uint8(n), np.uint64(n)


def construct_bool(n: int):  # level: interpreted
    return np.bool_(n), np.bool_(n > 2)


def construct_complex(z: complex):
    return np.complex128(z), np.complex64(z)


def arithmetic(x: float, n: int):
    a = np.float32(x)
    b = np.int32(n)
    return a + a, a * 2, a + 0.5, a + b, b * 2, b + b


def wraps(n: int):
    x = np.int32(n)
    return x * x


def division(n: int):
    x = np.int64(n)
    return x / 2, x // 2, x % 3, x // 0, x / 0


def accumulate(n: int):
    s = np.float32(0)
    for i in range(n):
        s += np.float32(0.1)
    return s


def elementary(x: float):
    return np.sqrt(x), np.abs(x), np.floor(x), np.ceil(x), np.square(x), np.sign(x)


def inexact(x: float):  # level: interpreted
    return np.isclose(np.exp(x), np.e**x), np.isclose(np.sin(x) ** 2 + np.cos(x) ** 2, 1.0)


def of_int(n: int):
    return np.sqrt(n), np.abs(n), np.sign(n)


def of_float32(a: pyrx.float32[:]):
    return np.sqrt(a[0]), np.abs(a[0]), np.floor(a[0])


def of_int8(a: pyrx.int8[:]):
    return np.abs(a[0]), np.sign(a[0]), np.square(a[0])


def binary(x: float, y: float):
    return np.maximum(x, y), np.minimum(x, y), np.fmax(x, y), np.fmin(x, y), np.copysign(x, y)


def binary_arithmetic(x: float, y: float):
    return np.add(x, y), np.subtract(x, y), np.multiply(x, y), np.divide(x, y)


def modulo(x: float, y: float):
    return np.mod(x, y), np.remainder(x, y), np.fmod(x, y), np.floor_divide(x, y)


def kinds(x: float):
    return np.isnan(x), np.isinf(x), np.isfinite(x), np.signbit(x)


def comparison(x: float, y: float):
    return np.less(x, y), np.equal(x, y), np.logical_and(x > 0, y > 0), np.logical_not(x > 0)


def rounding(x: float):
    return np.rint(x), np.trunc(x), np.round(x)


def imported(x: float):
    return sqrt(x)


def constants():  # level: interpreted
    return np.pi, np.e, np.inf, np.nan, np.euler_gamma


def item(a: pyrx.float64[:]):  # level: interpreted
    return a[0].item(), a.item(1)


def round_trip(a: pyrx.float64[:], n: int):
    return float(np.float32(a[0])), int(np.int16(n)), complex(np.complex64(a[0]))


def dtype_of_scalar(a: pyrx.float32[:]):  # level: any
    return a[0].dtype, type(a[0]).__name__, a[0].shape, a[0].ndim


def clipped(x: float):  # level: any
    return np.clip(x, 0.0, 1.0), min(max(x, 0.0), 1.0)


def where(x: float):  # level: any
    return np.where(x > 0, x, -x)


def of_object(x: object, n: int):  # level: mixed
    total = 0.0
    for i in range(n):
        total += np.sqrt(i)
    return np.sqrt(x), total


def of_text(s: str, n: int):  # level: any
    total = 0.0
    for i in range(n):
        total += i
    return np.sqrt(s), total


def made_of_text(s: str, n: int):  # level: any
    total = 0
    for i in range(n):
        total += i
    return np.float64(s), np.int32(s), total


def bits_of_float(x: float):  # level: any
    return np.bitwise_and(x, 1)


def shift_of_float32(a: pyrx.float32[:], n: int):  # level: any
    return a[0] << n


def of_bool(a: pyrx.bool_[:]):  # level: any
    return np.abs(a[0]), np.sqrt(a[0]), np.maximum(a[0], 3)


def negative_bool(a: pyrx.bool_[:]):  # level: any
    return np.negative(a[0])


def complex_order(a: pyrx.complex64[:]):  # level: any
    return np.maximum(a[0], a[1]), np.abs(a[0]), np.sqrt(a[0])


def complex_less(a: pyrx.complex64[:]):  # level: any
    return a[0] < a[1]


def floor_of_complex(z: complex):  # level: any
    return np.floor(z)


def of_rank_zero(x: float):
    return np.sqrt(x) + np.floor(x)


# --- calls
(construct_float(x) for x in FEW_FLOATS)
(construct_float(x) for x in (0.1, 1e300))
(construct_int(n) for n in (0, 5, 127, 128, -1))
(construct_bool(n) for n in (0, 5))
construct_complex(1 + 0.1j)
(arithmetic(x, n) for x in (0.1, nan) for n in (0, 2**30))
(wraps(n) for n in (3, 2**20))
(division(n) for n in (0, 7, -7))
(accumulate(n) for n in (0, 1, 100))
(elementary(x) for x in FLOATS)
(inexact(x) for x in (0.0, 0.5, -3.0))
(of_int(n) for n in (0, 4, -9))
of_float32(np.array([0.1], np.float32))
(of_int8(np.array([n], np.int8)) for n in (0, 5, -128, 127))
(binary(x, y) for x in FEW_FLOATS for y in FEW_FLOATS)
(binary_arithmetic(x, y) for x in FEW_FLOATS for y in FEW_FLOATS)
(modulo(x, y) for x in FEW_FLOATS for y in FEW_FLOATS)
(kinds(x) for x in FLOATS)
(comparison(x, y) for x in FEW_FLOATS for y in (0.0, nan, 2.0))
(rounding(x) for x in FLOATS)
(imported(x) for x in (4.0, -4.0, nan))
constants()
item(f8(2))
round_trip(np.array([0.1]), 7)
dtype_of_scalar(np.zeros(1, np.float32))
(clipped(x) for x in (-1.0, 0.5, nan))
(where(x) for x in (-1.0, 0.5))
(of_object(x, 3) for x in (4.0, "x", None, [4.0], True, 1j, 2**70, decimal.Decimal(4)))
of_text("4", 3)
(made_of_text(s, 3) for s in ("4", "x", ""))
bits_of_float(2.5)
shift_of_float32(np.array([2.5], np.float32), 1)
(of_bool(np.array([b])) for b in (True, False))
negative_bool(np.array([True]))
complex_order(np.array([1j, 2], np.complex64))
complex_order(np.array([complex(nan, 1), 2], np.complex64))
complex_less(np.array([1j, 2], np.complex64))
floor_of_complex(1 + 2.5j)
of_rank_zero(np.array(6.25))  # deviation: 1 -> np.float64(8.5)
of_rank_zero("x")  # refused: TypeError 'x'
wraps(2.5)  # refused: TypeError 'n'
wraps("x")  # refused: TypeError 'n'
construct_float("x")  # refused: TypeError 'x'
construct_int(2.5)  # refused: TypeError 'n'
