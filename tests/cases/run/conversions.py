"""`int float complex bool abs round divmod min max sum pow len` on numbers."""

import pyrx


def to_int(x: float):
    return int(x)


def to_float(n: int):
    return float(n)


def to_bool(x: float, n: int):
    return bool(x), bool(n)


def identity(n: int, x: float, b: bool):
    return int(n), float(x), bool(b), int(b), float(b)


def truncated(x: float):
    return int(x), int(-x), int(x * 2)


def rounded(x: float):
    return round(x)


def rounded_to(x: float, n: int):
    return round(x, n)


def rounded_int(n: int):
    return round(n)


def rounded_int_to(n: int, digits: int):
    return round(n, digits)


def rounded_constant(x: float):
    return round(x, 2), round(x, 0), round(x, -1)


def round_none(x: float):  # level: any
    return round(x, None)


def absolute(x: float, n: int):
    return abs(x), abs(n)


def smaller(a: float, b: float):
    return min(a, b), max(a, b)


def smallest(a: int, b: int, c: int):
    return min(a, b, c), max(a, b, c)


def extremes_of_list(xs: list[float]):
    return min(xs), max(xs)


def extremes_of_tuple(a: int, b: int):
    return min((a, b)), max((a, b, 3))


def mixed_min(a: int, b: float):  # level: any
    return min(a, b), max(a, b)


def extremes_of_range(n: int):
    return min(range(n)), max(range(n))


def extremes_of_array(a: pyrx.float64[:]):  # level: any
    return min(a), max(a)


def total_of_list(xs: list[float]):
    return sum(xs)


def total_of_ints(xs: list[int]):
    return sum(xs)


def total_with_start(xs: list[int], start: int):
    return sum(xs, start)


def total_of_range(n: int):
    return sum(range(n))


def total_of_generator(n: int):  # level: any
    return sum(i * i for i in range(n))


def total_of_array(a: pyrx.float64[:]):  # level: any
    return sum(a)


def quotient(a: int, b: int):
    return divmod(a, b)


def quotient_float(a: float, b: float):
    return divmod(a, b)


def powers(a: float, b: float):
    return pow(a, b)


def lengths(xs: list[int], s: str, t: bytes, a: pyrx.float64[:, :]):
    return len(xs), len(s), len(t), len(a)


def numpy_to_python(a: pyrx.float64[:], b: pyrx.int64[:]):
    return float(a[0]), int(b[0]), int(a[0]), float(b[0]), complex(a[0]), bool(a[0])


def abs_numpy(a: pyrx.float64[:], b: pyrx.int8[:]):
    return abs(a[0]), abs(b[0])


def round_numpy(a: pyrx.float64[:]):  # level: any
    return round(a[0]), round(a[0], 1)


def min_numpy(a: pyrx.float64[:]):
    return min(a[0], a[1]), max(a[0], a[1])


def to_complex(x: float, n: int):
    return complex(x), complex(n), complex(x, n), complex(n, x)


def defaults():  # level: any
    return int(), float(), complex(), bool(), str(), ()


def from_text(s: str):  # level: any
    return int(s)


def float_from_text(s: str):  # level: any
    return float(s)


def narrowing(n: int):
    return int(n / 2), int(n // 2), float(n) / 2


# --- calls
(to_int(x) for x in FLOATS)
(to_int(x) for x in (2.0**62, 2.0**63, -(2.0**63), 2.0**64, 0.9999999999999999))
(to_float(n) for n in INTS)
(to_float(n) for n in (2**53, 2**53 + 1, 2**54 + 3, 2**63 - 513, 10**300, 10**400))
(to_bool(x, n) for x in FEW_FLOATS for n in (0, 1, -1))
identity(3, -0.0, True)
(truncated(x) for x in (0.0, 0.5, 2.7, -2.7, 1e10))
(rounded(x) for x in (*FLOATS, 1.5, 0.49999999999999994, 4503599627370497.5, -1.5))
(rounded_to(x, n) for x in (*FEW_FLOATS, 2.675, 1e22, 0.05, 12345.678, 1e-10) for n in (0, 1, 2, 15, 30, -1, -3, -400, 400))
(rounded_int(n) for n in INTS)
(rounded_int_to(n, digits) for n in (0, 5, 15, 25, -25, 1249, 1250, 2**62) for digits in (0, 1, -1, -2, -3, -30))
(rounded_constant(x) for x in (*FEW_FLOATS, 2.675, 15.0, 25.0))
(round_none(x) for x in (2.5, nan))
(absolute(x, n) for x in FEW_FLOATS for n in (0, -5, 2**62))
(smaller(a, b) for a in FEW_FLOATS for b in FEW_FLOATS)
(smallest(a, b, c) for a in (0, 5) for b in (-1, 5) for c in (2**62, -(2**63)))
(extremes_of_list(xs) for xs in ([], [1.0], [2.0, nan, 1.0], [nan, 2.0], [0.0, -0.0], [-0.0, 0.0], [inf, -inf]))
extremes_of_tuple(2, 5)
(mixed_min(a, b) for a in (0, 1, 2) for b in (0.0, 1.0, nan, 1.5))
(extremes_of_range(n) for n in (0, 1, 5))
(extremes_of_array(a) for a in (f8(0), f8(3), np.array([nan, 1.0]), np.array([1.0, nan])))
total_of_list([])  # deviation: 5 -> 0.0
(total_of_list(xs) for xs in ([0.1] * 10, [1e16, 1.0, -1e16], [nan, inf], [-0.0]))
(total_of_ints(xs) for xs in ([], [1, 2, 3], [2**62] * 3, [True, False]))
(total_with_start([1, 2], start) for start in (0, 10, 2**63 - 2))
(total_of_range(n) for n in (0, 1, 100, -5))
(total_of_generator(n) for n in (0, 1, 10))
total_of_array(f8(0))  # deviation: 5 -> np.float64(0.0)
total_of_array(f8(3))
(quotient(a, b) for a in (7, -7, 0, 2**63 - 1) for b in (2, -2, 0))
(quotient_float(a, b) for a in (7.5, -7.5, inf, nan, -0.0) for b in (2.0, -2.0, inf, 0.0))
(powers(a, b) for a in (2.0, -8.0, 0.0) for b in (3.0, 0.5, -1.0, 1 / 3))
lengths([1, 2], "größe", b"abc", f8(2, 3))
lengths([], "", b"", f8(0, 3))
numpy_to_python(np.array([2.5]), np.array([7]))
numpy_to_python(np.array([-0.0]), np.array([-(2**63)]))
numpy_to_python(np.array([nan]), np.array([1]))
numpy_to_python(np.array([inf]), np.array([1]))
numpy_to_python(np.array([1e30]), np.array([2**63 - 1]))
(abs_numpy(np.array([x]), np.array([n], np.int8)) for x in (-0.0, -2.5, nan) for n in (-128, -5, 7))
(round_numpy(np.array([x])) for x in (2.5, 0.05, -1.5, 2.675))
(min_numpy(np.array([a, b])) for a in (0.0, nan, 1.0) for b in (-0.0, 2.0, nan))
(to_complex(x, n) for x in (0.0, -0.0, nan) for n in (0, -3))
defaults()
(from_text(s) for s in ("12", " -7 ", "1_000", "", "1.5", "٣", "x"))
(float_from_text(s) for s in ("1.5", " -inf ", "nan", "1e400", "", "x"))
(narrowing(n) for n in (0, 7, -7, 2**53 + 1))
