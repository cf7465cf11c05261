"""What may be passed where a number is asked for: NumPy's scalars, arrays of rank 0, subclasses, what converts, what does not."""

import pyrx


def of_int(n: int):
    return n + 1, n * n


def of_float(x: float):
    return x + 1, x * x


def of_complex(z: complex):
    return z + 1, z * z


def of_bool(b: bool):
    return not b, b


def of_c_int(n: pyrx.int16):
    return n + 1


def of_c_unsigned(n: pyrx.uint64):
    return n // 3


def of_c_single(x: pyrx.float32):
    return x * 3


def of_c_bool(b: pyrx.bool_):
    return not b


def in_loop(n: int, x: float):
    total = 0.0
    for i in range(n):
        total += x * i
    return total


def index_of(a: pyrx.float64[:], i: int):
    return a[i]


def items(xs: list[float], ns: list[int], zs: list[complex], bs: list[bool]):
    x = 0.0
    for one in xs:
        x += one
    n = 0
    for two in ns:
        n += two
    z = 0j
    for three in zs:
        z += three
    count = 0
    for four in bs:
        if four:
            count += 1
    return x, n, z, count


def pair(p: tuple[int, float]):
    n, x = p
    return n + x


class OwnFloat(float):
    """A float of another class."""


class OwnAdd(int):
    """An int that adds in a way of its own."""

    def __add__(self, other):
        return "own"


class RaisesIndex:
    def __index__(self):
        raise KeyError("index")


class RaisesFloat:
    def __float__(self):
        raise KeyError("float")


class NoFloat:
    def __float__(self):
        return "text"


class OwnComplex:
    def __complex__(self):
        return 1 + 2j


# --- calls
(of_int(n) for n in (5, -5, 2**31, 2**62, -(2**63), 2**63, 2**100, -(2**100)))
(of_int(True), of_int(False))  # deviation: 1 -> ((2, 1), (1, 0))
(of_int(t(7)) for t in INT_TYPES)  # deviation: 1 -> (8, 49)
of_int(np.uint64(2**64 - 1))
(of_int(np.array(7, t)) for t in INT_TYPES)  # deviation: 1 -> (8, 49)
of_int(MyInt(7))
of_int(MyInt(2**70))
of_int(Index(7))  # deviation: 1 -> (8, 49)
of_int(module.RaisesIndex())  # deviation: 1 raises KeyError
of_int(2.0)  # refused: TypeError 'n'
of_int(np.float64(2.0))  # refused: TypeError 'n'
of_int(np.float32(2.0))  # refused: TypeError 'n'
of_int(np.array(2.0))  # refused: TypeError
of_int(np.array([2]))  # refused: TypeError 'n'
of_int(np.array([[2]]))  # refused: TypeError 'n'
of_int(np.array("5"))  # refused: TypeError
of_int(np.str_("5"))  # refused: TypeError
of_int(np.complex128(2))  # refused: TypeError
of_int(decimal.Decimal(2))  # refused: TypeError 'n'
of_int(fractions.Fraction(2))  # refused: TypeError 'n'
of_int("5")  # refused: TypeError 'n'
of_int(b"5")  # refused: TypeError 'n'
of_int(None)  # refused: TypeError 'n'
of_int([5])  # refused: TypeError 'n'
of_int(np.timedelta64(5, "s"))  # refused: TypeError
of_int(np.datetime64("2020-01-01"))  # refused: TypeError
(of_float(x) for x in FLOATS)
(of_float(n) for n in (0, 3, -(2**62), 2**53 + 1))  # deviation: 1 -> (float(n) + 1, float(n) * float(n))
of_float(10**400)  # deviation: 1 raises OverflowError
of_float(True)  # deviation: 1 -> (2.0, 1.0)
(of_float(t(7)) for t in INT_TYPES + FLOAT_TYPES)  # deviation: 1 -> (8.0, 49.0)
(of_float(np.array(7, t)) for t in INT_TYPES + FLOAT_TYPES)  # deviation: 1 -> (8.0, 49.0)
of_float(np.longdouble(7))  # deviation: 1 -> (8.0, 49.0)
of_float(np.float16(0.1))  # deviation: 1 -> (float(np.float16(0.1)) + 1, float(np.float16(0.1)) ** 2)
of_float(module.OwnFloat(0.1))
of_float(Float(0.1))  # deviation: 1 -> (1.1, 0.1 * 0.1)
of_float(Index(3))  # deviation: 1 -> (4.0, 9.0)
of_float(decimal.Decimal("0.5"))  # deviation: 1 -> (1.5, 0.25)
of_float(fractions.Fraction(1, 2))  # deviation: 1 -> (1.5, 0.25)
of_float(module.RaisesFloat())  # deviation: 1 raises KeyError
of_float(module.NoFloat())  # refused: TypeError
of_float(1j)  # refused: TypeError 'x'
of_float(np.complex128(1 + 2j))  # refused: TypeError
of_float(np.complex64(1))  # refused: TypeError
of_float(np.array(1 + 2j))  # refused: TypeError
of_float(np.array([2.0]))  # refused: TypeError 'x'
of_float("5")  # refused: TypeError 'x'
of_float(np.str_("5"))  # refused: TypeError
of_float(np.bytes_(b"5"))  # refused: TypeError
of_float(np.array("5"))  # refused: TypeError
of_float(np.array("5", object))  # refused: TypeError
of_float(np.array(None))  # refused: TypeError
of_float(np.timedelta64(5, "s"))  # refused: TypeError
of_float(np.datetime64("2020-01-01"))  # refused: TypeError
of_float(None)  # refused: TypeError 'x'
(of_complex(z) for z in COMPLEXES)
(of_complex(x) for x in (2, 0.5, True, np.float32(0.5), np.int8(3), np.complex64(1j), np.array(1j), np.array(2), fractions.Fraction(1, 2)))  # deviation: 1 -> (complex(x) + 1, complex(x) * complex(x))
of_complex(module.OwnComplex())  # deviation: 1 -> (2 + 2j, -3 + 4j)
of_complex("1j")  # refused: TypeError 'z'
of_complex(np.str_("1j"))  # refused: TypeError
of_complex(np.array("1j"))  # refused: TypeError
of_complex(np.array([1j]))  # refused: TypeError 'z'
of_complex(None)  # refused: TypeError 'z'
(of_bool(b) for b in (True, False))
(of_bool(b) for b in (np.True_, np.False_))  # deviation: 1 -> (not b, bool(b))
(of_bool(np.array(b)) for b in (True, False))  # deviation: 1 -> (not b, b)
of_bool(1)  # refused: TypeError 'b'
of_bool(0.0)  # refused: TypeError 'b'
of_bool(np.array([True]))  # refused: TypeError 'b'
of_bool(np.array(1))  # refused: TypeError 'b'
of_bool(None)  # refused: TypeError 'b'
(of_c_int(n) for n in (5, -5, 2**15 - 1))
(of_c_int(t(7)) for t in INT_TYPES)  # asked: -> 8
of_c_int(np.array(7, np.uint8))  # asked: -> 8
of_c_int(2**15)  # refused: OverflowError 'n'
of_c_int(np.uint16(2**15))  # refused: OverflowError 'n'
of_c_int(2**70)  # refused: OverflowError 'n'
of_c_int(2.0)  # refused: TypeError 'n'
of_c_int(np.True_)  # refused: TypeError
of_c_unsigned(2**64 - 1)
of_c_unsigned(np.uint64(2**64 - 1))  # asked: -> (2**64 - 1) // 3
of_c_unsigned(-1)  # refused: OverflowError 'n'
of_c_unsigned(2**64)  # refused: OverflowError 'n'
of_c_unsigned(np.int8(-1))  # refused: OverflowError 'n'
of_c_unsigned(MyInt(9))
(of_c_single(x) for x in (0.5, nan, inf, -0.0))
of_c_single(1e300)  # asked: -> inf
of_c_single(np.array(0.5))  # asked: -> 1.5
(of_c_bool(b) for b in (True, False))
(of_c_bool(np.array(b)) for b in (True, False))  # asked: -> not b
in_loop(np.int8(3), np.float32(0.5))  # deviation: 1 -> 1.5
in_loop(np.array(3), np.array(0.5))  # deviation: 1 -> 1.5
in_loop(MyInt(3), module.OwnFloat(0.5))
in_loop(0, nan)
(index_of(f8(3), i) for i in (np.int8(-1), np.uint64(2), np.array(1), MyInt(0), Index(2)))
index_of(f8(3), True)  # deviation: 1 -> np.float64(1.5)
index_of(f8(3), np.uint64(2**64 - 1))
index_of(f8(3), 2**70)
index_of(f8(3), 1.0)  # refused: TypeError 'i'
items([0.5, 2.5], [1, 2], [1j], [True, False])
items([True, 3, np.float32(0.5)], [True, np.int8(3)], [1, 0.5], [np.True_])  # deviation: 1 -> (4.5, 4, 1.5 + 0j, 1)
items([np.array(0.5)], [np.array(3)], [np.array(1j)], [])  # deviation: 1 -> (0.5, 3, 1j, 0)
items(["x"], [], [], [])  # refused: TypeError 'xs'
items([], [2.0], [], [])  # refused: TypeError 'ns'
items([], [2**70, 1], [], [])
items([], [], ["1j"], [])  # refused: TypeError 'zs'
items([], [], [], [1])  # refused: TypeError 'bs'
pair((np.int8(3), np.float32(0.5)))  # deviation: 1 -> 3.5
pair((2**70, 0.5))
pair((MyInt(2), 3))  # deviation: 1 -> 5.0
pair((2.0, 3.0))  # refused: TypeError 'p'
