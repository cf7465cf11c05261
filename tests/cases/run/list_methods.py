"""Methods of native lists, `sorted`, `del`, equality and membership; what the caller may keep."""


def table(n: int):
    return [(i * 7919) % 13 for i in range(n)]


def floats(xs: list[float]):
    ys = [x * 1.0 for x in xs]
    zs = sorted(ys)
    ys.sort()
    ups = sorted(xs, reverse=True)
    ws = xs.copy()
    ws.sort(reverse=True)
    return ys, zs, ups, ws


def ints(n: int):
    xs = table(n)
    ys = sorted(xs)
    xs.sort(reverse=True)
    xs.reverse()
    return xs, ys, xs == ys


def pairs(xs: list[int], ys: list[int]):
    both = [(x, y) for x, y in zip(xs, ys)]
    both.sort()
    return both, sorted(both, reverse=True)


def float_pairs(xs: list[float], ys: list[int]):
    both = [(x, y) for x, y in zip(xs, ys)]
    both.sort()
    return both


def texts(s: str):
    words = s.split()
    words.sort()
    return words, sorted(words, reverse=True), sorted(s)


def sorted_of(xs: list[int], t: tuple[int, int, int]):
    return sorted(t), sorted(range(5, 0, -2)), sorted(x * x for x in xs), sorted([])


def by_key(xs: list[int]):  # level: any
    return sorted(xs, key=lambda x: -x)


def insertions(n: int):
    xs = table(n)
    xs.insert(0, -1)
    xs.insert(-1, -2)
    xs.insert(100, -3)
    xs.insert(-100, -4)
    xs.extend(range(2))
    xs.extend((7, 8))
    xs.extend(xs)
    xs += [9]
    return xs


def extended(s: str, xs: list[int]):  # level: mixed
    chars = ["x"]
    chars.extend(s)
    ys = []
    ys.extend(xs)
    return chars, ys


def extended_lazily(xs: list[int]):  # level: any
    ys = []
    ys.extend(x + 1 for x in xs)
    return ys


def removed(xs: list[int], x: int):
    ys = xs.copy()
    ys.remove(x)
    return ys


def places(xs: list[int], x: int, start: int):
    return xs.count(x), xs.index(x), xs.index(x, start)


def float_index(xs: list[float], x: float):
    return xs.index(x)


def word_index(s: str, word: str):
    return s.split().index(word)


def members(xs: list[float], x: float):
    return x in xs, x not in xs


def text_members(s: str, word: str):
    words = s.split()
    n = 0
    if word in words:
        n += 1
    if "x" in list(s):
        n += 10
    return n, words.count(word)


def equal(xs: list[float], ys: list[float]):
    a = [x for x in xs]
    b = [y for y in ys]
    return a == b, a != b, a == a, a == [], xs == ys


def equal_texts(s: str, t: str):
    return s.split() == t.split()


def deleted(n: int, i: int):
    xs = table(n)
    del xs[i]
    return xs


def deleted_slice(n: int, i: int, j: int, k: int):
    xs = list(range(n))
    del xs[i:j:k]
    return xs


def deleted_ends(n: int):
    xs = list(range(n))
    del xs[:2]
    del xs[-2:]
    return xs, len(xs)


def deleted_while(n: int):
    xs = list(range(n))
    seen = 0
    for x in xs:
        seen = seen * 10 + x
        if x % 2 == 0 and len(xs) > 1:
            del xs[0]
    return seen, xs


def removed_while(n: int):
    xs = table(n)
    seen = 0
    for x in xs:
        seen = seen * 17 + x
        xs.remove(x)
    return seen, xs


def caller_sees(xs: list[int]):  # level: any
    xs.sort()
    del xs[0]
    xs.insert(1, 99)
    xs.remove(3)
    return xs


def two_names(n: int):
    xs = table(n)
    ys = xs
    ys.sort()
    zs = xs[:]
    del ys[0]
    xs.extend(ys)
    return xs, ys == zs, len(zs)


def cleared(n: int):
    xs = table(n)
    ys = xs.copy()
    xs.clear()
    return xs, ys


def helper(xs: list[int]):
    xs.sort()
    xs.append(-1)


def through_helper(n: int):
    xs = table(n)
    helper(xs)
    return xs


def median(xs: list[float]):
    ys = sorted(xs)
    n = len(ys)
    if n % 2:
        return ys[n // 2]
    return (ys[n // 2 - 1] + ys[n // 2]) / 2


def slices(n: int, i: int, j: int):
    xs = list(range(n))
    return xs[i:j] + xs[j:i], xs[::-1] + [n] * i, xs[i:] == xs[j:]


def named(xs: list[int]):
    ys = xs
    zs = ys
    return sum(zs) + len(ys)


def named_and_changed(xs: list[int]):  # level: any
    ys = xs
    zs = ys
    zs.append(7)
    return len(xs)


def named_in_turn(xs: list[int], n: int):  # level: any
    ys = xs
    for _ in range(n):
        zs = ys
        ys = [0]
        zs.append(1)
    return len(xs)


def named_and_returned(xs: list[int]):  # level: any
    ys = xs
    return ys


# --- calls
named([1, 2])
named_and_changed([1, 2])
(named_in_turn([1, 2], n) for n in (0, 1, 2))
named_and_returned(xs := [1, 2])
(floats(xs) for xs in ([], [2.5], [3.0, -1.0, 2.0, -0.0, 0.0, inf, -inf]))
(floats(xs) for xs in ([3.0, nan, 1.0, 2.0, nan, 0.5], [nan, nan], [2.0, 1.0, nan]))
floats([float(i * 37 % 101) if i % 9 else nan for i in range(200)])
(ints(n) for n in (0, 1, 2, 30))
pairs([3, 1, 3, 2], [1, 2, 0, 5])
pairs([], [])
float_pairs([3.0, 1.0, 3.0, 2.0], [1, 2, 0, 5])
float_pairs([3.0, nan, 3.0, 2.0], [1, 2, 0, 5])
float_pairs([nan, nan, 1.0], [2, 1, 0])
(texts(s) for s in ("", "b a", "pear apple Fig größe", "b a b a"))
(sorted_of(xs, (3, 1, 2)) for xs in ([], [3, -1, 2]))
by_key([3, 1, 2])
(insertions(n) for n in (0, 1, 4))
extended("ab", [1, 2])
extended("", [])
extended_lazily([1, 2])
(removed([1, 2, 3, 2], x) for x in (1, 2, 3, 4))
removed([], 1)
(places([1, 2, 1, 3], x, start) for x in (1, 3, 9) for start in (0, 1, -1, 50))
float_index([0.5, -0.0, nan], 0.0)
float_index([0.5], 1.5)
float_index([0.5], 1e22)
float_index([nan, 0.5], 0.5)
float_index([nan], nan)
word_index("a b c", "c")
word_index("a b c", "it's")
(members([0.5, 0.0, inf], x) for x in (0.5, -0.0, nan, inf, 3.0))
members([nan], nan)
members([nan, 1.0], 1.0)
members([], 1.0)
(text_members(s, "ab") for s in ("", "ab x", "ab ab"))
(equal(xs, ys) for xs in ([], [1.0], [1.0, -0.0]) for ys in ([], [1.0], [1.0, 0.0]))
equal([nan], [nan])
equal([nan], [float("nan")])
equal([nan, 1.0], [nan, 2.0])
equal_texts("a b", " a  b ")
equal_texts("a b", "a c")
(deleted(3, i) for i in (0, -1, 2, 3, -4))
deleted(0, 0)
(deleted_slice(10, i, j, k) for i, j, k in ((0, 3, 1), (8, 2, -2), (-3, 100, 1), (5, 2, 1), (0, 10, 3), (9, -100, -4), (0, 3, 0)))
(deleted_ends(n) for n in (0, 1, 3, 6))
(deleted_while(n) for n in (0, 1, 7))
(removed_while(n) for n in (0, 1, 9))
caller_sees([3, 1, 2])
caller_sees([5, 4])
(two_names(n) for n in (1, 5))
(cleared(n) for n in (0, 3))
(through_helper(n) for n in (0, 5))
(median(xs) for xs in ([1.0], [3.0, 1.0], [3.0, 1.0, 2.0]))
median([])
(slices(6, i, j) for i, j in ((0, 3), (3, 1), (-2, 9)))
