"""Python-rule floats: every operator on special values."""


def add(a: float, b: float):
    return a + b


def sub(a: float, b: float):
    return a - b


def mul(a: float, b: float):
    return a * b


def div(a: float, b: float):
    return a / b


def floordiv(a: float, b: float):
    return a // b


def mod(a: float, b: float):
    return a % b


def both(a: float, b: float):
    return divmod(a, b)


def unary(a: float):
    return (-a, +a, abs(a), not a, bool(a))


def compare(a: float, b: float):
    return (a < b, a <= b, a == b, a != b, a > b, a >= b)


def chained(a: float, b: float, c: float):
    return (a < b < c, a <= b == c, a != b > c, a < b >= c != a)


def with_int(a: float, n: int):
    return (a + n, n - a, a * n, n < a, a == n)


def div_int(a: float, n: int):
    return a / n


def int_div(n: int, a: float):
    return n // a, n % a


def augmented(a: float, b: float):
    x = a
    x += b
    x *= 2
    x -= 0.5
    x /= 4
    return x


def is_nan(a: float):
    return a != a


def clamp(x: float, low: float, high: float):
    return low if x < low else high if x > high else x


def kahan(n: int):
    total = 0.0
    c = 0.0
    for i in range(n):
        y = 0.1 - c
        t = total + y
        c = (t - total) - y
        total = t
    return total


def no_fma(a: float, b: float, c: float):
    return a * b + c


def no_reassociation(a: float, b: float, c: float):
    return (a + b) + c, a + (b + c), a * b / b


def literals():
    return (0.1, 1e308, 1e-320, -0.0, 1_000.5, 1e400, -1e400, 5e-324)


def negative_zero(a: float):
    return (-a, 0.0 - a, a * -1.0, -0.0 + a, 0 - a)


# --- calls
(add(a, b) for a in FEW_FLOATS for b in FEW_FLOATS)
(sub(a, b) for a in FEW_FLOATS for b in FEW_FLOATS)
(mul(a, b) for a in FEW_FLOATS for b in FEW_FLOATS)
(div(a, b) for a in FEW_FLOATS for b in FEW_FLOATS)
(floordiv(a, b) for a in FLOATS for b in FEW_FLOATS)
(mod(a, b) for a in FLOATS for b in FEW_FLOATS)
(both(a, b) for a in FLOATS for b in FEW_FLOATS)
both(1.0, 0.1)
both(-1e-320, 3.0)
both(5.0, -1e300)
(unary(a) for a in FLOATS)
(compare(a, b) for a in FEW_FLOATS for b in FEW_FLOATS)
(chained(a, b, c) for a in (0.0, nan, 1.0) for b in (-0.0, 1.0, inf) for c in (1.0, nan, 2.0))
(with_int(a, n) for a in FEW_FLOATS for n in (0, 1, -3, 2**53 + 1, 2**63 - 1))
(div_int(a, n) for a in FEW_FLOATS for n in (0, 3, -(2**62)))
(int_div(n, a) for n in (0, 7, -7, 2**62) for a in FEW_FLOATS)
(augmented(a, b) for a in FEW_FLOATS for b in (0.1, -inf))
(is_nan(a) for a in FLOATS)
(clamp(x, 0.0, 1.0) for x in FLOATS)
(kahan(n) for n in (0, 1, 10, 1000))
no_fma(0.1, 10.0, -1.0)
no_fma(1.0 + 2**-52, 1.0 - 2**-53, -1.0)
no_fma(1e308, 10.0, -inf)
no_reassociation(1e16, -1e16, 1.0)
no_reassociation(0.1, 0.2, 0.3)
no_reassociation(1e308, 10.0, -1e308)
literals()
(negative_zero(a) for a in (0.0, -0.0, 1.0))
add(1, 2)  # deviation: 1 -> 3.0
add(2**53 + 1, 0)  # deviation: 1 -> 9007199254740992.0
add(10**400, 0.0)  # refused: OverflowError
add(True, False)  # deviation: 1 -> 1.0
add(np.float32(0.1), 0.0)  # deviation: 1 -> float(np.float32(0.1))
add(np.float64(0.5), 0.25)  # deviation: 1 -> 0.75
add(Float(1.5), 1.0)  # deviation: 1 -> 2.5
add(Index(3), 1.0)  # deviation: 1 -> 4.0
add("1.0", 2.0)  # refused: TypeError 'a'
add(None, 2.0)  # refused: TypeError 'a'
add(1j, 2.0)  # refused: TypeError 'a'
add([1.0], 2.0)  # refused: TypeError 'a'
add(np.zeros(2), 2.0)  # refused: TypeError 'a'
