"""NEP 50: elements of each dtype with Python scalars, which are weak."""

import pyrx


def literal_int8(a: pyrx.int8[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_int8(a: pyrx.int8[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_int8(a: pyrx.int8[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_int8(a: pyrx.int8[:], z: complex):
    return a[0] + z, z * a[0]


def divide_int8(a: pyrx.int8[:], n: int, x: float):
    return a[0] / n, a[0] // n, a[0] % n, a[0] / x, x // a[0], n / a[0]


def order_int8(a: pyrx.int8[:], n: int, x: float):
    return a[0] < n, n <= a[0], a[0] > x, x >= a[0]


def literal_int16(a: pyrx.int16[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_int16(a: pyrx.int16[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_int16(a: pyrx.int16[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_int16(a: pyrx.int16[:], z: complex):
    return a[0] + z, z * a[0]


def divide_int16(a: pyrx.int16[:], n: int, x: float):
    return a[0] / n, a[0] // n, a[0] % n, a[0] / x, x // a[0], n / a[0]


def order_int16(a: pyrx.int16[:], n: int, x: float):
    return a[0] < n, n <= a[0], a[0] > x, x >= a[0]


def literal_int32(a: pyrx.int32[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_int32(a: pyrx.int32[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_int32(a: pyrx.int32[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_int32(a: pyrx.int32[:], z: complex):
    return a[0] + z, z * a[0]


def divide_int32(a: pyrx.int32[:], n: int, x: float):
    return a[0] / n, a[0] // n, a[0] % n, a[0] / x, x // a[0], n / a[0]


def order_int32(a: pyrx.int32[:], n: int, x: float):
    return a[0] < n, n <= a[0], a[0] > x, x >= a[0]


def literal_int64(a: pyrx.int64[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_int64(a: pyrx.int64[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_int64(a: pyrx.int64[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_int64(a: pyrx.int64[:], z: complex):
    return a[0] + z, z * a[0]


def divide_int64(a: pyrx.int64[:], n: int, x: float):
    return a[0] / n, a[0] // n, a[0] % n, a[0] / x, x // a[0], n / a[0]


def order_int64(a: pyrx.int64[:], n: int, x: float):
    return a[0] < n, n <= a[0], a[0] > x, x >= a[0]


def literal_uint8(a: pyrx.uint8[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_uint8(a: pyrx.uint8[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_uint8(a: pyrx.uint8[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_uint8(a: pyrx.uint8[:], z: complex):
    return a[0] + z, z * a[0]


def divide_uint8(a: pyrx.uint8[:], n: int, x: float):
    return a[0] / n, a[0] // n, a[0] % n, a[0] / x, x // a[0], n / a[0]


def order_uint8(a: pyrx.uint8[:], n: int, x: float):
    return a[0] < n, n <= a[0], a[0] > x, x >= a[0]


def literal_uint16(a: pyrx.uint16[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_uint16(a: pyrx.uint16[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_uint16(a: pyrx.uint16[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_uint16(a: pyrx.uint16[:], z: complex):
    return a[0] + z, z * a[0]


def divide_uint16(a: pyrx.uint16[:], n: int, x: float):
    return a[0] / n, a[0] // n, a[0] % n, a[0] / x, x // a[0], n / a[0]


def order_uint16(a: pyrx.uint16[:], n: int, x: float):
    return a[0] < n, n <= a[0], a[0] > x, x >= a[0]


def literal_uint32(a: pyrx.uint32[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_uint32(a: pyrx.uint32[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_uint32(a: pyrx.uint32[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_uint32(a: pyrx.uint32[:], z: complex):
    return a[0] + z, z * a[0]


def divide_uint32(a: pyrx.uint32[:], n: int, x: float):
    return a[0] / n, a[0] // n, a[0] % n, a[0] / x, x // a[0], n / a[0]


def order_uint32(a: pyrx.uint32[:], n: int, x: float):
    return a[0] < n, n <= a[0], a[0] > x, x >= a[0]


def literal_uint64(a: pyrx.uint64[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_uint64(a: pyrx.uint64[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_uint64(a: pyrx.uint64[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_uint64(a: pyrx.uint64[:], z: complex):
    return a[0] + z, z * a[0]


def divide_uint64(a: pyrx.uint64[:], n: int, x: float):
    return a[0] / n, a[0] // n, a[0] % n, a[0] / x, x // a[0], n / a[0]


def order_uint64(a: pyrx.uint64[:], n: int, x: float):
    return a[0] < n, n <= a[0], a[0] > x, x >= a[0]


def literal_float32(a: pyrx.float32[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_float32(a: pyrx.float32[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_float32(a: pyrx.float32[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_float32(a: pyrx.float32[:], z: complex):
    return a[0] + z, z * a[0]


def divide_float32(a: pyrx.float32[:], n: int, x: float):
    return a[0] / n, a[0] // n, a[0] % n, a[0] / x, x // a[0], n / a[0]


def order_float32(a: pyrx.float32[:], n: int, x: float):
    return a[0] < n, n <= a[0], a[0] > x, x >= a[0]


def literal_float64(a: pyrx.float64[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_float64(a: pyrx.float64[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_float64(a: pyrx.float64[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_float64(a: pyrx.float64[:], z: complex):
    return a[0] + z, z * a[0]


def divide_float64(a: pyrx.float64[:], n: int, x: float):
    return a[0] / n, a[0] // n, a[0] % n, a[0] / x, x // a[0], n / a[0]


def order_float64(a: pyrx.float64[:], n: int, x: float):
    return a[0] < n, n <= a[0], a[0] > x, x >= a[0]


def literal_complex64(a: pyrx.complex64[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_complex64(a: pyrx.complex64[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_complex64(a: pyrx.complex64[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_complex64(a: pyrx.complex64[:], z: complex):
    return a[0] + z, z * a[0]


def literal_complex128(a: pyrx.complex128[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_complex128(a: pyrx.complex128[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_complex128(a: pyrx.complex128[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_complex128(a: pyrx.complex128[:], z: complex):
    return a[0] + z, z * a[0]


def literal_bool_(a: pyrx.bool_[:]):
    return a[0] + 1, 2 * a[0], a[0] + 1.5, a[0] * 2j


def with_int_bool_(a: pyrx.bool_[:], n: int):
    return a[0] + n, n * a[0], a[0] == n


def with_float_bool_(a: pyrx.bool_[:], x: float):
    return a[0] + x, x - a[0], x * a[0], a[0] == x


def with_complex_bool_(a: pyrx.bool_[:], z: complex):
    return a[0] + z, z * a[0]


def divide_bool_(a: pyrx.bool_[:], n: int, x: float):
    return a[0] / n, a[0] // n, a[0] % n, a[0] / x, x // a[0], n / a[0]


def order_bool_(a: pyrx.bool_[:], n: int, x: float):
    return a[0] < n, n <= a[0], a[0] > x, x >= a[0]


def out_of_range_literal(a: pyrx.int8[:]):  # level: any
    return a[0] + 300


def negative_literal_unsigned(a: pyrx.uint8[:]):  # level: any
    return a[0] + -1


def float32_stays(a: pyrx.float32[:]):
    total = a[0]
    for i in range(1, len(a)):
        total = total * 0.1 + a[i] * 3
    return total


def float32_into_float(a: pyrx.float32[:]):
    total = 0.0
    for x in a:
        total += x
    return total


def int8_into_int(a: pyrx.int8[:]):
    total = 0
    for x in a:
        total += x
    return total


def int8_into_int_fixed(a: pyrx.int8[:]):
    total = 0
    for x in a:
        total += int(x)
    return total


def index_arithmetic(a: pyrx.int64[:], b: pyrx.float64[:]):
    return b[a[0]] + b[a[1] - 1]


def uint_index(a: pyrx.uint8[:], b: pyrx.float64[:]):
    return b[a[0]], b[a[0] - a[1]]


def divides_int8(a: pyrx.int8[:], n: int):
    p = a[0]
    return p / n, n / p, 300 / p, p / 70000


def divides_uint32(a: pyrx.uint32[:], n: int):
    p = a[0]
    p2 = p / -1
    return p / n, n / p, p2, (2**63 - 1) / p


def divides_bool(a: pyrx.bool_[:], n: int):
    p = a[0]
    return p / n, n / p, p / p


# --- calls
(divides_int8(np.array([x], np.int8), n) for x in (0, 1, -7) for n in (0, 3, 300, -1, 2**62))
(divides_uint32(np.array([x], np.uint32), n) for x in (0, 1, 2**32 - 1) for n in (0, 3, -1, 2**40))
(divides_bool(np.array([x]), n) for x in (True, False) for n in (0, 3, 300))
(literal_int8(np.array([a], np.int8)) for a in (0, 1, -7, 127))
(with_int_int8(np.array([a], np.int8), n) for a in (0, 1, -7, 127) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_int8(np.array([a], np.int8), x) for a in (0, 1, -7, 127) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_int8(np.array([a], np.int8), z) for a in (0, 1, -7, 127) for z in (0j, 0.1 + 1j))
(divide_int8(np.array([a], np.int8), n, x) for a in (0, 1, -7, 127) for n in (0, 3, -3, 300) for x in (0.0, 0.7))
(order_int8(np.array([a], np.int8), n, x) for a in (0, 1, -7, 127) for n in (0, -3, 300, 2**62) for x in (0.5, nan))
(literal_int16(np.array([a], np.int16)) for a in (0, 1, -7, 32767))
(with_int_int16(np.array([a], np.int16), n) for a in (0, 1, -7, 32767) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_int16(np.array([a], np.int16), x) for a in (0, 1, -7, 32767) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_int16(np.array([a], np.int16), z) for a in (0, 1, -7, 32767) for z in (0j, 0.1 + 1j))
(divide_int16(np.array([a], np.int16), n, x) for a in (0, 1, -7, 32767) for n in (0, 3, -3, 300) for x in (0.0, 0.7))
(order_int16(np.array([a], np.int16), n, x) for a in (0, 1, -7, 32767) for n in (0, -3, 300, 2**62) for x in (0.5, nan))
(literal_int32(np.array([a], np.int32)) for a in (0, 1, -7, 2147483647))
(with_int_int32(np.array([a], np.int32), n) for a in (0, 1, -7, 2147483647) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_int32(np.array([a], np.int32), x) for a in (0, 1, -7, 2147483647) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_int32(np.array([a], np.int32), z) for a in (0, 1, -7, 2147483647) for z in (0j, 0.1 + 1j))
(divide_int32(np.array([a], np.int32), n, x) for a in (0, 1, -7, 2147483647) for n in (0, 3, -3, 300) for x in (0.0, 0.7))
(order_int32(np.array([a], np.int32), n, x) for a in (0, 1, -7, 2147483647) for n in (0, -3, 300, 2**62) for x in (0.5, nan))
(literal_int64(np.array([a], np.int64)) for a in (0, 1, -7, 9223372036854775807))
(with_int_int64(np.array([a], np.int64), n) for a in (0, 1, -7, 9223372036854775807) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_int64(np.array([a], np.int64), x) for a in (0, 1, -7, 9223372036854775807) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_int64(np.array([a], np.int64), z) for a in (0, 1, -7, 9223372036854775807) for z in (0j, 0.1 + 1j))
(divide_int64(np.array([a], np.int64), n, x) for a in (0, 1, -7, 9223372036854775807) for n in (0, 3, -3, 300) for x in (0.0, 0.7))
(order_int64(np.array([a], np.int64), n, x) for a in (0, 1, -7, 9223372036854775807) for n in (0, -3, 300, 2**62) for x in (0.5, nan))
(literal_uint8(np.array([a], np.uint8)) for a in (0, 1, 7, 255))
(with_int_uint8(np.array([a], np.uint8), n) for a in (0, 1, 7, 255) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_uint8(np.array([a], np.uint8), x) for a in (0, 1, 7, 255) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_uint8(np.array([a], np.uint8), z) for a in (0, 1, 7, 255) for z in (0j, 0.1 + 1j))
(divide_uint8(np.array([a], np.uint8), n, x) for a in (0, 1, 7, 255) for n in (0, 3, -3, 300) for x in (0.0, 0.7))
(order_uint8(np.array([a], np.uint8), n, x) for a in (0, 1, 7, 255) for n in (0, -3, 300, 2**62) for x in (0.5, nan))
(literal_uint16(np.array([a], np.uint16)) for a in (0, 1, 7, 65535))
(with_int_uint16(np.array([a], np.uint16), n) for a in (0, 1, 7, 65535) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_uint16(np.array([a], np.uint16), x) for a in (0, 1, 7, 65535) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_uint16(np.array([a], np.uint16), z) for a in (0, 1, 7, 65535) for z in (0j, 0.1 + 1j))
(divide_uint16(np.array([a], np.uint16), n, x) for a in (0, 1, 7, 65535) for n in (0, 3, -3, 300) for x in (0.0, 0.7))
(order_uint16(np.array([a], np.uint16), n, x) for a in (0, 1, 7, 65535) for n in (0, -3, 300, 2**62) for x in (0.5, nan))
(literal_uint32(np.array([a], np.uint32)) for a in (0, 1, 7, 4294967295))
(with_int_uint32(np.array([a], np.uint32), n) for a in (0, 1, 7, 4294967295) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_uint32(np.array([a], np.uint32), x) for a in (0, 1, 7, 4294967295) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_uint32(np.array([a], np.uint32), z) for a in (0, 1, 7, 4294967295) for z in (0j, 0.1 + 1j))
(divide_uint32(np.array([a], np.uint32), n, x) for a in (0, 1, 7, 4294967295) for n in (0, 3, -3, 300) for x in (0.0, 0.7))
(order_uint32(np.array([a], np.uint32), n, x) for a in (0, 1, 7, 4294967295) for n in (0, -3, 300, 2**62) for x in (0.5, nan))
(literal_uint64(np.array([a], np.uint64)) for a in (0, 1, 7, 18446744073709551615))
(with_int_uint64(np.array([a], np.uint64), n) for a in (0, 1, 7, 18446744073709551615) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_uint64(np.array([a], np.uint64), x) for a in (0, 1, 7, 18446744073709551615) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_uint64(np.array([a], np.uint64), z) for a in (0, 1, 7, 18446744073709551615) for z in (0j, 0.1 + 1j))
(divide_uint64(np.array([a], np.uint64), n, x) for a in (0, 1, 7, 18446744073709551615) for n in (0, 3, -3, 300) for x in (0.0, 0.7))
(order_uint64(np.array([a], np.uint64), n, x) for a in (0, 1, 7, 18446744073709551615) for n in (0, -3, 300, 2**62) for x in (0.5, nan))
(literal_float32(np.array([a], np.float32)) for a in (0.0, -0.0, 0.1, -2.5, nan, inf))
(with_int_float32(np.array([a], np.float32), n) for a in (0.0, -0.0, 0.1, -2.5, nan, inf) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_float32(np.array([a], np.float32), x) for a in (0.0, -0.0, 0.1, -2.5, nan, inf) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_float32(np.array([a], np.float32), z) for a in (0.0, -0.0, 0.1, -2.5, nan, inf) for z in (0j, 0.1 + 1j))
(divide_float32(np.array([a], np.float32), n, x) for a in (0.0, -0.0, 0.1, -2.5, nan, inf) for n in (0, 3, -3, 300) for x in (0.0, 0.7))
(order_float32(np.array([a], np.float32), n, x) for a in (0.0, -0.0, 0.1, -2.5, nan, inf) for n in (0, -3, 300, 2**62) for x in (0.5, nan))
(literal_float64(np.array([a], np.float64)) for a in (0.0, -0.0, 0.1, -2.5, nan, inf))
(with_int_float64(np.array([a], np.float64), n) for a in (0.0, -0.0, 0.1, -2.5, nan, inf) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_float64(np.array([a], np.float64), x) for a in (0.0, -0.0, 0.1, -2.5, nan, inf) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_float64(np.array([a], np.float64), z) for a in (0.0, -0.0, 0.1, -2.5, nan, inf) for z in (0j, 0.1 + 1j))
(divide_float64(np.array([a], np.float64), n, x) for a in (0.0, -0.0, 0.1, -2.5, nan, inf) for n in (0, 3, -3, 300) for x in (0.0, 0.7))
(order_float64(np.array([a], np.float64), n, x) for a in (0.0, -0.0, 0.1, -2.5, nan, inf) for n in (0, -3, 300, 2**62) for x in (0.5, nan))
(literal_complex64(np.array([a], np.complex64)) for a in (0j, 1 + 2j, complex(nan, -0.0)))
(with_int_complex64(np.array([a], np.complex64), n) for a in (0j, 1 + 2j, complex(nan, -0.0)) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_complex64(np.array([a], np.complex64), x) for a in (0j, 1 + 2j, complex(nan, -0.0)) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_complex64(np.array([a], np.complex64), z) for a in (0j, 1 + 2j, complex(nan, -0.0)) for z in (0j, 0.1 + 1j))
(literal_complex128(np.array([a], np.complex128)) for a in (0j, 1 + 2j, complex(nan, -0.0)))
(with_int_complex128(np.array([a], np.complex128), n) for a in (0j, 1 + 2j, complex(nan, -0.0)) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_complex128(np.array([a], np.complex128), x) for a in (0j, 1 + 2j, complex(nan, -0.0)) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_complex128(np.array([a], np.complex128), z) for a in (0j, 1 + 2j, complex(nan, -0.0)) for z in (0j, 0.1 + 1j))
(literal_bool_(np.array([a], np.bool_)) for a in (False, True))
(with_int_bool_(np.array([a], np.bool_), n) for a in (False, True) for n in (0, 3, -3, 200, 2**40, -(2**63)))
(with_float_bool_(np.array([a], np.bool_), x) for a in (False, True) for x in (0.0, -0.0, 0.1, nan, 1e300))
(with_complex_bool_(np.array([a], np.bool_), z) for a in (False, True) for z in (0j, 0.1 + 1j))
(divide_bool_(np.array([a], np.bool_), n, x) for a in (False, True) for n in (0, 3, -3, 300) for x in (0.0, 0.7))
(order_bool_(np.array([a], np.bool_), n, x) for a in (False, True) for n in (0, -3, 300, 2**62) for x in (0.5, nan))
out_of_range_literal(np.array([1], np.int8))
negative_literal_unsigned(np.array([1], np.uint8))
(float32_stays(a) for a in (np.array([0.1], np.float32), np.array([0.1, 0.7, 1e30], np.float32), np.array([3e38] * 3, np.float32)))
(float32_into_float(np.array(a, np.float32)) for a in ([], [0.1], [0.1, 0.2, nan]))  # deviation: 5 -> np.float32(0.0)
(int8_into_int(np.array(a, np.int8)) for a in ([], [100], [100, 100], [-128, -1]))  # deviation: 5 -> np.int8(0)
(int8_into_int_fixed(np.array(a, np.int8)) for a in ([], [100, 100], [-128, -1]))
index_arithmetic(np.array([0, 0]), f8(3))
index_arithmetic(np.array([2, 2]), f8(3))
index_arithmetic(np.array([3, 2]), f8(3))
uint_index(np.array([1, 1], np.uint8), f8(300))
uint_index(np.array([1, 2], np.uint8), f8(300))
uint_index(np.array([1, 2], np.uint8), f8(200))
