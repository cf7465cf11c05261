"""Exact integers: what no longer fits runs again in the interpreter, or raises where effects were seen."""

import pyrx


def fib(n: int):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def fib_recursive(n: int) -> int:
    if n < 2:
        return n
    return fib_recursive(n - 1) + fib_recursive(n - 2)


def factorial(n: int):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def factorial_recursive(n: int) -> int:
    return 1 if n <= 1 else n * factorial_recursive(n - 1)


def sum_squares(n: int):
    total = 0
    for i in range(n):
        total += i * i
    return total


def sum_array(a: "pyrx.int64[:]"):
    total = 0
    for i in range(len(a)):
        total += int(a[i])
    return total


def collatz_peak(n: int):
    peak = n
    while n != 1:
        if n % 2 == 0:
            n //= 2
        else:
            n = 3 * n + 1
        if n > peak:
            peak = n
    return peak


def wrap_back(a: int):
    b = a + 1
    return b - 1


def through_difference(a: int, b: int):
    return a * b - a * b


def neg_min(a: int):
    return -a


def abs_min(a: int):
    return abs(a)


def div_min(a: int, b: int):
    return a // b


def store_and_grow(out: pyrx.int64[:], n: int):
    value = 1
    for i in range(n):
        out[i] = value
        value *= 10
    return value


def store_before(out: pyrx.float64[:], a: int):
    out[0] = 1.0
    return a * a


def store_after(out: pyrx.float64[:], a: int):
    b = a * a
    out[0] = 1.0
    return b


def print_then_grow(a: int):  # level: interpreted
    print("start")
    return a * a


def narrow(out: pyrx.int64[:], a: int):
    b = a * a
    out[0] = b
    return b


def digits(n: int):
    count = 0
    while n:
        n //= 10
        count += 1
    return count


def horner(x: int, n: int):
    total = 0
    for i in range(n):
        total = total * x + i
    return total


def gcd(a: int, b: int):
    while b:
        a, b = b, a % b
    return abs(a)


def isqrt(n: int):
    x = n
    y = (x + 1) // 2
    while y < x:
        x = y
        y = (x + n // x) // 2
    return x


def mixed_float(a: int):
    return a * a + 0.5


def to_float(a: int):
    return float(a * a)


def formatted_then_squared(n: int):  # level: any
    label = f"<{n:>5}>" + hex(n)
    parts = [label, str(n)]
    parts.append(repr(label))
    return "-".join(parts), n * n


def listed_then_squared(n: int, log: list):  # level: any
    log.append(str(n))
    return n * n


def factorial_of(n: int) -> int:
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def computed_then_listed(n: int, log: list):  # level: any
    result = factorial_of(n)
    log.append(str(result))
    return result


def computed_then_stored(n: int, out: pyrx.float64[:]):
    total = 0
    for i in range(n):
        total += i**n
    out[0] = total
    return total


def stored_on_some_paths(n: int, store: bool, out: pyrx.int64[:]):
    if store:
        out[0] = n
    return n * n


def printed_factorials(n: int):  # level: any
    for i in range(0, n, 5):
        print(i, factorial_of(i), f"{factorial_of(i + 1)}")


# --- calls
(computed_then_listed(n, []) for n in (5, 30))
(computed_then_stored(n, np.zeros(1)) for n in (3, 20))
(stored_on_some_paths(n, False, np.zeros(1, np.int64)) for n in (3, 2**40))
stored_on_some_paths(3, True, np.zeros(1, np.int64))
stored_on_some_paths(2**40, True, np.zeros(1, np.int64))  # deviation: 3 raises OverflowError
printed_factorials(40)
(formatted_then_squared(n) for n in (3, -1, 2**40))
listed_then_squared(3, [])
listed_then_squared(2**40, [])  # deviation: 3 raises OverflowError
(fib(n) for n in (0, 1, 2, 10, 90, 91, 92, 93, 94, 100, 300, -5))
fib_recursive(15)
(factorial(n) for n in (0, 1, 5, 20, 21, 25, 50, -3))
(factorial_recursive(n) for n in (0, 1, 20, 21, 30))
(sum_squares(n) for n in (0, 1, 10, 100000))
sum_array(np.array([], np.int64))
sum_array(np.array([2**62, 2**62], np.int64))
sum_array(np.array([2**63 - 1, 1, -(2**63)], np.int64))
sum_array(np.array([-(2**63), -(2**63)], np.int64))
(collatz_peak(n) for n in (1, 27, 703, 2**62 + 1))
(wrap_back(a) for a in (0, 2**63 - 1, -(2**63), 2**64))
(through_difference(a, b) for a in (3, 2**40) for b in (5, 2**40))
(neg_min(a) for a in (0, -(2**63), 2**63 - 1))
(abs_min(a) for a in (0, -(2**63), -(2**63) + 1))
(div_min(a, b) for a in (-(2**63), 2**63 - 1) for b in (-1, 1, 0))
store_and_grow(np.zeros(18, np.int64), 18)
store_and_grow(np.zeros(0, np.int64), 0)
store_and_grow(np.zeros(25, np.int64), 25)  # deviation: 3 raises OverflowError
store_before(np.zeros(1), 3)
store_before(np.zeros(1), 2**40)  # deviation: 3 raises OverflowError
store_after(np.zeros(1), 3)
print_then_grow(3)
print_then_grow(2**40)  # deviation: 3 raises OverflowError
narrow(np.zeros(1, np.int64), 3)
narrow(np.zeros(1, np.int64), 2**31)
(digits(n) for n in (0, 1, 999, 2**63 - 1, 10**30))
(horner(x, n) for x in (0, 1, 10, -10) for n in (0, 5, 25))
(gcd(a, b) for a in (0, 12, -12, 2**62, 10**25) for b in (0, 18, -18, 2**63 - 1))
(isqrt(n) for n in (0, 1, 15, 16, 2**62, 2**63 - 1, 10**30))
(mixed_float(a) for a in (0, 3, 2**31, 2**40, 10**200))
(to_float(a) for a in (0, 3, 2**40, 10**100, 10**200))
