"""One list under many names: through expressions, tuples, loops and calls."""


def or_none(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    ys = xs if n else None
    if ys is not None:
        ys.append(n)
    return xs


def maybe_none(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    ys = None
    if n:
        ys = xs
    if ys:
        ys.append(2)
    return xs


def and_value(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    ys = n and xs
    if ys:
        ys.append(2)
    return xs


def in_pair(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    t = (xs, "s")
    t[0].append(3)
    return xs


def each_of_two(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    zs = [2]
    for ys in (xs, zs):
        ys.append(1)
    return xs, zs


def two_names(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1, 2]
    a, b = xs, xs
    a.append(5)
    b[0] = "s"
    return xs


def picked(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    ys = (xs, 1.5)[n % 2]
    if n == 0:
        ys.append(2)
    return xs


def or_value(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    zs = xs or [2]
    zs.append(3)
    return xs, zs


def rebound(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    try:
        ys = xs
        ys = 10 // n
    except ZeroDivisionError:
        ys.append(5)
    return xs


def pair_or_none(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    t = (xs, n)
    u = t if n else None
    if u:
        u[0].append(3)
    return xs


def pick(xs, ys, n):  # level: any
    return xs if n else ys


def through_pick(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    ys = [2]
    zs = pick(xs, ys, n)
    zs.append(7)
    return xs, ys


def through_pick_of_kinds(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    ys = [2.5]
    zs = pick(xs, ys, n)
    zs.append(7)
    return xs, ys


def in_list(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    ys = [xs, 3]
    ys[0].append(4)
    return xs


def kept_in_pair(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    t = xs, n
    xs.append(2)
    return t


def name_deleted(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    ys = xs
    del ys
    xs.append(3)
    return xs


def in_condition(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    def_ = [len(xs) for _ in range(n) if not xs.append(n)]
    return xs, def_


def replaced(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1, 2, 3]
    for i in range(n):
        ys = xs
        xs = xs + [i]
        ys.append(9)
    return xs, ys


def each_of_kinds(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    zs = [0.5]
    for i, ys in enumerate((xs, zs)):
        ys[0] = 5
    return xs, zs


def zipped(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [3, 1]
    for a, b in zip((xs, xs), range(2)):
        a.append(b)
    return xs


def unpacked_star(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [3, 1]
    t = (xs, [5])
    a, *b = t
    a.append(n)
    return xs, b


def unpacked_deep(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [3, 1]
    t = ((xs, 2), 3)
    (a, b), c = t
    a.append(n)
    return xs, a is xs


def pair_of_names(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [3, 1]
    t = (xs, 2)
    t2 = t
    t2[0].append(4)
    return t, xs


def out_of_pair(n: int):  # level: any
    k = 0
    for i0 in range(n):
        k += i0
    xs = [1]
    t = (xs, n)
    ys = t[0]
    ys.append(0.5)
    return xs, k


# --- calls
(out_of_pair(n) for n in (0, 1, 3))
(or_none(n) for n in (0, 1, 3))
(maybe_none(n) for n in (0, 1, 3))
(and_value(n) for n in (0, 1, 3))
(in_pair(n) for n in (0, 1, 3))
(each_of_two(n) for n in (0, 1, 3))
(two_names(n) for n in (0, 1, 3))
(picked(n) for n in (0, 1, 3))
(or_value(n) for n in (0, 1, 3))
(rebound(n) for n in (0, 1, 3))
(pair_or_none(n) for n in (0, 1, 3))
(through_pick(n) for n in (0, 1, 3))
(through_pick_of_kinds(n) for n in (0, 1, 3))
(in_list(n) for n in (0, 1, 3))
(kept_in_pair(n) for n in (0, 1, 3))
(name_deleted(n) for n in (0, 1, 3))
(in_condition(n) for n in (0, 1, 3))
(replaced(n) for n in (0, 1, 3))
(each_of_kinds(n) for n in (0, 1, 3))
(zipped(n) for n in (0, 1, 3))
(unpacked_star(n) for n in (0, 1, 3))
(unpacked_deep(n) for n in (0, 1, 3))
(pair_of_names(n) for n in (0, 1, 3))
