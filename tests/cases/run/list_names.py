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


def given_enum_of(a: list[int], n: int):  # level: any
    s = 0
    for i in range(n):
        s += i
    for k, x in enumerate([a]):
        x.append(k)
    return s


def given_list_call(a: list[int], n: int):  # level: any
    s = 0
    for i in range(n):
        s += i
    y = list([a])
    y[0].append(7)
    return s


def given_tuple_call(a: list[int], n: int):  # level: any
    s = 0
    for i in range(n):
        s += i
    y = list((a, s))
    y[0].append(7)
    return s


def given_cond_call(a: list[int], n: int):  # level: any
    s = 0
    for i in range(n):
        s += i
    y = list([a if n else a])
    y[0].append(7)
    return s


def given_paren_or(a: list[int], n: int):  # level: any
    s = 0
    for i in range(n):
        s += i
    y = dict(k=[a])
    y["k"][0].append(7)
    return s


def given_star_of(a: list[int], n: int):  # level: any
    s = 0
    for i in range(n):
        s += i
    print(*[a])
    y = tuple([[a]])
    y[0][0].append(7)
    return s


def given_max_of(a: list[int], b: list[int], n: int):  # level: any
    s = 0
    for i in range(n):
        s += i
    y = max(a, b)
    y.append(7)
    return s


def given_max_lit(a: list[int], b: list[int], n: int):  # level: any
    s = 0
    for i in range(n):
        s += i
    y = min([a, b])
    y.append(7)
    return s


def given_in_for(a: list[int], b: list[int], n: int):  # level: any
    s = 0
    for x in (a, b):
        x.append(n)
        s += len(x)
    return s


def given_in_for_list(a: list[int], b: list[int], n: int):  # level: any
    s = 0
    for x in [a, b]:
        x.append(n)
        s += len(x)
    return s


def given_in_for_enum(a: list[int], b: list[int], n: int):  # level: any
    s = 0
    for k, x in enumerate((a, b)):
        x.append(k)
        s += len(x)
    return s


def given_index_lit(a: list[int], b: list[int], k: int):  # level: any
    s = 0
    for i in range(k):
        s += i
    [a, b][k].append(4)
    (a, b)[k].append(5)
    return s


def given_rev_tuple(a: list[int], b: list[int], n: int):  # level: any
    s = 0
    for x in reversed((a, b)):
        x.append(n)
        s += len(x)
    return s


def given_own_lists(n: int):  # level: any
    a = [1]
    b = [2]
    for i in range(n):
        a.append(i)
    y = list((a, b))
    y[0].append(9)
    z = max(a, b)
    z.append(8)
    return a, b, y


def given_nested_list(a: list[list[int]], n: int):  # level: any
    s = 0
    for i in range(n):
        s += a[0][0]
    y = list(a)
    y[0].append(4)
    return s


def given_nested_rev(a: list[list[int]], n: int):  # level: any
    s = 0
    for i in range(n):
        s += a[0][0]
    for x in reversed(a):
        x.append(4)
    return s


def given_nested_max(a: list[list[int]], n: int):  # level: any
    s = 0
    for i in range(n):
        s += a[0][0]
    max(a).append(4)
    return s


def given_max_num(a: list[int], n: int):  # level: native
    s = 0
    for i in range(n):
        s += max(a[0], i) + min(len(a), i) + max([i, 2]) + max(a)
    return s


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
given_enum_of([1], 2)
given_list_call([1], 2)
given_tuple_call([1], 2)
given_cond_call([1], 2)
given_paren_or([1], 2)
given_star_of([1], 2)
given_max_of([1], [2], 2)
given_max_lit([1], [2], 2)
given_in_for([1], [2], 2)
given_in_for_list([1], [2], 2)
given_in_for_enum([1], [2], 2)
given_index_lit([1], [2], 1)
given_rev_tuple([1], [2], 2)
given_own_lists(3)
given_nested_list([[1], [2]], 2)
given_nested_rev([[1], [2]], 2)
given_nested_max([[1], [2]], 2)
given_max_num([1, 5], 3)
