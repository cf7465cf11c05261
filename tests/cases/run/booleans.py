"""`bool` values: arithmetic makes integers, `& | ^` of two stay bool."""

import pyrx


def bits(a: bool, b: bool):
    return a & b, a | b, a ^ b


def arithmetic(a: bool, b: bool):
    return a + b, a - b, a * b, -a, +a, ~int(a)


def division(a: bool, b: bool):
    return a / b, a // b, a % b


def compare(a: bool, b: bool):
    return a == b, a != b, a < b, a <= b, a is b


def logic(a: bool, b: bool):
    return a and b, a or b, not a


def with_int(a: bool, n: int):
    return a + n, n * a, a & n, n | a, n ^ a


def shift(a: bool, n: int):
    return a << n, n >> a


def with_float(a: bool, x: float):
    return a + x, x * a, x - a


def power(a: bool, n: int):
    return a**n


def make(x: int, y: float):
    return bool(x), bool(y)


def count(a: pyrx.int64[:], n: int):
    total = 0
    for x in a:
        total += x > n
    return total


def flag_loop(n: int):
    found = False
    for i in range(n):
        if i * i > 20:
            found = True
    return found


def toggled(n: int):
    flag = False
    for _ in range(n):
        flag = not flag
    return flag


def either(n: int):
    flag = False
    flag |= n > 3
    flag &= n < 10
    flag ^= n == 5
    return flag


def chosen(flag: bool, a: int, b: int):
    return a if flag else b


def any_negative(a: pyrx.float64[:]):
    for x in a:
        if x < 0:
            return True
    return False


def returned_bool(n: int) -> bool:
    return n > 0


def numpy_bool(a: pyrx.bool_[:]):
    return a[0], a[0] & a[1], a[0] | a[1], a[0] ^ a[1], a[0] == a[1]


def numpy_bool_logic(a: pyrx.bool_[:]):
    return not a[0], bool(a[1]), int(a[0])


def numpy_bool_sum(a: pyrx.bool_[:]):
    total = 0
    for x in a:
        if x:
            total += 1
    return total


def numpy_bool_store(a: pyrx.bool_[:], x: float, n: int):
    a[0] = x > 1
    a[1] = True
    a[2] = n
    a[3] = x


def numpy_bool_invert(a: pyrx.bool_[:]):
    return ~a[0]


def numpy_compare(a: pyrx.float64[:]):
    return a[0] < a[1], a[0] == a[1], (a[0] < a[1]) & (a[1] > 0)


# --- calls
(bits(a, b) for a in (True, False) for b in (True, False))
(arithmetic(a, b) for a in (True, False) for b in (True, False))
(division(a, b) for a in (True, False) for b in (True, False))
(compare(a, b) for a in (True, False) for b in (True, False))
(logic(a, b) for a in (True, False) for b in (True, False))
(with_int(a, n) for a in (True, False) for n in (0, 5, -3, 2**63 - 1))
(shift(a, n) for a in (True, False) for n in (0, 5, 63, 64, -1))
(with_float(a, x) for a in (True, False) for x in FEW_FLOATS)
(power(a, n) for a in (True, False) for n in (0, 1, 2, -1))
(make(x, y) for x in (0, 1, -5) for y in (0.0, -0.0, nan, 2.0))
(count(a, 2) for a in (i8(0), i8(5), i8(9)[::-2]))  # deviation: 5 -> np.int64(0)
(flag_loop(n) for n in (0, 3, 9))
(toggled(n) for n in (0, 1, 2, 7))
(either(n) for n in (0, 5, 7, 12))
(chosen(flag, 3, 4) for flag in (True, False))
(any_negative(a) for a in (f8(0), f8(3), -f8(3), np.array([nan]), np.array([-0.0])))
(returned_bool(n) for n in (-1, 0, 1))
(numpy_bool(np.array([a, b])) for a in (True, False) for b in (True, False))
(numpy_bool_logic(np.array([a, b])) for a in (True, False) for b in (True, False))
(numpy_bool_sum(np.array(a, bool)) for a in ([], [1], [1, 0, 1, 1]))
numpy_bool_store(np.zeros(4, bool), 2.0, 7)
numpy_bool_store(np.ones(4, bool), nan, 0)
numpy_bool_store(np.ones(4, bool), 0.0, -1)
(numpy_bool_invert(np.array([a])) for a in (True, False))
(numpy_compare(np.array([a, b])) for a in (0.0, nan, 2.0) for b in (-0.0, 3.0))
bits(1, 0)  # refused: TypeError 'a'
bits(np.True_, False)  # deviation: 1 -> (False, True, True)
bits(None, True)  # refused: TypeError 'a'
numpy_bool(np.array([1, 0]))  # refused: TypeError 'a'
