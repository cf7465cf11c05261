"""Loops over a native list that the body makes longer or shorter: each step asks the list how long it is by then."""


def filled(n: int):
    xs = [0]
    for i in range(1, n):
        xs.append(i)
    return xs


def plain(n: int, limit: int):
    xs = filled(n)
    total = 0
    for x in xs:
        total = total * 3 + x
        if len(xs) < limit:
            xs.append(x + 1)
    return total, xs


def counted(n: int, limit: int):
    xs = filled(n)
    total = 0
    for i, x in enumerate(xs, 5):
        total += i * x
        if len(xs) < limit:
            xs.append(i)
    return total, xs


def counted_shrinks(n: int):
    xs = filled(n)
    total = 0
    for i, x in enumerate(xs):
        total += i * 10 + x
        xs.pop()
    return total, xs


def backwards_shrinks(n: int, by: int):
    xs = filled(n)
    seen = 0
    for x in reversed(xs):
        seen = seen * 10 + x + 1
        for _ in range(by):
            if xs:
                xs.pop()
    return seen, xs


def backwards_grows(n: int):
    xs = filled(n)
    seen = 0
    for x in reversed(xs):
        seen = seen * 10 + x + 1
        xs.append(x)
        xs.insert(0, 7)
    return seen, xs


def cleared_backwards(n: int):
    xs = filled(n)
    seen = 0
    for x in reversed(xs):
        seen += 1
        xs.clear()
        xs.append(x)
    return seen, xs


def paired(n: int, limit: int):
    xs = filled(n)
    ys = filled(2)
    total = 0
    for x, y in zip(xs, ys):
        total = total * 5 + x - y
        if len(ys) < limit:
            ys.append(x)
        if len(xs) > 6:
            xs.pop()
    return total, xs, ys


def paired_with_range(n: int, limit: int):
    xs = filled(n)
    total = 0
    for (i, x), k in zip(enumerate(xs), range(limit)):
        total = total * 5 + x * i + k
        xs.append(k)
    return total, len(xs)


def paired_with_itself(n: int, limit: int):
    xs = filled(n)
    total = 0
    for i, (x, y) in enumerate(zip(xs, reversed(xs))):
        total = total * 3 + x - y + i
        if len(xs) < limit:
            xs.insert(1, i)
        elif i % 2:
            xs.pop(0)
    else:
        total += 1000
    return total, xs


def jumps(n: int):
    xs = filled(n)
    total = 0
    for i, x in enumerate(xs):
        if x % 3 == 0:
            xs.append(x + 1)
            continue
        if i > 8:
            break
        total += x
    else:
        total = -total
    return total, xs


def extended_in_place(n: int, limit: int):
    xs = filled(n)
    total = 0
    for x in xs:
        total += x
        if len(xs) < limit:
            xs += [x, x]
    return total, xs


def repeated_in_place(n: int, limit: int):
    xs = filled(n)
    steps = 0
    for _, _ in zip(xs, xs):
        steps += 1
        if len(xs) < limit:
            xs *= 2
    return steps, xs


def in_comprehension(n: int):
    xs = filled(n)
    ys = [x + xs.pop() for x in xs]
    zs = [i - x + ys.pop(0) for i, x in enumerate(ys)]
    return xs, ys, zs


def shrink(xs):  # level: any
    xs.pop()
    return len(xs)


def changed_by_callee(n: int):
    xs = filled(n)
    total = 0
    for i, x in enumerate(xs):
        total += i * x + shrink(xs)
    return total, xs


def rebound(n: int):
    xs = filled(n)
    total = 0
    for i, x in enumerate(xs):
        total += x + i
        xs.append(3)
        xs = filled(2)
    return total, xs


def count_near_the_end(n: int, start: int):
    xs = filled(n)
    last = 0
    for i, _ in enumerate(xs, start):
        last = i
    return last


def count_from_largest(n: int):
    last = 0
    for i, _ in enumerate(filled(n), 2**63 - 2):
        last = i
    return last


# --- calls
(plain(n, limit) for n in [1, 2, 4] for limit in [0, 3, 9])
(counted(n, limit) for n in [1, 2, 4] for limit in [0, 3, 9])
(counted_shrinks(n) for n in [1, 2, 4, 5, 9])
(backwards_shrinks(n, by) for n in [1, 2, 5, 9] for by in [0, 1, 2, 3, 8])
(backwards_grows(n) for n in [1, 2, 5])
(cleared_backwards(n) for n in [1, 2, 5])
(paired(n, limit) for n in [1, 2, 5, 9] for limit in [0, 4, 20])
(paired_with_range(n, limit) for n in [1, 3] for limit in [0, 1, 7])
(paired_with_itself(n, limit) for n in [1, 2, 5, 8] for limit in [0, 4, 7, 20])
(jumps(n) for n in [1, 4, 9, 12])
(extended_in_place(n, limit) for n in [1, 2, 4] for limit in [0, 3, 9])
(repeated_in_place(n, limit) for n in [1, 2, 4] for limit in [0, 3, 9])
(in_comprehension(n) for n in [1, 2, 5, 8])
(changed_by_callee(n) for n in [1, 2, 5, 8])
(rebound(n) for n in [1, 2, 5])
(count_near_the_end(n, start) for n in [1, 3] for start in [-5, 2**63 - 3, 2**63 - 2, -2**63])
(count_from_largest(n) for n in [1, 2, 3])
