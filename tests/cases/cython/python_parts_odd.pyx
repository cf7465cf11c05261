"""Imports, lambdas and unpacking at odd places: one line, names that others have, module level, methods."""
cdef int scale = 3


def one_line(int n):
    if n: import os; import sys as s; return s.__name__, os.__name__
    x = [1, *range(n)]; return x


def sorted_(int n, list sorted_):
    key = "k"
    return sorted(sorted_, key=lambda v: (v % 2, v)), (lambda: (n, key))()


def list(int n, *list):
    return max(*list, n), [*list]


def größe(int größe, words):
    return sorted(words, key=lambda wört: (len(wört) - größe + 0, wört)), "ä%s" % größe


def in_loop(int n):
    out = []
    for i in range(n):
        def always(x, y=2):
            return x * y
        out.append(always(i))
        import math
        out.append(math.floor(i + 0.5))
    return out


def in_comprehension(int n, rows):
    return [sorted(row, key=lambda v: row[-1] - v) for row in rows], [max(*row, n) for row in rows]


def strings(int n):
    f = lambda x: f"{x!r:>5}|{'#' * 3}" """
  more"""
    return f(n), f("a")


def conditional(int n):
    f = (lambda x: x + 1) if n > 0 else (lambda x: x - 1)
    return f(n)


def walrus(int n):
    return (lambda x: (y := x) + y)(n)


def immediately(int n):
    return (lambda a, *b, c=3, **d: (a, b, c, d))(n, 4, c=5, e=6)


def nested_lambda(int n):
    word = "w"
    return (lambda a: lambda b: (a, b, word))(n)(2)


def comment_inside(int n):
    f = lambda a: (a,  # the first
                   "# no comment")
    return f(n)


def backslash(int n):
    import os.path \
        as path, math
    return path.basename("a/b"), math.trunc(n)


def relative(int n):
    try:
        from . import nothing
    except ImportError as error:
        return type(error).__name__


def keyword_twice(f, int n, d):
    return f(**d, **{"n": n}), f(n, **d)


def deep_star(int n, xs):
    first, *rest = [n, *xs]
    return first, rest, (*rest,), {**{"a": n}}


def after_error(int n):
    try:
        return max(*[n, "a"])
    except TypeError as error:
        return (lambda e: str(e)[:10])(error)


class Plain:
    factor = 2

    def method(self, int n, *args):
        import math
        return sorted(args, key=lambda v: abs(v - n)), math.sqrt(n), self.factor


def default_of_lambda(int n, base=[1]):
    return (lambda x=n, y=base: (x, y))()


cdef int doubled(int x):
    return 2 * x

numbers = sorted([3, -5, 1], key=lambda v: -v)
mixed = [doubled(4), *numbers]
values = dict(a=scale, **{"b": doubled(2)})

# --- calls
(one_line(n) for n in (0, 1))
sorted_(1, [3, 2, 1, 4])
list(3, 1, 2)
größe(1, ["b", "aa", "a"])
in_loop(3)
in_comprehension(2, [[1, 2, 3], [5, 4]])
strings(3)
(conditional(n) for n in (1, -1))
walrus(2)
immediately(1)
nested_lambda(1)
comment_inside(1)
backslash(3)
relative(1)
keyword_twice(dict, 1, {"a": 1})
keyword_twice(lambda *a, **k: (a, k), 1, {"a": 1})
deep_star(1, "ab")
deep_star(1, [])
after_error(1)
module.Plain().method(2, 1, 5, 3)
default_of_lambda(3)
module.numbers, module.mixed, module.values
