"""Built-in functions on C values and typed containers."""


def numbers(int a, double x):
    return abs(a), abs(x), int(x), float(a), bool(a)


def minmax(int a, int b, int c):
    return min(a, b), max(a, b), min(a, b, c), max(a, b, c)


def minmax_mixed(int a, double b, long c):
    return min(a, b), max(a, c), max(a, b, c)


def rounding(double x):
    return round(x), round(x, 1), int(x)


def divmods(int a, int b):
    return divmod(a, b), pow(a, 2)


def sums(list a, double[:] b):
    return sum(a), sum([x * 2 for x in b]), sum(i for i in range(5))


def lengths(list a, dict b, tuple c, str d, bytes e):
    cdef Py_ssize_t n = len(a) + len(b)
    return n, len(c) - 5, len(d), len(e)


def any_all(list a):
    return any(a), all(a), any([x > 2 for x in a]), all([x > 0 for x in a])


def ordinals(str s, int n):
    return ord(s), chr(n)


def sorting(list a):
    return sorted(a), sorted(a, reverse=True), list(reversed(a))


def enumerates(list a):
    cdef int i
    out = []
    for i, x in enumerate(a):
        out.append((i, x))
    for i, x in enumerate(a, 10):
        out.append((i, x))
    return out


def zips(list a, list b):
    return list(zip(a, b)), [x * y for x, y in zip(a, b)]


def isinstances(x):
    return isinstance(x, int), isinstance(x, (list, tuple)), isinstance(x, float)


def conversions(x):
    return str(x), repr(x), float(x), int(x)


def hex_and_bin(int n):
    return hex(n), bin(n), oct(n)


def types(int a, double b, bint c):
    return type(a), type(b), type(c)


def tuple_and_list(int a, int b):
    return tuple([a, b]), list((a, b)), set([a, b]), dict(x=a, y=b)


def prints(int a, double b, bint c, float d):
    print(a, b, c, d)
    print("a", a, sep="-", end=";\n")


def hashes(int a, double b):
    return hash(a), hash(b) == hash(float(b))


def of_nothing(list numbers, int n):
    cdef int i
    cdef list lengths = [len(str(k)) for k in range(n)]
    numbers.append(n)
    try:
        return max([i for i in range(n)]), min(i * 2 for i in range(n)), max(lengths)
    except ValueError as error:
        return numbers, type(error)


def least(double[:] values):
    return min(values)


def samples(int n):
    import numpy as np
    x = np.linspace(0, 1, n)
    return x[0]


def extremes_of_literals(int a, short b, unsigned int c, bint d):
    return (max(a, 4294967296), min(a, 4294967296), max(b, -4294967296), min(c, -1), max(c, -1), min(a, 2.5),
            max(a + b, 4294967296), max(d, 3))


def extremes_of_objects(int n, unsigned char c):
    s = 0
    for i in range(n):
        s += 1000
    return max(s, c), min(s, c), max(c, s, 7), min(n, s)

# --- calls
(numbers(a, x) for a in (0, -3) for x in (2.7, -2.7))
numbers(1, inf)
(minmax(a, b, c) for a in (1, 5) for b in (2,) for c in (3, -1))
(minmax_mixed(a, b, c) for a in (1, 5) for b in (2.5, nan) for c in (2**40,))
(rounding(x) for x in (0.5, 1.5, 2.25, -2.75))
rounding(nan)
(divmods(a, b) for a in (7, -7) for b in (2, -2))
sums([1, 2.5], f8(3))
lengths([1], {1: 2}, (1, 2), "abc", b"")
(any_all(a) for a in ([], [0, 1], [3, 4]))
ordinals("a", 98)
ordinals("ab", 98)
sorting([3, 1, 2])
enumerates(["a", "b"])
zips([1, 2, 3], [4, 5])
(isinstances(x) for x in (1, [1], 2.5, True))
(conversions(x) for x in (1, 2.5, "7"))
(hex_and_bin(n) for n in (0, 255, -5))
types(1, 2, 1)
tuple_and_list(1, 2)
prints(1, 2.5, True, 0.1)
hashes(5, 2.5)
of_nothing([], 0)
of_nothing([], 3)
least(np.array([2.0, 1]))
least(np.array([]))
samples(2)
samples(-1)
extremes_of_literals(1, 2, 3, 0)
extremes_of_objects(3, 4)
