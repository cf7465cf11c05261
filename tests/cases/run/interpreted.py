"""Everything else in a valid module keeps its meaning: generators, closures, classes, `with`, `match`, comprehensions."""
# bundle: alone

import collections
import contextlib
import dataclasses
import enum
import functools
import itertools

import pyrx


def generator(n: int):  # level: any
    for i in range(n):
        yield i * i


def generator_send():  # level: any
    total = 0
    while True:
        value = yield total
        if value is None:
            return
        total += value


def drive(n: int):  # level: any
    g = generator_send()
    next(g)
    out = [g.send(i) for i in range(n)]
    g.close()
    return out


def delegating(n: int):  # level: any
    yield from generator(n)
    yield -1


def closure(n: int):  # level: any
    def add(x):
        return x + n

    return add(5), [f(1) for f in (lambda x: x + n, lambda x: x * n)]


def counter():  # level: any
    n = 0

    def increment(by=1):
        nonlocal n
        n += by
        return n

    increment()
    return increment(5)


def decorated_twice(f):  # level: any
    @functools.wraps(f)
    def inner(*args):
        return f(*args) * 2

    return inner


@decorated_twice
def decorated(x: float):  # level: any
    return x + 1


@functools.lru_cache(maxsize=None)
def cached(n: int):  # level: any
    return n if n < 2 else cached(n - 1) + cached(n - 2)


@functools.singledispatch
def dispatched(x):  # level: any
    return "object"


@dispatched.register
def _(x: int):  # level: any
    return "int"


@dispatched.register
def _(x: list):  # level: any
    return "list"


def with_statement(log: list):  # level: any
    with contextlib.suppress(ZeroDivisionError):
        log.append(1)
        log.append(1 // 0)
    return log


class Manager:
    def __init__(self, log, swallow):
        self.log = log
        self.swallow = swallow

    def __enter__(self):
        self.log.append("enter")
        return self.log

    def __exit__(self, kind, value, trace):
        self.log.append(kind.__name__ if kind else None)
        return self.swallow


def with_manager(n: int, swallow: bool):  # level: any
    log = []
    with Manager(log, swallow) as inner:
        inner.append(10 // n)
    return log


def matched(x):  # level: any
    match x:
        case 0:
            return "zero"
        case int(n) if n < 0:
            return f"negative {n}"
        case [a, b]:
            return ("pair", a, b)
        case [a, *rest]:
            return ("many", a, rest)
        case {"k": v, **others}:
            return ("map", v, others)
        case str() as s:
            return s.upper()
        case Vector(x=0):
            return "vertical"
        case _:
            return None


@dataclasses.dataclass
class Vector:
    x: float
    y: float = 1.0

    def length(self) -> float:
        return (self.x * self.x + self.y * self.y) ** 0.5

    def scaled(self, k: float) -> "Vector":
        return Vector(self.x * k, self.y * k)

    @property
    def angle(self):
        return self.y / self.x

    @staticmethod
    def half(x: float) -> float:
        return x / 2

    @classmethod
    def unit(cls):
        return cls(1.0, 0.0)

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


class Derived(Vector):
    def length(self) -> float:
        return super().length() + 1


class Colour(enum.Enum):
    RED = 1
    GREEN = 2


Pair = collections.namedtuple("Pair", "a b")


def method_in_loop(n: int):  # level: any
    v = Vector(3.0, 4.0)
    total = 0.0
    for _ in range(n):
        total += v.length()
    return total


def use_enum(n: int):  # level: any
    return Colour(n).name, Colour.RED.value


def use_namedtuple(n: int):  # level: any
    p = Pair(n, n + 1)
    return p, p.b, p._replace(a=0)


def comprehensions(n: int):  # level: any
    return [i for i in range(n)], {i % 2 for i in range(n)}, {i: i * i for i in range(n)}, tuple(i for i in range(n))


def nested_comprehension(n: int):  # level: any
    return [[i * j for j in range(i)] for i in range(n)], [x for row in [[1], [2, 3]] for x in row if x != n]


def comprehension_scope(n: int):  # level: any
    i = 100
    squares = [i * i for i in range(n)]
    return i, squares


def comprehension_walrus(n: int):  # level: any
    return [y for x in range(n) if (y := x * 2) > 2], y


def dynamic(n: int):  # level: interpreted
    return eval("n + 1"), sorted(locals())


def star_call(xs):  # level: any
    return max(*xs), dict(**{"a": 1}), [*xs, *xs], {**{"a": 1}, "b": 2}, (*xs, 0)


def itertools_use(n: int):  # level: any
    return list(itertools.chain(range(n), "ab")), list(itertools.accumulate(range(n)))


def sort_with_key(xs: list):  # level: any
    xs.sort(key=lambda x: -x)
    return xs


def global_function_object(n: int):  # level: any
    f = generator
    return list(f(n)), f.__name__


def try_star_free(xs: list, i: int):  # level: any
    try:
        return xs[i]
    except IndexError as error:
        return error.args
    finally:
        xs.append("finally")


async def coroutine(n: int):  # level: any
    return n + 1


def run_coroutine(n: int):  # level: any
    try:
        coroutine(n).send(None)
    except StopIteration as stop:
        return stop.value


def inner_import(n: int):  # level: any
    from math import gcd  # noqa: PLC0415

    return gcd(n, 12)


def assert_tuple_of_names():  # level: any
    return __name__, generator.__module__ == __name__, __doc__.split(":")[0]


def type_annotations_inside(n: int):  # level: any
    x: int = n
    y: "undefined_name" = 2  # noqa: F821
    z: float
    z = x / y
    return z


def string_format(n: int):  # level: any
    return "{:>5}|{x}".format(n, x=n), "%s" % (n,)


def slices_of_objects(xs: list):  # level: any
    xs[1:3] = [7, 8, 9]
    del xs[0]
    return xs


def chained_methods(s: str):  # level: any
    return s.strip().upper().replace("A", "b")[::-1]


if True:

    def conditional_definition(n: int):  # level: any
        return n + 1

else:

    def conditional_definition(n: int):  # level: any
        return n + 2


try:

    def in_try(n: int):  # level: any
        return n + 3

except NameError:
    pass


def native_neighbour(a: pyrx.float64[:]):
    total = 0.0
    for x in a:
        total += x
    return total


# --- calls
list(generator(4))
list(generator(0))
drive(4)
list(delegating(3))
closure(2)
counter()
decorated(2.0)
decorated.__name__
decorated.__wrapped__(2.0)
cached(30)
cached.cache_info().hits
(dispatched(x) for x in (1, [1], "a"))
with_statement([])
(with_manager(n, swallow) for n in (2, 0) for swallow in (True, False))
(matched(x) for x in (0, -5, 7, [1, 2], [1, 2, 3], {"k": 1, "z": 2}, "abc", None, 2.5))
matched(Vector(0))
Vector(3.0, 4.0).length()
Vector(3.0, 4.0).scaled(2.0)
Vector(1, 2) + Vector(3, 4)
Vector(4.0).angle
Vector.half(5.0)
Vector.unit()
Vector(1.0) == Vector(1.0, 1.0)
Derived(3.0, 4.0).length()
Vector.length.__qualname__
Vector.__init__.__qualname__
method_in_loop(3)
use_enum(2)
use_enum(9)
use_namedtuple(1)
comprehensions(4)
nested_comprehension(3)
comprehension_scope(3)
comprehension_walrus(4)
comprehension_walrus(0)
dynamic(3)
star_call([1, 2])
itertools_use(3)
sort_with_key([1, 3, 2])
global_function_object(3)
try_star_free([1], 0)
try_star_free([1], 5)
run_coroutine(4)
inner_import(18)
assert_tuple_of_names()
type_annotations_inside(3)
string_format(5)
slices_of_objects([1, 2, 3, 4])
chained_methods(" banana ")
conditional_definition(1)
in_try(1)
native_neighbour(f8(3))
