"""Mixed functions: native values and loops beside operations on Python objects."""

import pyrx


class Point:
    count = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"


def attribute_sum(points, n: int):  # level: mixed
    total = 0.0
    for i in range(n):
        total += points[i].x
    return total


def attribute_store(p, n: int):  # level: mixed
    for i in range(n):
        p.x = i
        p.y = p.x + 0.5
    return p.y


def augmented_attribute(p, n: int):  # level: mixed
    for i in range(n):
        p.x += i
        p.x *= 2
    return p.x


def item(d, n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += d[i]
    return total


def item_store(d, n: int):  # level: mixed
    for i in range(n):
        d[i] = i * i
    return len(d)


def item_augmented(d, n: int):  # level: mixed
    for i in range(n):
        d["k"] += i
    return d["k"]


def item_delete(d, n: int):  # level: any
    for i in range(n):
        del d[i]
    return d


def call_object(f, n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += f(i)
    return total


def call_keywords(f, n: int):  # level: any
    return f(n, key=n + 1, *[1, 2], **{"z": 3})


def call_method(p, n: int):  # level: mixed
    total = 0.0
    for _ in range(n):
        total += p.norm()
    return total


def arithmetic(x, n: int):  # level: mixed
    s = 0
    for i in range(n):
        s += i
    return x + s, s + x


def all_arithmetic(x, y):  # level: any
    return x + y, x - y, x * y, x / y, x // y, x % y, x**y, -x, +x, abs(x), divmod(x, y)


def all_bits(x, y):  # level: any
    return x & y, x | y, x ^ y, x << y, x >> y, ~x


def matrix_product(a, b):  # level: any
    return a @ b


def comparisons(x, y):  # level: any
    return x == y, x != y, x < y, x <= y, x > y, x >= y, x is y, x is not y


def rich_comparison(x, y):  # level: any
    return x < y


def chained(x, y, z):  # level: any
    return x < y < z


def membership(x, y):  # level: any
    return x in y, x not in y


def truth(x, n: int):  # level: mixed
    total = 0
    for i in range(n):
        if x:
            total += i
    return total


def boolean_operators(x, y):  # level: any
    return x and y, x or y, not x


def conditional(x, y, n: int):  # level: any
    return x if n > 0 else y


def iterate(xs, k: int):  # level: interpreted
    total = 0
    for x in xs:
        total += x * k
    return total


def unpack(pair, n: int):  # level: any
    a, b = pair
    return a + n, b


def unpack_star(xs):  # level: any
    first, *rest = xs
    return first, rest


def subscript_slices(xs, n: int):  # level: any
    return xs[:n], xs[n:], xs[::2], xs[1:n:2]


def print_values(n: int, x: float, s: str):  # level: mixed
    for i in range(n):
        print(i, x * i, s, i > 1, sep="|", end=";\n")
    print()
    print("done", None, [1, 2.5], (1,), {"a": 1})


def print_elements(a: pyrx.float64[:], b: pyrx.float32[:]):  # level: mixed
    for i in range(len(a)):
        print(a[i], b[i])
    print(a)


def f_string(n: int, x: float, b: bool, z: complex):  # level: any
    return f"{n} {n:05d} {n:x} {x} {x:.3f} {x:10.2e} {b} {z} {x!r:>8} {'nested'} {n + 1=}"


def f_string_elements(a: pyrx.float64[:]):  # level: any
    return f"{a[0]} {a[0]:.2f} {a[0]!r}"


def literals(n: int, x: float):  # level: any
    return [n, x], (n, x), {n, n + 1}, {"n": n, x: n}, [], {}, ()


def nested_literals(n: int):  # level: any
    return [[n, [n + 1]], {"a": (n, [n])}]


def build_dict(n: int):  # level: any
    d = {}
    for i in range(n):
        d[i] = i * 0.5
    return d


def count_words(words):  # level: any
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def build_set(a: pyrx.int64[:]):  # level: any
    s = set()
    for x in a:
        s.add(int(x) % 3)
    return sorted(s)


def make_point(x: float, n: int):  # level: any
    p = Point(x, n)
    return p, p.norm(), type(p).__name__


def class_attribute(n: int):  # level: any
    Point.count += n
    return Point.count


def raise_object(n: int, what):  # level: native
    total = 0
    for i in range(n):
        total += i
    if total > 3:
        raise ValueError(f"total {total}: {what}")
    return total


def caught_object(x, n: int):  # level: any
    try:
        return x[n]
    except (KeyError, IndexError) as error:
        return repr(error)
    except TypeError:
        return "type"


def attribute_error(x):  # level: any
    return x.nothing


def line_of_error(x, n: int):  # level: any
    y = n + 1
    z = y * 2
    return (
        x.first
        + z
    )


def isinstance_dispatch(x):  # level: any
    if isinstance(x, int):
        return x + 1
    if isinstance(x, (str, bytes)):
        return len(x)
    return None


def array_expression(a: pyrx.float64[:], b: pyrx.float64[:], k: float):  # level: any
    return a + b * k, a > b, -a, a.sum(), (a * b).mean()


def array_methods(a: pyrx.float64[:, :]):  # level: any
    return a.sum(axis=0), a.reshape(-1), a.max(), a.argmin(), a.astype(int).tolist()


def boolean_mask(a: pyrx.float64[:]):  # level: any
    return a[a > 1], a[[0, -1]]


def numpy_call(a: pyrx.float64[:]):  # level: any
    import numpy as np  # noqa: PLC0415

    return np.cumsum(a), np.where(a > 1, a, 0.0)


def object_with_array(a: pyrx.float64[:], weight):  # level: any
    total = 0.0
    for i in range(len(a)):
        total += a[i] * weight
    return total


def string_building(n: int):  # level: any
    s = ""
    for i in range(n):
        s += str(i) + ","
    return s


def sorted_keys(d):  # level: any
    return sorted(d), sorted(d.values(), reverse=True), list(d.items()), sorted(d, key=lambda k: -d[k])


def builtins_on_objects(xs):  # level: any
    return len(xs), min(xs), max(xs), sum(xs), any(xs), all(xs), list(reversed(xs)), list(map(str, xs))


def numpy_to_object(a: pyrx.float64[:], out):  # level: any
    for i in range(len(a)):
        out.append(a[i])
    return out


def python_to_object(n: int, out):  # level: mixed
    for i in range(n):
        out.append((i, i * 0.5, i > 1))
    return out


def none_checks(x, n: int):  # level: any
    if x is None:
        return n
    return x is not None


def ellipsis_and_not_implemented():  # level: any
    return ..., NotImplemented, None


def identity_kept(x):  # level: any
    y = x
    return y


def object_annotation(n: object):  # level: any
    total = n
    for _ in range(5):
        total = total * total
    return total


def while_object(xs):  # level: any
    n = 0
    while xs:
        xs.pop()
        n += 1
    return n


def object_length(x, n: int):  # level: mixed
    total = 0
    for _ in range(n):
        total += len(x)
    return total


def name_len(value):  # level: interpreted
    if value is None:
        del globals()["len"]
    else:
        globals()["len"] = value


# --- calls
attribute_sum([Point(1.5, 0), Point(2, 0)], 2)
attribute_sum([Point(1.5, 0)], 2)
attribute_sum([], 0)
attribute_sum([5], 1)
attribute_store((p := Point(0, 0)), 3)
attribute_store(Box(1), 2)
attribute_store(5, 1)
augmented_attribute(Point(1, 0), 3)
augmented_attribute(Point(0.5, 0), 3)
augmented_attribute(Point("a", 0), 1)
item([1, 2, 3], 3)
item({0: 1.5, 1: 2.5}, 2)
item(np.arange(3), 3)
item([1], 2)
item({}, 1)
item((1, 2), 2)
item_store({}, 3)
item_store([0, 0, 0], 3)
item_store([0], 3)
item_store((0,), 1)
item_augmented({"k": 1}, 4)
item_augmented({}, 1)
item_delete({0: 1, 1: 2, 5: 3}, 2)
item_delete({0: 1}, 2)
call_object(lambda n: n * 2, 4)
call_object(float, 3)
call_object(lambda n: 1 / (2 - n), 4)
call_object(lambda: 0, 1)
call_object(5, 1)
call_keywords(Box("f"), 7)
call_method(Point(3, 4), 2)
call_method(Point(3, 4), 0)
arithmetic(1.5, 3)
arithmetic("a", 3)
arithmetic(Box(1), 3)
arithmetic(np.arange(3), 3)
arithmetic(fractions.Fraction(1, 3), 3)
arithmetic(decimal.Decimal("0.1"), 3)
all_arithmetic(7, 2)
all_arithmetic(7.5, 2)
all_arithmetic(fractions.Fraction(7, 3), 2)
all_arithmetic(2**70, 3)
all_arithmetic(7, 0)
all_arithmetic("a", 1)
all_bits(6, 3)
all_bits({1, 2}, {2})
matrix_product(f8(2, 3), f8(3, 2))
matrix_product(1, 2)
comparisons(1, 2)
comparisons("a", "b")
comparisons([1], [1])
comparisons(1, "a")
comparisons(nan, nan)
rich_comparison(Box(1), 2)
rich_comparison(np.arange(3), 1)
chained(1, 2, 3)
chained(3, 2, "x")
chained(1, 2, "x")
(membership(x, y) for x, y in ((1, [1, 2]), ("a", "abc"), (3, {3: 1}), (9, range(3))))
membership(1, 2)
(truth(x, 4) for x in (0, 1, "", "a", [], [0], None, 0.0, nan))
truth(np.arange(3), 1)
truth(np.arange(3), 0)
(boolean_operators(x, y) for x in (0, "a", [], None) for y in (1, ""))
conditional("a", [1], 1)
conditional("a", [1], 0)
iterate([1, 2, 3], 2)
iterate((0.5, 2), 2)
iterate({3: 1, 4: 2}, 2)
iterate(range(4), 2)
iterate((x for x in (1, 2)), 2)
iterate(np.arange(3.0), 2)
iterate("ab", 2)
iterate(5, 2)
iterate([], 2)
unpack((1, 2), 3)
unpack([1.5, "x"], 3)
unpack((1,), 3)
unpack((1, 2, 3), 3)
unpack(5, 3)
unpack_star("abc")
unpack_star([])
subscript_slices([1, 2, 3, 4], 2)
subscript_slices("abcd", -1)
subscript_slices(f8(4), 2)
subscript_slices({}, 1)
print_values(3, 0.1, "ö")
print_values(0, nan, "")
print_elements(f8(2), np.array([0.1, 0.2], np.float32))
print_elements(f8(2), np.array([0.1], np.float32))
f_string(42, 2 / 3, True, 1 - 2j)
f_string(-1, nan, False, 0j)
f_string_elements(np.array([0.1]))
literals(1, 2.5)
nested_literals(3)
build_dict(3)
count_words(["a", "b", "a"])
count_words([[]])
build_set(np.array([4, 5, 7]))
make_point(3.0, 4)
class_attribute(3)
class_attribute(2)
raise_object(2, "x")
raise_object(5, [1])
caught_object([1], 5)
caught_object({}, 5)
caught_object(None, 5)
caught_object([1], 0)
attribute_error(5)
line_of_error(5, 1)
line_of_error(Box(0, first="x"), 1)
line_of_error(Box(0, first=1), 1)
(isinstance_dispatch(x) for x in (5, True, "abc", b"ab", 2.5))
array_expression(f8(3), f8(3), 2.0)
array_expression(f8(3), f8(2), 2.0)
array_methods(f8(2, 3))
boolean_mask(f8(3))
numpy_call(f8(3))
object_with_array(f8(3), 2)
object_with_array(f8(3), 2.5)
object_with_array(f8(3), 1j)
object_with_array(f8(3), "a")
string_building(4)
sorted_keys({"b": 1, "a": 2})
builtins_on_objects([3, 1, 2])
builtins_on_objects((2.5,))
builtins_on_objects([])
numpy_to_object(f8(2), [])
python_to_object(3, [])
python_to_object(3, ())
none_checks(None, 5)
none_checks(0, 5)
ellipsis_and_not_implemented()
identity_kept([1])
object_annotation(3)
object_annotation(0.5)
while_object([1, 2])
object_length([1, 2], 3)
object_length("", 2)
object_length(5, 2)
object_length(5, 0)
(object_length([1], 2), name_len(lambda x: 5), object_length([1], 2), object_length(3, 2), name_len(None))
object_length([1], 2)
