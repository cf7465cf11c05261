"""Parameters of every kind, and CPython's messages for wrong calls."""

import pyrx


def plain(a: int, b: int):
    return a - b


def defaulted(a: int, b: int = 2, c: float = 0.5):
    return a + b * c


def keyword_only(a: int, *, scale: int = 3, shift: int):
    return a * scale + shift


def positional_only(a: int, b: int = 1, /):
    return a - b


def mixed_markers(a: int, /, b: int, *, c: int):
    return a * 100 + b * 10 + c


def none():
    return 42


def one(x: float):
    return x


def many(a: int, b: int, c: int, d: int, e: int, f: int, g: int, h: int):
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h


def variadic(a: int, *rest):  # level: any
    return a, rest


def keywords(a: int, **options):  # level: any
    return a, options


def everything(a, /, b, *args, c=3, **kwargs):  # level: any
    return a, b, args, c, kwargs


def array_default(a: pyrx.float64[:], start: int = 0, step: int = 2):
    total = 0.0
    for i in range(start, len(a), step):
        total += a[i]
    return total


def bool_default(n: int, flag: bool = False):
    return -n if flag else n


def none_default(n: int, m=None):  # level: any
    return n if m is None else m


def negative_default(n: int = -1, x: float = -0.0, z: complex = 1j):
    return n, x, z


def string_default(s: str = "abc", n: int = 1):
    return s[n]


def expression_default(n: int = 2 + 3, x: float = 1 / 4):
    return n * x


def mutable_default(n: int, seen=[]):  # level: any  # noqa: B006
    seen.append(n)
    return len(seen)


def assigned_parameter(n: int):
    n = n * 2
    n += 1
    return n


def wrapped_call(n: int):
    return plain(n, b=1) + plain(b=n, a=2) + defaulted(n) + keyword_only(n, shift=1) + positional_only(n)


def call_with_defaults(n: int):
    return defaulted(n, c=1.5), defaulted(c=2.0, a=n), defaulted(n, 3, 4)


def bad_call(n: int):  # level: any
    return plain(n)


def bad_keyword(n: int):  # level: any
    return plain(n, d=2)


def documented(x: float) -> float:
    """Twice x."""
    return 2 * x


def returns_float(n: int) -> float:
    return n


def returns_int(a: pyrx.int32[:]) -> int:
    return a[0]


def returns_none(n: int) -> None:
    n += 1


def wrong_annotation_of_return(x: float) -> int:  # level: any
    return x


# --- calls
plain(5, 3)
plain(5, b=3)
plain(b=5, a=3)
plain(*[5, 3])
plain(**{"a": 5, "b": 3})
plain()
plain(1)
plain(1, 2, 3)
plain(1, a=2)
plain(1, c=2)
plain(a=1)
plain(b=1)
plain(1, 2, c=3)
plain(1, 2, b=3)
plain(**{"a": 1, "b": 2, "z": 3})
plain(1, bb=2)
defaulted(1)
defaulted(1, 5)
defaulted(1, 5, 2)  # deviation: 1 -> 11.0
defaulted(1, 5, 2.5)
defaulted(1, c=2.5)
defaulted(b=3, a=1)
defaulted()
defaulted(1, 2, 3, 4)
defaulted(1, d=4)
keyword_only(1, shift=2)
keyword_only(1, scale=5, shift=2)
keyword_only(1)
keyword_only(1, 2)
keyword_only(1, 2, shift=3)
keyword_only(shift=1)
positional_only(5)
positional_only(5, 3)
positional_only(a=5)
positional_only(5, b=3)
positional_only()
mixed_markers(1, 2, c=3)
mixed_markers(1, b=2, c=3)
mixed_markers(a=1, b=2, c=3)
mixed_markers(1, 2, 3)
mixed_markers(1, 2)
mixed_markers(1, c=2)
none()
none(1)
none(a=1)
one(x=2.5)
one(1.0, 2.0)
one()
many(1, 2, 3, 4, 5, 6, 7, 8)
many(1, 2, 3, h=4, g=5, f=6, e=7, d=8)
many(1, 2, 3)
many(1, 2, 3, 4, 5, 6, 7, 8, 9)
variadic(1, 2.5, "x")
variadic(1)
keywords(1, x=2, y="z")
everything(1, 2, 3, 4, c=5, d=6)
everything(1, b=2)
everything(1)
everything(a=1, b=2)
array_default(f8(5))
array_default(f8(5), 1)
array_default(f8(5), step=1)
array_default(f8(5), step=0)
bool_default(3)
bool_default(3, True)
bool_default(3, flag=True)
none_default(1)
none_default(1, 2)
none_default(1, None)
negative_default()
negative_default(1, 2.5, 3j)
string_default()
string_default("xyz", 2)
string_default("xyz", 3)
expression_default()
expression_default(2)
mutable_default(1)
mutable_default(1)
assigned_parameter(4)
(wrapped_call(n) for n in (0, 5, -3))
call_with_defaults(3)  # deviation: 1 -> (6.0, 7.0, 15.0)
bad_call(1)
bad_keyword(1)
documented(2.5)
documented.__doc__
documented.__name__
documented.__qualname__
documented.__module__ == module.__name__
documented.__annotations__
documented.__defaults__
defaulted.__defaults__
keyword_only.__kwdefaults__
str(inspect.signature(defaulted))
str(inspect.signature(keyword_only))
str(inspect.signature(mixed_markers))
str(inspect.signature(documented))
pickle.loads(pickle.dumps(plain)) is plain
callable(plain)
repr(plain).startswith("<")
inspect.unwrap(documented)(2.5)
hash(plain) == hash(plain)
plain == plain
(returns_float(n) for n in (3, 2**53 + 1))  # deviation: 1 -> float(n)
returns_int(np.array([7], np.int32))  # deviation: 1 -> 7
returns_none(1)
