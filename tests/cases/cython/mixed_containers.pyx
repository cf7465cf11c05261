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
