"""`range` with every step, as loop and as value."""


def count(stop: int):
    n = 0
    for i in range(stop):
        n += 1
    return n


def walk(start: int, stop: int):  # level: any
    last = None
    n = 0
    for i in range(start, stop):
        last = i
        n += 1
    return n, last


def walk_step(start: int, stop: int, step: int):
    total = 0
    n = 0
    for i in range(start, stop, step):
        total = total * 31 + i
        n += 1
    return n, total


def down(n: int):
    total = 0
    for i in range(n, -1, -1):
        total = total * 3 + i
    return total


def by_three(n: int):
    total = 0
    for i in range(0, n, 3):
        total += i
    return total


def down_by_two(n: int):
    first = -1
    for i in range(n, 0, -2):
        first = i
    return first


def last_value(start: int, stop: int, step: int):
    i = 99
    for i in range(start, stop, step):
        pass
    return i


def reverse(n: int):
    total = 0
    for i in reversed(range(n)):
        total = total * 3 + i
    return total


def reverse_step(start: int, stop: int, step: int):
    total = 0
    for i in reversed(range(start, stop, step)):
        total = total * 3 + i
    return total


def triangle(n: int):
    count = 0
    for i in range(n):
        for j in range(i, n):
            count += j - i
    return count


def length(start: int, stop: int, step: int):
    return len(range(start, stop, step))


def effects_once(n: int):
    count = 0
    for i in range(n + count, n + 5):
        n += 1
        count += 1
    return n, count


def expression_bounds(a: int, b: int):
    total = 0
    for i in range(a // 2, min(a, b) * 2, max(1, abs(a - b))):
        total += i
    return total


def near_the_end(start: int, stop: int, step: int):
    n = 0
    for i in range(start, stop, step):
        n += 1
        if n > 5:
            break
    return n, i


def bool_range(flag: bool):  # level: interpreted
    n = 0
    for i in range(flag):
        n += 1
    return n


def float_range(x: float):  # level: any
    n = 0
    for i in range(x):
        n += 1
    return n


# --- calls
(count(n) for n in (0, 1, 10, -1, -(2**63)))
(walk(a, b) for a in (-3, 0, 3) for b in (-3, 0, 5))
(walk_step(a, b, c) for a in (-3, 0, 10) for b in (-4, 0, 11) for c in (1, 2, 3, -1, -2, 100, -100))
walk_step(0, 10, 0)
walk_step(0, 0, 0)
(down(n) for n in (-2, -1, 0, 1, 7))
(by_three(n) for n in (-3, 0, 1, 3, 4, 10))
(down_by_two(n) for n in (-1, 0, 1, 2, 7, 8))
(last_value(a, b, c) for a in (0, 5) for b in (0, 9) for c in (1, 4, -1, -4))
(reverse(n) for n in (0, 1, 6))
(reverse_step(a, b, c) for a in (0, 7) for b in (0, 8) for c in (2, 3, -2, -3))
(triangle(n) for n in (0, 1, 5))
(length(a, b, c) for a in (0, 10) for b in (-5, 0, 10) for c in (1, 3, -1, -3))
length(0, 5, 0)
length(-(2**63), 2**63 - 1, 1)
(effects_once(n) for n in (0, 3))
(expression_bounds(a, b) for a in (0, 3, 10) for b in (1, 7))
(near_the_end(a, b, c) for a, b, c in ((2**63 - 3, 2**63 - 1, 1), (2**63 - 3, 2**63 - 1, 2), (2**63 - 2, 2**63 - 1, 5)))
(near_the_end(a, b, c) for a, b, c in ((-(2**63) + 3, -(2**63), -1), (-(2**63) + 3, -(2**63), -2), (0, 2**63 - 1, 2**62)))
near_the_end(2**64, 2**64 + 3, 1)
near_the_end(5, 5, 1)
bool_range(True)
bool_range(False)
float_range(3.0)
