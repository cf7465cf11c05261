"""Typed lists, dicts, tuples, sets with C values; comprehensions; formatting."""


def build_list(int n):
    cdef list out = []
    cdef int i
    for i in range(n):
        out.append(i * i)
    return out


def list_items(list a, int i):
    a[i] += 1
    return a[i], a[-1], len(a)


def list_bounds(list a, int i):
    return a[i]


def list_methods(list a, int x):
    a.append(x)
    a.insert(0, x)
    a.extend([x, x])
    last = a.pop()
    a.sort()
    return a, last, a.index(x), a.count(x)


def list_of_floats(double[:] x):
    cdef Py_ssize_t i
    return [x[i] * 2 for i in range(x.shape[0])]


def nested_comprehension(int n):
    return [[i * j for j in range(n)] for i in range(n)]


def generator_argument(int n):
    return sum(i * i for i in range(n)), max(i % 5 for i in range(1, n + 1))


def dict_count(bytes data):
    cdef dict counts = {}
    cdef unsigned char c
    for c in data:
        counts[c] = counts.get(c, 0) + 1
    return counts


def dict_loop(dict d):
    cdef double total = 0
    for key, value in d.items():
        total += value
    return total, sorted(d.keys()), list(d.values())


def tuple_items(tuple t, int i):
    a, b = t
    return a, b, t[i], len(t)


def set_members(list a, int x):
    cdef set s = set(a)
    s.add(x)
    return x in s, len(s), x not in s


def none_list(list a):
    return a is None or len(a)


def none_method(list a):
    a.append(1)
    return a


def f_strings(int n, double x, bint b, s):
    return f"{n}|{x}|{b}|{s}|{n:5d}|{x:.2f}|{n + 1!r}|{s!s:>4}"


def percent(int n, double x):
    return "%d %5.2f %s %r" % (n, x, n, x)


def print_all(int n, double x):
    print("n =", n, "x =", x)
    print(f"{n}/{x}")
    for i in range(n):
        print(i, end=" ")
    print()


def slices(list a, int i, int j):
    return a[i:j], a[::2], a[:-1]


def loop_objects(items):
    cdef int n = 0
    for item in items:
        if item is None:
            continue
        n += item
    return n


def in_operator(int x, list a):
    return x in a, x in (1, 2, 3), x not in a


def unpack_pairs(list pairs):
    cdef int a
    cdef double b, s = 0
    for a, b in pairs:
        s += a * b
    return s


def many_items(int n, o):
    cdef dict d = {
        "k0": n + 0,
        "k1": n + 1,
        "k2": n + 2,
        "k3": n + 3,
        "k4": n + 4,
        "k5": n + 5,
        "k6": n + 6,
        "k7": n + 7,
        "k8": n + 8,
        "k9": n + 9,
        "k10": n + 10,
        "k11": n + 11,
        "k12": n + 12,
        "k13": n + 13,
        "k14": n + 14,
        "k15": n + 15,
        "k16": n + 16,
        "k17": n + 17,
        "k18": n + 18,
        "k19": n + 19,
        "k20": n + 20,
        "k21": n + 21,
        "k22": n + 22,
        "k23": n + 23,
        "k24": n + 24,
        "k25": n + 25,
        "k26": n + 26,
        "k27": n + 27,
        "k28": n + 28,
        "k29": n + 29,
        "k30": n + 30,
        "k31": n + 31,
        "k32": n + 32,
        "k33": n + 33,
        "k34": n + 34,
        "k35": n + 35,
        "k36": n + 36,
        "k37": n + 37,
        "k38": n + 38,
        "k39": n + 39,
        "k1": o,
    }
    cdef list l = [o, str(n + 1), str(n + 2), str(n + 3), str(n + 4), str(n + 5), str(n + 6), o, str(n + 8), str(n + 9), str(n + 10), str(n + 11), str(n + 12), str(n + 13), o, str(n + 15), str(n + 16), str(n + 17), str(n + 18), str(n + 19), str(n + 20), o, str(n + 22), str(n + 23), str(n + 24), str(n + 25), str(n + 26), str(n + 27), o, str(n + 29), str(n + 30), str(n + 31), str(n + 32), str(n + 33), str(n + 34), o, str(n + 36), str(n + 37), str(n + 38), str(n + 39)]
    return d, l, {o if n > 0 else n, o if n > 1 else n, o if n > 2 else n, o if n > 3 else n, o if n > 4 else n, o if n > 5 else n, o if n > 6 else n, o if n > 7 else n, o if n > 8 else n, o if n > 9 else n, o if n > 10 else n, o if n > 11 else n, o if n > 12 else n, o if n > 13 else n, o if n > 14 else n, o if n > 15 else n, o if n > 16 else n, o if n > 17 else n, o if n > 18 else n, o if n > 19 else n, o if n > 20 else n, o if n > 21 else n, o if n > 22 else n, o if n > 23 else n, o if n > 24 else n, o if n > 25 else n, o if n > 26 else n, o if n > 27 else n, o if n > 28 else n, o if n > 29 else n, o if n > 30 else n, o if n > 31 else n, o if n > 32 else n, o if n > 33 else n, o if n > 34 else n, o if n > 35 else n, o if n > 36 else n, o if n > 37 else n, o if n > 38 else n, o if n > 39 else n}


# --- calls
(build_list(n) for n in (0, 5))
list_items([1, 2, 3], 1)
list_items([1, 2, 3], -1)
(list_bounds([1, 2], i) for i in (0, -1, 2, -3))
list_bounds(None, 0)
list_methods([5, 3], 4)
list_of_floats(f8(3))
nested_comprehension(3)
generator_argument(10)
dict_count(b"abca")
dict_loop({"a": 1, "b": 2.5})
dict_loop({"a": "x"})
tuple_items((1, 2), 1)
tuple_items((1, 2, 3), 0)
(set_members([1, 2], x) for x in (2, 9))
(none_list(a) for a in (None, [], [1]))
none_method(None)
none_method([])
f_strings(3, 2.5, True, "s")
percent(3, 2.5)
print_all(3, 0.1)
slices([1, 2, 3, 4], 1, 3)
loop_objects([1, None, 2])
loop_objects([1, "a"])
loop_objects(5)
in_operator(2, [2, 4])
unpack_pairs([(1, 2.5), (2, 3)])
unpack_pairs([(1, 2, 3)])
many_items(3, "x")
many_items(50, 2.5)
many_items(3, [])
