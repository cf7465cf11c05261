"""`**` and `pow` on integers and floats."""

import pyrx


def power(a: int, n: int):
    return a**n


def square(a: int):
    return a**2


def cube(a: int):
    return a**3


def zeroth(a: int):
    return a**0


def reciprocal(a: int):
    return a**-1


def two_to(n: int):
    return 2**n


def power_float(a: float, b: float):
    return a**b


def float_int(a: float, n: int):
    return a**n


def int_float(a: int, b: float):
    return a**b


def float_square(a: float):
    return a**2


def float_root(a: float):
    return a**0.5


def pow_two(a: int, n: int):
    return pow(a, n)


def pow_mod(a: int, n: int, m: int):
    return pow(a, n, m)


def pow_float(a: float, b: float):
    return pow(a, b)


def augmented(a: int, n: int):
    a **= n
    return a


def right_associative(a: int):
    return -(a**2) ** 2 + 2**3**a


def power_objects(a: object, b: object, n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i**2
    return a**b, total


def power_bools(a: bool, b: bool):  # level: any
    return a**b, a**2, 2**b


def power_arrays(a: pyrx.int8[:], b: pyrx.uint8[:], x: pyrx.float32[:], n: int):  # level: any
    return a[0] ** 2, a[0] ** b[0], x[0] ** 2, x[0] ** a[0], b[0] ** n


# --- calls
(power(a, n) for a in (0, 1, -1, 2, -2, 3, 10, -10, 2**31, 2**32) for n in (0, 1, 2, 3, 10, 62, 63, 64))
(power(a, n) for a in (0, 1, -1, 2, -2, 10) for n in (-1, -2, -63))
(square(a) for a in INTS)
(cube(a) for a in INTS)
(zeroth(a) for a in (0, 5, -5))
(reciprocal(a) for a in (1, -1, 2, -4, 10, 0))
(two_to(n) for n in (0, 1, 10, 62, 63, 64, 200, -1, -2))
(power_float(a, b) for a in FLOATS for b in (0.0, -0.0, 1.0, -1.0, 2.0, 0.5, -0.5, 1 / 3, 3.0, inf, -inf, nan, 1e10))
(float_int(a, n) for a in FLOATS for n in (0, 1, 2, 3, -1, -2, 100))
(int_float(a, b) for a in (0, 1, -1, 2, -8, 2**62) for b in (0.0, 0.5, 2.0, -1.0, 1 / 3, nan, inf))
(float_square(a) for a in FLOATS)
(float_root(a) for a in FLOATS)
(pow_two(a, n) for a in (0, 2, -3) for n in (0, 5, 100, -1))
(pow_mod(a, n, m) for a in (0, 2, -3, 2**62) for n in (0, 5, 2**62) for m in (1, 7, -7, 2**61 - 1, 0))
pow_mod(3, -1, 7)
pow_mod(2, -1, 4)
(pow_float(a, b) for a in FEW_FLOATS for b in FEW_FLOATS)
augmented(3, 4)
augmented(3, 100)
augmented(3, -1)
(right_associative(a) for a in (0, 1, 2, 5))
power("a", 2)  # refused: TypeError 'a'
power(2, "a")  # refused: TypeError 'n'
power(2.5, 2)  # refused: TypeError 'a'
power(None, 2)  # refused: TypeError 'a'
power(np.int8(2), np.int8(10))  # deviation: 1 -> 1024
power(np.array(2), np.array(10))  # deviation: 1 -> 1024
power(MyInt(2), 10)
power(2**70, 2)
power(1, 2**70)
power_float("a", 2.0)  # refused: TypeError 'a'
power_float(1j, 2.0)  # refused: TypeError 'a'
pow_mod(2, 3, 2.5)  # refused: TypeError 'm'
(power_objects(a, b, 4) for a in (2, 2.5, "a", None, 1j, 2**70) for b in (2, -1, "b", 0.5))
(power_bools(a, b) for a in (True, False) for b in (True, False))
(power_arrays(np.array([a], np.int8), np.array([b], np.uint8), np.array([x], np.float32), n) for a in (3, -3, 100) for b in (0, 2, 7) for x in (0.1, nan, -0.0) for n in (0, 3, 8))
power_arrays(np.array([2], np.int8), np.array([2], np.uint8), np.array([2], np.float32), -1)
power_arrays(np.array([2], np.int8), np.array([2], np.uint8), np.array([2], np.float32), 256)
