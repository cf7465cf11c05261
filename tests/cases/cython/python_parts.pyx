"""Imports, lambdas, nested functions, generators and unpacking in functions that hold C types."""
import numpy as np

cdef double scaled(double x):
    return 2 * x


def import_plain(int n):
    import numpy
    cdef double[::1] x = numpy.arange(n, dtype=numpy.float64)
    return x[n - 1]


def import_several(int n):
    import os.path, math as m
    from collections import (OrderedDict,
                             deque as queue)
    return os.path.basename("a/b"), m.sqrt(n), OrderedDict(a=n), list(queue([n]))


def import_in_branch(int n):
    if n > 0:
        from math import floor
        return floor(n + 0.5)
    try:
        import module_that_is_not_there as absent
    except ImportError as error:
        absent = error.name
    return absent


def import_name_missing(int n):
    from sys import not_there
    return n


def import_global(int n):
    global textwrap
    import textwrap
    return textwrap.fill("a b", n)


cdef int import_in_cdef(int n) except? -1:
    import math
    return math.factorial(n)


def calls_cdef(int n):
    return import_in_cdef(n)


def keywords(double[:] x, **kwargs):
    return x[0], kwargs, len(kwargs)


def arguments(*args, int n=3):
    return args, n, args[::-1]


def both(int n, *args, double scale=1.5, **kwargs):
    return n, args, scale, sorted(kwargs.items())


def mixed_defaults(double[:, ::1] a, int axis=0, *, bint copy=True, out=None, **options):
    return a.shape[axis], copy, out, options.get("mode", "none")


def passes_on(f, int n, list args, dict named):
    return f(n, *args, **named), f(*args, n), f(*args, *args)


def passes_method(list words, int n, *parts):
    return "{}-{}-{}".format(n, *parts), words.__class__(*[words])


def passes_twice(f, int n, **named):
    return f(a=n, **named)


def displays(int n, list xs, dict d):
    return [n, *xs], (*xs, n), {*xs, n}, {"n": n, **d, "m": n + 1}


def argsort(double[::1] keys):
    return sorted(range(keys.shape[0]), key=lambda i: keys[i])


def sort_in_loop(list rows, int n):
    cdef int i
    for i in range(n):
        rows.sort(key=lambda row: row[i])
    return rows


def best(list items, double target):
    return min(items, key=lambda v: abs(v - target)), max(items, key=lambda v: (v % 3, -v))


def lambda_kept(int n, list names):
    label = "%d:%s"
    f = lambda at, sep="-": label % (n, sep.join(names[:at]))
    return f(1), f(2, sep="+")


def lambda_of_two_lines(int n):
    f = lambda a, \
            b: (a,
                b)
    return f(n, n)


def filters(list xs, int low):
    return list(filter(lambda x: x >= low, xs)), list(map(lambda x: (x, low), xs))


def nested(int n):
    words = ["a", "b", "c"]

    def inner(at, sep="/"):
        """A docstring."""
        return sep.join(words[:at])
    return inner(n), inner(n, sep="."), inner.__doc__, inner.__name__


def nested_recursive(int n):
    def depth(tree):
        if not isinstance(tree, list):
            return 0
        return 1 + max((depth(x) for x in tree), default=0)

    def twice(tree):
        return 2 * depth(tree)
    return depth([1, [2, [n]]]), twice([n])


def nested_decorated(int n):
    import functools

    @functools.lru_cache(maxsize=None)
    def fib(k):
        return k if k < 2 else fib(k - 1) + fib(k - 2)
    return fib(n)


def nested_generator(int n):
    def count(upto):
        for i in range(upto):
            yield i * i
    return list(count(n)), sum(count(n))


def nested_raises(int n):
    def check(x):
        if x > 2:
            raise ValueError(x)
        return x
    return check(n)


def generator(int n):
    squares = (i * i for i in range(n))
    return next(squares, None), list(squares)


def generator_argument(list xs, int n, f):
    return f(x + 1 for x in xs), dict((x, n) for x in xs)


def view_in_closure(double[:] a):
    total = lambda: [a[i] for i in range(len(a))]
    a[0] = 7
    return total()


def string_closure(str s, int n):
    return sorted(s, key=lambda c: (c != s[0], c))[:n]


def class_inside(int n):
    class Pair:
        size = 2

        def __init__(self, a):
            self.a = a

        def both(self):
            return self.a, self.size
    return Pair(n).both()


def loop_over_call(int n, *more):
    import itertools
    total = []
    for a, b in itertools.chain([(1, n)], *more):
        total.append(a + b)
    return total


def not_callable(int n, list args):
    return n + len(args), None(*args)


def not_iterable(f, int n):
    return f(*n)

# --- calls
import_plain(4)
import_several(4)
(import_in_branch(n) for n in (1, 0))
import_name_missing(1)
import_global(1)
calls_cdef(5)
keywords(f8(2))
keywords(f8(2), a=1, b=2)
keywords(f8(2), x=1)
arguments()
arguments(1, "a", n=4)
arguments(n="a")
both(1)
both(1, 2, 3, scale=2, z=1, y=2)
both()
mixed_defaults(f8(2, 3))
mixed_defaults(f8(2, 3), 1, copy=0, out=[], mode="same")
passes_on(max, 3, [1, 9], {})
passes_on(lambda *a, **k: (a, k), 3, [1], {"z": 1})
passes_on(lambda n: n, 3, [1, 2], {})
passes_on(max, 3, [1], {1: 2})
passes_method(["a"], 1, 2, 3)
passes_twice(dict, 1, b=2)
passes_twice(dict, 1, a=2)
displays(1, [2, 3], {"n": 5})
displays(1, [], {})
argsort(np.array([3.0, 1.0, 2.0]))
sort_in_loop([[2, 1], [1, 1], [3, 0]], 2)
best([1, 5, 9], 6)
lambda_kept(3, ["a", "b"])
lambda_of_two_lines(1)
filters([1, 2, 3], 2)
nested(2)
nested_recursive(1)
nested_decorated(30)
nested_generator(4)
(nested_raises(n) for n in (1, 3))
generator(4)
generator_argument([1, 2], 5, sum)
generator_argument([1, 2], 5, list)
view_in_closure(f8(3))
string_closure("banana", 3)
class_inside(3)
loop_over_call(1)
loop_over_call(1, [(3, 4)], [])
loop_over_call(1, 3)
not_callable(1, [])
not_iterable(max, 3)
