"""Python-rule integers: every operator, exact whatever the size."""


def add(a: int, b: int):
    return a + b


def sub(a: int, b: int):
    return a - b


def mul(a: int, b: int):
    return a * b


def truediv(a: int, b: int):
    return a / b


def floordiv(a: int, b: int):
    return a // b


def mod(a: int, b: int):
    return a % b


def both(a: int, b: int):
    return divmod(a, b)


def bit_and(a: int, b: int):
    return a & b


def bit_or(a: int, b: int):
    return a | b


def bit_xor(a: int, b: int):
    return a ^ b


def left(a: int, n: int):
    return a << n


def right(a: int, n: int):
    return a >> n


def neg(a: int):
    return -a


def pos(a: int):
    return +a


def invert(a: int):
    return ~a


def absolute(a: int):
    return abs(a)


def negated(a: int):
    return not a


def compare(a: int, b: int):
    return (a < b, a <= b, a == b, a != b, a > b, a >= b)


def floordiv_const(a: int):
    return (a // 3, a // -3, a // 8, a // 1, a // -1)


def mod_const(a: int):
    return (a % 3, a % -3, a % 8, a % -8, a % 1)


def shift_const(a: int):
    return (a << 1, a >> 1, a >> 63, a >> 64, a << 0, a >> 200)


def augmented(a: int, b: int):
    x = a
    x += b
    x -= 3
    x *= 2
    x //= 5
    x %= 7
    x &= 6
    x |= 8
    x ^= 3
    x <<= 2
    x >>= 1
    return x


def augmented_true(a: int):
    x = a
    x /= 2
    return x


def precedence(a: int, b: int):
    return a + b * 2 - -a // 3 % 5 << 1 & 0xFF | 1 ^ b


def big_literals():
    return (9223372036854775807, -9223372036854775808, 0x7FFF_FFFF, 0b1010, 0o17)


def huge_literal(a: int):  # level: any
    return a + 18446744073709551616


# --- calls
(add(a, b) for a in FEW_INTS for b in FEW_INTS)
(sub(a, b) for a in FEW_INTS for b in FEW_INTS)
(mul(a, b) for a in FEW_INTS for b in FEW_INTS)
(truediv(a, b) for a in FEW_INTS for b in FEW_INTS)
(floordiv(a, b) for a in FEW_INTS for b in FEW_INTS)
(mod(a, b) for a in FEW_INTS for b in FEW_INTS)
(both(a, b) for a in FEW_INTS for b in (0, 1, -1, 7, -7, 2**63 - 1, -(2**63)))
(floordiv(a, b) for a in range(-9, 10, 2) for b in (2, -2, 3, -3))
(mod(a, b) for a in range(-9, 10, 2) for b in (2, -2, 3, -3))
(bit_and(a, b) for a in FEW_INTS for b in (0, -1, 255, 2**62, -(2**63)))
(bit_or(a, b) for a in FEW_INTS for b in (0, -1, 255, 2**62, -(2**63)))
(bit_xor(a, b) for a in FEW_INTS for b in (0, -1, 255, 2**62, -(2**63)))
(left(a, n) for a in FEW_INTS for n in (0, 1, 31, 62, 63, 64, 100, -1))
(right(a, n) for a in FEW_INTS for n in (0, 1, 31, 62, 63, 64, 100, 2**40, -1))
(neg(a) for a in INTS)
(pos(a) for a in INTS)
(invert(a) for a in INTS)
(absolute(a) for a in INTS)
(negated(a) for a in INTS)
(compare(a, b) for a in FEW_INTS for b in (0, -3, 2**62, 2**63 - 1, -(2**63)))
(floordiv_const(a) for a in INTS)
(mod_const(a) for a in INTS)
(shift_const(a) for a in INTS)
(augmented(a, b) for a in FEW_INTS for b in (0, 5, -5))
(augmented_true(a) for a in FEW_INTS)
(precedence(a, b) for a in (0, 5, -5, 1000) for b in (0, 3, -4))
big_literals()
(huge_literal(a) for a in (0, -1, 2**62))
add(2**63, 1)
add(-(2**64), 2**64)
mul(10**30, 10**30)
floordiv(10**30, 7)
compare(2**100, 2**100)
neg(2**63)
add(True, True)  # deviation: 1 -> 2
add(Index(5), 2)  # deviation: 1 -> 7
add(np.int8(100), 100)  # deviation: 1 -> 200
add(MyInt(5), 2)
add(2.0, 1)  # refused: TypeError 'a'
add(1, 2.5)  # refused: TypeError 'b'
add("1", 2)  # refused: TypeError 'a'
add(None, 2)  # refused: TypeError 'a'
add(1, 1j)  # refused: TypeError 'b'
add(np.float64(2), 1)  # refused: TypeError 'a'
add([1], 2)  # refused: TypeError 'a'
