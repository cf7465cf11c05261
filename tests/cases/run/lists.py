"""Read-only list arguments, lists that are built and returned, lists that are changed in place."""

import pyrx


def get(xs: list[int], i: int):
    return xs[i]


def total(xs: list[float]):
    s = 0.0
    for i in range(len(xs)):
        s += xs[i]
    return s


def largest(xs: list[int]):
    best = xs[0]
    for x in xs:
        if x > best:
            best = x
    return best


def contains(xs: list[int], n: int):
    for x in xs:
        if x == n:
            return True
    return False


def member(xs: list[int], n: int):
    return n in xs, n not in xs


def truth(xs: list[int]):
    return 1 if xs else 0


def squares(n: int):
    out = []
    for i in range(n):
        out.append(i * i)
    return out


def halves(n: int):
    out = []
    for i in range(n):
        out.append(i / 2)
    return out


def evens(xs: list[int]):
    out = []
    for x in xs:
        if x % 2 == 0:
            out.append(x)
    return out


def annotated(n: int) -> list[float]:
    out: list[float] = []
    for i in range(n):
        out.append(i * 0.5)
    return out


def literal(a: int, b: int):
    return [a, b, a + b]


def literal_mixed(a: int, x: float):  # level: any
    return [a, x, True, "s", None]


def repeated(n: int):
    return [0] * n, [1.5] * n


def filled_by_index(n: int):
    out = [0] * n
    for i in range(n):
        out[i] = n - i
    return out


def nested(n: int):  # level: any
    rows = []
    for i in range(n):
        row = []
        for j in range(i):
            row.append(j)
        rows.append(row)
    return rows


def nested_argument(xs: list[list[float]]):  # level: any
    s = 0.0
    for row in xs:
        for x in row:
            s += x
    return s


def pairs_argument(xs: list[tuple[int, float]]):  # level: any
    s = 0.0
    for n, x in xs:
        s += n * x
    return s


def comprehension(n: int):  # level: any
    return [i * i for i in range(n) if i % 2]


def comprehension_of_list(xs: list[float], k: float):  # level: any
    return [k * x for x in xs]


def append_to_argument(xs: list[int], n: int):  # level: any
    xs.append(n)
    return len(xs)


def set_in_argument(xs: list[int], i: int, n: int):  # level: any
    xs[i] = n


def augment_argument(xs: list[float], k: float):  # level: any
    for i in range(len(xs)):
        xs[i] *= k


def methods(xs: list[int]):  # level: any
    ys = xs.copy()
    ys.sort()
    ys.reverse()
    ys.pop()
    ys.insert(1, 99)
    ys.extend([7, 8])
    return ys, ys.index(99), ys.count(7)


def slices(xs: list[int]):  # level: any
    return xs[1:], xs[::-1], xs[:2], xs[5:]


def concatenated(xs: list[int], ys: list[int]):  # level: any
    return xs + ys, xs * 2


def compared(xs: list[int], ys: list[int]):  # level: any
    return xs == ys, xs < ys


def identity(xs: list[int]):  # level: any
    return xs


def two_names(n: int):  # level: any
    a = []
    b = a
    a.append(n)
    return a, b


def sieve(n: int):
    flags = [True] * (n + 1)
    primes = []
    for i in range(2, n + 1):
        if flags[i]:
            primes.append(i)
            for j in range(i * i, n + 1, i):
                flags[j] = False
    return primes


def of_complex(zs: list[complex]):
    s = 0j
    for z in zs:
        s += z * z
    return s


def of_bool(flags: list[bool]):
    n = 0
    for flag in flags:
        if flag:
            n += 1
    return n


def of_str(words: list[str]):  # level: any
    n = 0
    for word in words:
        n += len(word)
    return n


def plain_list(xs: list):  # level: any
    s = 0
    for x in xs:
        s += x
    return s


def into_array(xs: list[float], out: pyrx.float64[:]):
    for i, x in enumerate(xs):
        out[i] = x


def append_numpy(a: pyrx.float64[:]):  # level: any
    out = []
    for x in a:
        if x > 1:
            out.append(x)
    return out


def append_tuples(n: int):  # level: any
    out = []
    for i in range(n):
        out.append((i, i * 0.5))
    return out


def popping(xs: list[int]):  # level: any
    s = 0
    while xs:
        s = s * 10 + xs.pop()
    return s


def changed_while_read(n: int):  # level: any
    out = [1]
    for x in out:
        if len(out) < n:
            out.append(x + 1)
    return out


def overflow_in_list(n: int):
    out = []
    x = 1
    for _ in range(n):
        out.append(x)
        x *= 1000
    return out


def insert_owners(n: int):  # level: any
    rows = [[n, 1]]
    rows.insert(0, [n + 1, 3])
    words = []
    for i in range(n):
        words.append(str(i))
    words.insert(1, "x")
    return rows, words


def bound_append(text: str):  # level: any
    line = []
    append = line.append
    for c in text:
        append(c)
    return line


def append_of_class(n: int):  # level: any
    xs = [3, 1]
    list.append(xs, n)
    list.sort(xs)
    return xs


# --- calls
bound_append("abc")
append_of_class(2)
insert_owners(3)
(get([10, 20, 30], i) for i in (0, 2, -1, -3, 3, -4, 2**62))
get([], 0)
get([2**70], 0)
get([True], 0)  # deviation: 1 -> 1
(total(xs) for xs in ([], [0.1, 0.2], [nan], [1, 2.5], [-0.0]))
(largest(xs) for xs in ([3], [3, 9, 2], [-5, -2], [2**63 - 1, 0]))
largest([])
(contains(xs, 5) for xs in ([], [1, 5], [1]))
(member(xs, 5) for xs in ([], [1, 5], [1]))
(truth(xs) for xs in ([], [0]))
(squares(n) for n in (0, 1, 5, -2))
(halves(n) for n in (0, 4))
(evens(xs) for xs in ([], [1, 2, 4], [1, 3], [-2, 0]))
(annotated(n) for n in (0, 3))
literal(1, 2**62)
literal(2**62, 2**62)
literal_mixed(1, 0.5)
(repeated(n) for n in (0, 3, -1))
(filled_by_index(n) for n in (0, 4))
(nested(n) for n in (0, 3))
(nested_argument(xs) for xs in ([], [[]], [[1.0, 2.0], [0.5]]))
(pairs_argument(xs) for xs in ([], [(2, 0.5), (3, 1.5)]))
pairs_argument([(1, 2.0, 3)])  # refused: TypeError|ValueError 'xs'
comprehension(7)
comprehension_of_list([1.0, 2.0], 0.5)
append_to_argument([1], 2)
set_in_argument([1, 2], 1, 9)
set_in_argument([1, 2], 2, 9)
augment_argument([1.0, 2.0], 1.5)
augment_argument([], 1.5)
methods([3, 1, 2])
slices([1, 2, 3])
concatenated([1], [2, 3])
compared([1, 2], [1, 3])
identity([1, 2])
two_names(3)
(sieve(n) for n in (0, 2, 30))
(of_complex(zs) for zs in ([], [1j, 2.0, 3]))
(of_bool(flags) for flags in ([], [True, False, True]))
(of_str(words) for words in ([], ["", "größe"]))
of_str(["a", 5])  # refused: TypeError 'words'
plain_list([1, 2.5])
plain_list((1, 2))
into_array([1.0, 2.0], np.zeros(2))
into_array([1.0, 2.0, 3.0], np.zeros(2))
append_numpy(f8(4))
append_numpy(f8(0))
append_tuples(3)
popping([1, 2, 3])
changed_while_read(4)
(overflow_in_list(n) for n in (0, 6, 7, 10))
get((1, 2), 0)  # refused: TypeError 'xs'
get(None, 0)  # refused: TypeError 'xs'
get("abc", 0)  # refused: TypeError 'xs'
get(np.array([1, 2]), 0)  # refused: TypeError 'xs'
get(["a"], 0)  # refused: TypeError 'xs'
get([None], 0)  # refused: TypeError 'xs'
total([1.0, "x"])  # refused: TypeError 'xs'
