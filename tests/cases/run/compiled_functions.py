"""Compiled functions as objects: attributes, binding as methods, decorators, pickling, identity."""

import functools

import pyrx


def traced(f):  # level: any
    @functools.wraps(f)
    def inner(*args, **kwargs):
        result = f(*args, **kwargs)
        print(f.__name__, args, "->", result)
        return result

    return inner


def square(x: float) -> float:
    """The square."""
    return x * x


@traced
def traced_square(x: float) -> float:  # level: any
    return x * x


@functools.lru_cache
def cached_square(n: int) -> int:
    return n * n


def doubled(x: float) -> float:
    return 2 * x


doubled.note = "a note"
alias = doubled
table = {"square": square, "doubled": doubled}


class Holder:
    """Functions in a class body bind as methods; those put in later too."""

    factor = 3

    def scaled(self, x: float):  # level: any
        return x * self.factor

    @staticmethod
    def fixed(x: float) -> float:  # level: any
        return x * 5

    @classmethod
    def of_class(cls, x: float):  # level: any
        return x * cls.factor

    @property
    def prop(self):  # level: any
        return self.factor + 1


def as_method(self, x: float):  # level: any
    return x * self.factor


Holder.added = as_method
Holder.added_static = staticmethod(square)


def nested_definition(n: int):  # level: any
    def inner(k: int) -> int:
        return k * n

    return inner


def dispatch(name: str, x: float):  # level: any
    return table[name](x)


def passed(f, x: float):  # level: any
    return f(x)


def unused_argument(x: float, unused: int):
    return x


def same_names(same_names: int):
    return same_names + 1


def reads_own_attributes(x: float):  # level: any
    return doubled.note, doubled.__name__, x


lambda_function = lambda x: x + 1  # noqa: E731


# --- calls
square(1.5)
square.__doc__
square.__name__
square.__annotations__
inspect.unwrap(square)(2.0)
inspect.unwrap(square).__code__.co_name
square.__dict__.get("note")
doubled.note
alias is doubled
table["doubled"] is doubled
traced_square(2.0)
traced_square.__name__
traced_square("a")  # refused: TypeError 'x'
cached_square(5)
cached_square(5)
cached_square.cache_info()[:2]
Holder().scaled(2.0)
Holder.scaled(Holder(), 2.0)
Holder.fixed(2.0)
Holder().fixed(2.0)
Holder.of_class(2.0)
Holder().prop
Holder().added(2.0)
Holder().added_static(2.0)
Holder.scaled.__qualname__
nested_definition(3)(4)
dispatch("square", 3.0)
dispatch("none", 3.0)
passed(square, 3.0)
passed(lambda_function, 3.0)
passed(functools.partial(unused_argument, 2), 1)  # deviation: 1 -> 2.0
list(map(square, [1.0, 2.0]))
sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: int(square(a) - square(b))))
pickle.loads(pickle.dumps(square)) is square
pickle.loads(pickle.dumps([doubled, square]))[0] is doubled
str(inspect.signature(square))
inspect.getdoc(square)
inspect.isroutine(square)
callable(square)
square == square
square != doubled
len({square, doubled, alias})
bool(square)
setattr(square, "tag", 5)
square.tag
delattr(square, "tag")
hasattr(square, "tag")
unused_argument(1.5, 2)
unused_argument(1.5, "x")  # refused: TypeError 'unused'
same_names(1)
same_names(same_names=1)
reads_own_attributes(1.0)
functools.reduce(lambda a, b: a + square(b), [1.0, 2.0], 0.0)
