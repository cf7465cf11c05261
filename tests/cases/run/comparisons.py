"""Comparison across types is exact; chains evaluate each operand once and stop early."""

import pyrx


def int_float(n: int, x: float):
    return n == x, n != x, n < x, n <= x, n > x, n >= x, x < n


def bool_int(b: bool, n: int):
    return b == n, b < n, n >= b


def bool_float(b: bool, x: float):
    return b == x, b < x


def complex_real(z: complex, x: float, n: int):
    return z == x, z == n, z != x, x == z


def element_int(a: pyrx.float64[:], n: int):
    return a[0] == n, a[0] < n, n < a[0]


def int64_float64(a: pyrx.int64[:], b: pyrx.float64[:]):
    return a[0] == b[0], a[0] < b[0], a[0] > b[0]


def int64_uint64(a: pyrx.int64[:], b: pyrx.uint64[:]):
    return a[0] == b[0], a[0] < b[0], a[0] > b[0]


def float32_float64(a: pyrx.float32[:], b: pyrx.float64[:]):
    return a[0] == b[0], a[0] < b[0]


def float32_python(a: pyrx.float32[:], x: float):
    return a[0] == x, a[0] < x


def int8_python(a: pyrx.int8[:], n: int):
    return a[0] == n, a[0] < n, a[0] > n, n != a[0]


def uint8_python(a: pyrx.uint8[:], n: int):
    return a[0] == n, a[0] < n, n <= a[0]


def effects(log: pyrx.int64[:], n: int) -> int:
    log[0] += 1
    return n


def chain_once(log: pyrx.int64[:], a: int, b: int, c: int):
    return effects(log, a) < effects(log, b) < effects(log, c)


def chain_mixed(a: int, x: float, b: bool):
    return a < x <= b, a == b != x


def chain_long(a: int, b: int, c: int, d: int):
    return a < b <= c > d != a


def identity_of_none(n: int):
    return n is None, n is not None


def in_condition(x: float):
    if 0 < x < 1:
        return 1
    if not 0 <= x <= 10:
        return 2
    return 3


def equal_strings(a: str, n: int):  # level: any
    return a == n, a != n


def tuples(a: int, x: float):  # level: interpreted
    return (a, x) == (1, 2.0), (a, x) < (2, 0.0), (a, 1) == (a, x)


def lists(a: int):  # level: any
    return [a, 2] == [1, 2], [a] < [5], (a,) == [a]


def min_of_mixed(a: pyrx.int32[:], b: pyrx.float64[:]):  # level: any
    return min(a[0], b[0]), max(a[0], b[0])


# --- calls
(int_float(n, x) for n in (0, 1, -1, 2**53, 2**53 + 1, 2**62, 2**63 - 1, -(2**63)) for x in (0.0, -0.0, 1.0, nan, inf, -inf, 2.0**53, 2.0**63, -(2.0**63), 0.5))
int_float(10**400, inf)
int_float(10**400, 1e308)
int_float(2**53 + 1, 9007199254740992.0)
(bool_int(b, n) for b in (True, False) for n in (0, 1, 2, -1))
(bool_float(b, x) for b in (True, False) for x in (0.0, 1.0, nan, 0.5))
(complex_real(z, x, n) for z in (1 + 0j, 1j, complex(2**53, 0), complex(nan, 0)) for x in (1.0, nan) for n in (1, 2**53 + 1))
(element_int(np.array([x]), n) for x in (0.0, 2.0**53, nan, 2.0**63) for n in (0, 2**53 + 1, 2**63 - 1))
(int64_float64(np.array([n]), np.array([x])) for n in (0, 2**53 + 1, 2**63 - 1) for x in (0.0, 2.0**53, 2.0**63, nan))
(int64_uint64(np.array([n]), np.array([m], np.uint64)) for n in (0, -1, 2**63 - 1) for m in (0, 2**63, 2**64 - 1))
(float32_float64(np.array([x], np.float32), np.array([x])) for x in (0.0, 0.1, 0.5, nan))
(float32_python(np.array([x], np.float32), x) for x in (0.0, 0.1, 0.5, nan, 1e300))
(int8_python(np.array([a], np.int8), n) for a in (0, -128, 127) for n in (0, 127, 128, -129, 2**63 - 1))
(uint8_python(np.array([a], np.uint8), n) for a in (0, 255) for n in (0, -1, 255, 256))
(chain_once(np.zeros(1, np.int64), a, 2, c) for a in (1, 5) for c in (1, 5))
(chain_mixed(a, x, True) for a in (0, 1) for x in (0.5, 1.0, nan))
(chain_long(a, b, c, d) for a in (0, 3) for b in (1, 3) for c in (3, 0) for d in (0, 2))
identity_of_none(0)
(in_condition(x) for x in (-1.0, 0.0, 0.5, 1.0, 10.5, nan))
equal_strings("1", 1)
(tuples(a, x) for a in (1, 2) for x in (2.0, 1.0, nan))
lists(1)
(min_of_mixed(np.array([a], np.int32), np.array([x])) for a in (0, 2) for x in (0.0, 1.5, nan))
