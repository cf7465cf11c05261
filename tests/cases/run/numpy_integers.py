"""NumPy-rule integers of every width: operators wrap, division by zero gives 0, results are NumPy scalars."""

import pyrx


def arithmetic_int8(a: pyrx.int8[:]):
    return a[0] + a[1], a[0] - a[1], a[0] * a[1]


def division_int8(a: pyrx.int8[:]):
    return a[0] / a[1], a[0] // a[1], a[0] % a[1]


def bits_int8(a: pyrx.int8[:]):
    return a[0] & a[1], a[0] | a[1], a[0] ^ a[1], ~a[0]


def unary_int8(a: pyrx.int8[:]):
    return -a[0], +a[0], abs(a[0]), not a[0]


def compare_int8(a: pyrx.int8[:]):
    return a[0] < a[1], a[0] <= a[1], a[0] == a[1], a[0] != a[1], a[0] > a[1], a[0] >= a[1]


def shifts_int8(a: pyrx.int8[:], b: pyrx.int8[:]):
    return a[0] << b[0], a[0] >> b[0]


def power_int8(a: pyrx.int8[:]):
    return a[0] ** 2, a[0] ** 3


def running_int8(a: pyrx.int8[:]):
    total = a[0]
    for i in range(1, len(a)):
        total += a[i]
    return total


def convert_int8(a: pyrx.int8[:]):
    return int(a[0]), float(a[0]), bool(a[0])


def arithmetic_int16(a: pyrx.int16[:]):
    return a[0] + a[1], a[0] - a[1], a[0] * a[1]


def division_int16(a: pyrx.int16[:]):
    return a[0] / a[1], a[0] // a[1], a[0] % a[1]


def bits_int16(a: pyrx.int16[:]):
    return a[0] & a[1], a[0] | a[1], a[0] ^ a[1], ~a[0]


def unary_int16(a: pyrx.int16[:]):
    return -a[0], +a[0], abs(a[0]), not a[0]


def compare_int16(a: pyrx.int16[:]):
    return a[0] < a[1], a[0] <= a[1], a[0] == a[1], a[0] != a[1], a[0] > a[1], a[0] >= a[1]


def shifts_int16(a: pyrx.int16[:], b: pyrx.int16[:]):
    return a[0] << b[0], a[0] >> b[0]


def power_int16(a: pyrx.int16[:]):
    return a[0] ** 2, a[0] ** 3


def running_int16(a: pyrx.int16[:]):
    total = a[0]
    for i in range(1, len(a)):
        total += a[i]
    return total


def convert_int16(a: pyrx.int16[:]):
    return int(a[0]), float(a[0]), bool(a[0])


def arithmetic_int32(a: pyrx.int32[:]):
    return a[0] + a[1], a[0] - a[1], a[0] * a[1]


def division_int32(a: pyrx.int32[:]):
    return a[0] / a[1], a[0] // a[1], a[0] % a[1]


def bits_int32(a: pyrx.int32[:]):
    return a[0] & a[1], a[0] | a[1], a[0] ^ a[1], ~a[0]


def unary_int32(a: pyrx.int32[:]):
    return -a[0], +a[0], abs(a[0]), not a[0]


def compare_int32(a: pyrx.int32[:]):
    return a[0] < a[1], a[0] <= a[1], a[0] == a[1], a[0] != a[1], a[0] > a[1], a[0] >= a[1]


def shifts_int32(a: pyrx.int32[:], b: pyrx.int32[:]):
    return a[0] << b[0], a[0] >> b[0]


def power_int32(a: pyrx.int32[:]):
    return a[0] ** 2, a[0] ** 3


def running_int32(a: pyrx.int32[:]):
    total = a[0]
    for i in range(1, len(a)):
        total += a[i]
    return total


def convert_int32(a: pyrx.int32[:]):
    return int(a[0]), float(a[0]), bool(a[0])


def arithmetic_int64(a: pyrx.int64[:]):
    return a[0] + a[1], a[0] - a[1], a[0] * a[1]


def division_int64(a: pyrx.int64[:]):
    return a[0] / a[1], a[0] // a[1], a[0] % a[1]


def bits_int64(a: pyrx.int64[:]):
    return a[0] & a[1], a[0] | a[1], a[0] ^ a[1], ~a[0]


def unary_int64(a: pyrx.int64[:]):
    return -a[0], +a[0], abs(a[0]), not a[0]


def compare_int64(a: pyrx.int64[:]):
    return a[0] < a[1], a[0] <= a[1], a[0] == a[1], a[0] != a[1], a[0] > a[1], a[0] >= a[1]


def shifts_int64(a: pyrx.int64[:], b: pyrx.int64[:]):
    return a[0] << b[0], a[0] >> b[0]


def power_int64(a: pyrx.int64[:]):
    return a[0] ** 2, a[0] ** 3


def running_int64(a: pyrx.int64[:]):
    total = a[0]
    for i in range(1, len(a)):
        total += a[i]
    return total


def convert_int64(a: pyrx.int64[:]):
    return int(a[0]), float(a[0]), bool(a[0])


def arithmetic_uint8(a: pyrx.uint8[:]):
    return a[0] + a[1], a[0] - a[1], a[0] * a[1]


def division_uint8(a: pyrx.uint8[:]):
    return a[0] / a[1], a[0] // a[1], a[0] % a[1]


def bits_uint8(a: pyrx.uint8[:]):
    return a[0] & a[1], a[0] | a[1], a[0] ^ a[1], ~a[0]


def unary_uint8(a: pyrx.uint8[:]):
    return -a[0], +a[0], abs(a[0]), not a[0]


def compare_uint8(a: pyrx.uint8[:]):
    return a[0] < a[1], a[0] <= a[1], a[0] == a[1], a[0] != a[1], a[0] > a[1], a[0] >= a[1]


def shifts_uint8(a: pyrx.uint8[:], b: pyrx.uint8[:]):
    return a[0] << b[0], a[0] >> b[0]


def power_uint8(a: pyrx.uint8[:]):
    return a[0] ** 2, a[0] ** 3


def running_uint8(a: pyrx.uint8[:]):
    total = a[0]
    for i in range(1, len(a)):
        total += a[i]
    return total


def convert_uint8(a: pyrx.uint8[:]):
    return int(a[0]), float(a[0]), bool(a[0])


def arithmetic_uint16(a: pyrx.uint16[:]):
    return a[0] + a[1], a[0] - a[1], a[0] * a[1]


def division_uint16(a: pyrx.uint16[:]):
    return a[0] / a[1], a[0] // a[1], a[0] % a[1]


def bits_uint16(a: pyrx.uint16[:]):
    return a[0] & a[1], a[0] | a[1], a[0] ^ a[1], ~a[0]


def unary_uint16(a: pyrx.uint16[:]):
    return -a[0], +a[0], abs(a[0]), not a[0]


def compare_uint16(a: pyrx.uint16[:]):
    return a[0] < a[1], a[0] <= a[1], a[0] == a[1], a[0] != a[1], a[0] > a[1], a[0] >= a[1]


def shifts_uint16(a: pyrx.uint16[:], b: pyrx.uint16[:]):
    return a[0] << b[0], a[0] >> b[0]


def power_uint16(a: pyrx.uint16[:]):
    return a[0] ** 2, a[0] ** 3


def running_uint16(a: pyrx.uint16[:]):
    total = a[0]
    for i in range(1, len(a)):
        total += a[i]
    return total


def convert_uint16(a: pyrx.uint16[:]):
    return int(a[0]), float(a[0]), bool(a[0])


def arithmetic_uint32(a: pyrx.uint32[:]):
    return a[0] + a[1], a[0] - a[1], a[0] * a[1]


def division_uint32(a: pyrx.uint32[:]):
    return a[0] / a[1], a[0] // a[1], a[0] % a[1]


def bits_uint32(a: pyrx.uint32[:]):
    return a[0] & a[1], a[0] | a[1], a[0] ^ a[1], ~a[0]


def unary_uint32(a: pyrx.uint32[:]):
    return -a[0], +a[0], abs(a[0]), not a[0]


def compare_uint32(a: pyrx.uint32[:]):
    return a[0] < a[1], a[0] <= a[1], a[0] == a[1], a[0] != a[1], a[0] > a[1], a[0] >= a[1]


def shifts_uint32(a: pyrx.uint32[:], b: pyrx.uint32[:]):
    return a[0] << b[0], a[0] >> b[0]


def power_uint32(a: pyrx.uint32[:]):
    return a[0] ** 2, a[0] ** 3


def running_uint32(a: pyrx.uint32[:]):
    total = a[0]
    for i in range(1, len(a)):
        total += a[i]
    return total


def convert_uint32(a: pyrx.uint32[:]):
    return int(a[0]), float(a[0]), bool(a[0])


def arithmetic_uint64(a: pyrx.uint64[:]):
    return a[0] + a[1], a[0] - a[1], a[0] * a[1]


def division_uint64(a: pyrx.uint64[:]):
    return a[0] / a[1], a[0] // a[1], a[0] % a[1]


def bits_uint64(a: pyrx.uint64[:]):
    return a[0] & a[1], a[0] | a[1], a[0] ^ a[1], ~a[0]


def unary_uint64(a: pyrx.uint64[:]):
    return -a[0], +a[0], abs(a[0]), not a[0]


def compare_uint64(a: pyrx.uint64[:]):
    return a[0] < a[1], a[0] <= a[1], a[0] == a[1], a[0] != a[1], a[0] > a[1], a[0] >= a[1]


def shifts_uint64(a: pyrx.uint64[:], b: pyrx.uint64[:]):
    return a[0] << b[0], a[0] >> b[0]


def power_uint64(a: pyrx.uint64[:]):
    return a[0] ** 2, a[0] ** 3


def running_uint64(a: pyrx.uint64[:]):
    total = a[0]
    for i in range(1, len(a)):
        total += a[i]
    return total


def convert_uint64(a: pyrx.uint64[:]):
    return int(a[0]), float(a[0]), bool(a[0])


# --- calls
(arithmetic_int8(np.array([a, b], np.int8)) for a in (0, 1, -1, 3, -7, 127, -128) for b in (0, 1, -1, 3, -7, 127, -128))
(division_int8(np.array([a, b], np.int8)) for a in (0, 1, -1, 3, -7, 127, -128) for b in (0, 1, -1, 3, -7, 127, -128))
(bits_int8(np.array([a, b], np.int8)) for a in (0, 1, -1, 3, -7, 127, -128) for b in (0, 1, -1, 3, -7, 127, -128) if a <= b)
(unary_int8(np.array([a], np.int8)) for a in (0, 1, -1, 3, -7, 127, -128))
(compare_int8(np.array([a, b], np.int8)) for a in (0, 1, -1, 3, -7, 127, -128) for b in (0, 1, -1, 3, -7, 127, -128) if a <= b)
(shifts_int8(np.array([a], np.int8), np.array([n], np.int8)) for a in (0, 1, -1, 3, -7, 127, -128) for n in (0, 1, 7, 8, 100))
(power_int8(np.array([a], np.int8)) for a in (0, 1, -1, 3, -7, 127, -128))
running_int8(np.array([100] * 5, np.int8))
running_int8(np.array([], np.int8))
(convert_int8(np.array([a], np.int8)) for a in (0, 1, -1, 3, -7, 127, -128))
(arithmetic_int16(np.array([a, b], np.int16)) for a in (0, 1, -1, 3, -7, 32767, -32768) for b in (0, 1, -1, 3, -7, 32767, -32768))
(division_int16(np.array([a, b], np.int16)) for a in (0, 1, -1, 3, -7, 32767, -32768) for b in (0, 1, -1, 3, -7, 32767, -32768))
(bits_int16(np.array([a, b], np.int16)) for a in (0, 1, -1, 3, -7, 32767, -32768) for b in (0, 1, -1, 3, -7, 32767, -32768) if a <= b)
(unary_int16(np.array([a], np.int16)) for a in (0, 1, -1, 3, -7, 32767, -32768))
(compare_int16(np.array([a, b], np.int16)) for a in (0, 1, -1, 3, -7, 32767, -32768) for b in (0, 1, -1, 3, -7, 32767, -32768) if a <= b)
(shifts_int16(np.array([a], np.int16), np.array([n], np.int16)) for a in (0, 1, -1, 3, -7, 32767, -32768) for n in (0, 1, 15, 16, 100))
(power_int16(np.array([a], np.int16)) for a in (0, 1, -1, 3, -7, 32767, -32768))
running_int16(np.array([100] * 5, np.int16))
running_int16(np.array([], np.int16))
(convert_int16(np.array([a], np.int16)) for a in (0, 1, -1, 3, -7, 32767, -32768))
(arithmetic_int32(np.array([a, b], np.int32)) for a in (0, 1, -1, 3, -7, 2147483647, -2147483648) for b in (0, 1, -1, 3, -7, 2147483647, -2147483648))
(division_int32(np.array([a, b], np.int32)) for a in (0, 1, -1, 3, -7, 2147483647, -2147483648) for b in (0, 1, -1, 3, -7, 2147483647, -2147483648))
(bits_int32(np.array([a, b], np.int32)) for a in (0, 1, -1, 3, -7, 2147483647, -2147483648) for b in (0, 1, -1, 3, -7, 2147483647, -2147483648) if a <= b)
(unary_int32(np.array([a], np.int32)) for a in (0, 1, -1, 3, -7, 2147483647, -2147483648))
(compare_int32(np.array([a, b], np.int32)) for a in (0, 1, -1, 3, -7, 2147483647, -2147483648) for b in (0, 1, -1, 3, -7, 2147483647, -2147483648) if a <= b)
(shifts_int32(np.array([a], np.int32), np.array([n], np.int32)) for a in (0, 1, -1, 3, -7, 2147483647, -2147483648) for n in (0, 1, 31, 32, 100))
(power_int32(np.array([a], np.int32)) for a in (0, 1, -1, 3, -7, 2147483647, -2147483648))
running_int32(np.array([100] * 5, np.int32))
running_int32(np.array([], np.int32))
(convert_int32(np.array([a], np.int32)) for a in (0, 1, -1, 3, -7, 2147483647, -2147483648))
(arithmetic_int64(np.array([a, b], np.int64)) for a in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808) for b in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808))
(division_int64(np.array([a, b], np.int64)) for a in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808) for b in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808))
(bits_int64(np.array([a, b], np.int64)) for a in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808) for b in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808) if a <= b)
(unary_int64(np.array([a], np.int64)) for a in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808))
(compare_int64(np.array([a, b], np.int64)) for a in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808) for b in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808) if a <= b)
(shifts_int64(np.array([a], np.int64), np.array([n], np.int64)) for a in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808) for n in (0, 1, 63, 64, 100))
(power_int64(np.array([a], np.int64)) for a in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808))
running_int64(np.array([100] * 5, np.int64))
running_int64(np.array([], np.int64))
(convert_int64(np.array([a], np.int64)) for a in (0, 1, -1, 3, -7, 9223372036854775807, -9223372036854775808))
(arithmetic_uint8(np.array([a, b], np.uint8)) for a in (0, 1, 3, 100, 255, 128) for b in (0, 1, 3, 100, 255, 128))
(division_uint8(np.array([a, b], np.uint8)) for a in (0, 1, 3, 100, 255, 128) for b in (0, 1, 3, 100, 255, 128))
(bits_uint8(np.array([a, b], np.uint8)) for a in (0, 1, 3, 100, 255, 128) for b in (0, 1, 3, 100, 255, 128) if a <= b)
(unary_uint8(np.array([a], np.uint8)) for a in (0, 1, 3, 100, 255, 128))
(compare_uint8(np.array([a, b], np.uint8)) for a in (0, 1, 3, 100, 255, 128) for b in (0, 1, 3, 100, 255, 128) if a <= b)
(shifts_uint8(np.array([a], np.uint8), np.array([n], np.uint8)) for a in (0, 1, 3, 100, 255, 128) for n in (0, 1, 7, 8, 100))
(power_uint8(np.array([a], np.uint8)) for a in (0, 1, 3, 100, 255, 128))
running_uint8(np.array([100] * 5, np.uint8))
running_uint8(np.array([], np.uint8))
(convert_uint8(np.array([a], np.uint8)) for a in (0, 1, 3, 100, 255, 128))
(arithmetic_uint16(np.array([a, b], np.uint16)) for a in (0, 1, 3, 100, 65535, 32768) for b in (0, 1, 3, 100, 65535, 32768))
(division_uint16(np.array([a, b], np.uint16)) for a in (0, 1, 3, 100, 65535, 32768) for b in (0, 1, 3, 100, 65535, 32768))
(bits_uint16(np.array([a, b], np.uint16)) for a in (0, 1, 3, 100, 65535, 32768) for b in (0, 1, 3, 100, 65535, 32768) if a <= b)
(unary_uint16(np.array([a], np.uint16)) for a in (0, 1, 3, 100, 65535, 32768))
(compare_uint16(np.array([a, b], np.uint16)) for a in (0, 1, 3, 100, 65535, 32768) for b in (0, 1, 3, 100, 65535, 32768) if a <= b)
(shifts_uint16(np.array([a], np.uint16), np.array([n], np.uint16)) for a in (0, 1, 3, 100, 65535, 32768) for n in (0, 1, 15, 16, 100))
(power_uint16(np.array([a], np.uint16)) for a in (0, 1, 3, 100, 65535, 32768))
running_uint16(np.array([100] * 5, np.uint16))
running_uint16(np.array([], np.uint16))
(convert_uint16(np.array([a], np.uint16)) for a in (0, 1, 3, 100, 65535, 32768))
(arithmetic_uint32(np.array([a, b], np.uint32)) for a in (0, 1, 3, 100, 4294967295, 2147483648) for b in (0, 1, 3, 100, 4294967295, 2147483648))
(division_uint32(np.array([a, b], np.uint32)) for a in (0, 1, 3, 100, 4294967295, 2147483648) for b in (0, 1, 3, 100, 4294967295, 2147483648))
(bits_uint32(np.array([a, b], np.uint32)) for a in (0, 1, 3, 100, 4294967295, 2147483648) for b in (0, 1, 3, 100, 4294967295, 2147483648) if a <= b)
(unary_uint32(np.array([a], np.uint32)) for a in (0, 1, 3, 100, 4294967295, 2147483648))
(compare_uint32(np.array([a, b], np.uint32)) for a in (0, 1, 3, 100, 4294967295, 2147483648) for b in (0, 1, 3, 100, 4294967295, 2147483648) if a <= b)
(shifts_uint32(np.array([a], np.uint32), np.array([n], np.uint32)) for a in (0, 1, 3, 100, 4294967295, 2147483648) for n in (0, 1, 31, 32, 100))
(power_uint32(np.array([a], np.uint32)) for a in (0, 1, 3, 100, 4294967295, 2147483648))
running_uint32(np.array([100] * 5, np.uint32))
running_uint32(np.array([], np.uint32))
(convert_uint32(np.array([a], np.uint32)) for a in (0, 1, 3, 100, 4294967295, 2147483648))
(arithmetic_uint64(np.array([a, b], np.uint64)) for a in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808) for b in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808))
(division_uint64(np.array([a, b], np.uint64)) for a in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808) for b in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808))
(bits_uint64(np.array([a, b], np.uint64)) for a in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808) for b in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808) if a <= b)
(unary_uint64(np.array([a], np.uint64)) for a in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808))
(compare_uint64(np.array([a, b], np.uint64)) for a in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808) for b in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808) if a <= b)
(shifts_uint64(np.array([a], np.uint64), np.array([n], np.uint64)) for a in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808) for n in (0, 1, 63, 64, 100))
(power_uint64(np.array([a], np.uint64)) for a in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808))
running_uint64(np.array([100] * 5, np.uint64))
running_uint64(np.array([], np.uint64))
(convert_uint64(np.array([a], np.uint64)) for a in (0, 1, 3, 100, 18446744073709551615, 9223372036854775808))
