"""Set and dict comprehensions, and frames of comprehensions that raise."""


def remainders(xs: list[int]):  # level: mixed
    found = {x % 3 for x in xs}
    total = 0
    for i in range(len(xs)):
        total += i * xs[i]
    return found, total


def squares(xs: list[int], limit: int):  # level: mixed
    table = {x: x * x for x in xs if x < limit}
    total = 0
    for i in range(len(xs)):
        total += i * xs[i]
    return table, total


def nested(n: int):  # level: any
    return {(i, j): i * j for i in range(n) for j in range(i)}, {i + j for i in range(n) for j in range(n) if i != j}


def order(n: int):  # level: any
    seen = []
    table = {seen.append(("k", i)) or i // 2: seen.append(("v", i)) or i for i in range(n)}
    return table, seen


def distinct(s: str):  # level: mixed
    seen = {c for c in s}
    n = 0
    for c in s:
        if c in seen:
            n += 1
    return n, len(seen), sorted(seen)


def counted(s: str):  # level: mixed
    counts = {c: 0 for c in s}
    for c in s:
        counts[c] += 1
    return counts


def displayed(n: int):  # level: mixed
    seen = {0, 1}
    table = {"a": n, "b": n * 2}
    total = 0
    for i in range(n):
        if i % 7 not in seen:
            seen.add(i % 7)
            total += table["a"] - table["b"]
    return total, seen, table


def scope(n: int):  # level: any
    i = 5
    found = {i for i in range(n)}
    return i, found


def list_raises(xs: list[int]):
    return [
        1 // x
        for x in xs
    ]


def inner_raises(xs: list[int]):
    return [[y // x for y in range(2)][0] for x in xs]


def set_raises(xs: list[int]):  # level: any
    total = 0
    for x in xs:
        total += x
    return {1 // x for x in xs}, total


def key_raises(xs: list[int]):  # level: any
    total = 0
    for x in xs:
        total += x
    return {1 // x: x for x in xs}, total


def unhashable(n: int):  # level: any
    total = 0
    for i in range(n):
        total += i
    return {[i]: i for i in range(n)}, total


def first_raises(n: int):
    return [x for x in range(0, 5, n)]


def within_sum(xs: list[int]):
    return sum([1 // y for y in range(x, 2)][0] for x in xs)


# --- calls
(remainders(xs) for xs in ([], [1, 2, 3, 7]))
(squares(xs, 3) for xs in ([], [1, 2, 3, 1]))
squares([2**40, 1], 2**50)
(nested(n) for n in (0, 3))
(order(n) for n in (0, 4))
(distinct(s) for s in ("", "hello"))
(counted(s) for s in ("", "hello"))
(displayed(n) for n in (0, 9))
(scope(n) for n in (0, 2))
(list_raises(xs) for xs in ([], [1, 2], [1, 0]))
(inner_raises(xs) for xs in ([1], [1, 0]))
(set_raises(xs) for xs in ([1, -1], [1, 0]))
(key_raises(xs) for xs in ([1, -1], [1, 0]))
(unhashable(n) for n in (0, 2))
(first_raises(n) for n in (2, 0))
(within_sum(xs) for xs in ([1], [1, 0]))
