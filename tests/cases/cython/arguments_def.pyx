"""def arguments: defaults, keyword-only, positional-only, not None, star arguments, messages."""


def defaults(int a, double b=2.5, c="x", bint d=True):
    return a, b, c, d


def keyword_only(int a, *, int b, double c=0.5):
    return a, b, c


def positional_only(int a, int b=2, /, int c=3):
    return a, b, c


def star(int a, *rest):
    return a, rest


def double_star(int a, **rest):
    return a, sorted(rest.items())


def both(int a, *rest, int k=1, **more):
    return a, rest, k, sorted(more.items())


def not_none(list items not None, dict table=None):
    return len(items), table


def typed_objects(list a, str b=None, tuple c=(1, 2), dict d=None):
    return a, b, c, d


def or_none(list a or None):
    return a


def bytes_argument(bytes b):
    return b, len(b)


def default_expression(int n=3 * 4, double x=1 / 4, object o=(1, 2)):
    return n, x, o


def default_list(list items=[]):
    return len(items)


def many(int a, int b, int c, int d, int e, int f):
    return a + 10 * b + 100 * c + 1000 * d + 10000 * e + 100000 * f


def none():
    return "none"


def one_view(double[:] a, int n=-1):
    return a[n]


cpdef int cp_defaults(int a, int b=5) except -1:
    return a * b

# --- calls
defaults(1)
defaults(1, 2)
defaults(1, c=[1], b=0)
defaults(1, 2, 3, 0)
defaults(a=1, d=False)
defaults()
defaults(1, 2, 3, 4, 5)
defaults(1, a=2)
defaults(1, z=2)
defaults("x")
defaults(1, "x")
keyword_only(1, b=2)
keyword_only(1, b=2, c=3)
keyword_only(b=1, a=2)
keyword_only(1)
keyword_only(1, 2)
keyword_only(1, b="x")
positional_only(1)
positional_only(1, 5, c=7)
positional_only(a=1)
star(1)
star(1, 2, "x")
double_star(1, x=2, y="z")
double_star(1, 2)
both(1, 2, 3, k=4, z=5)
both(1)
not_none([1])
not_none([1], {"a": 1})
not_none(None)
not_none((1,))
not_none([], [])
typed_objects([1])
typed_objects(None)
typed_objects([1], "s", None, {})
typed_objects((1,))
typed_objects([1], b"s")
typed_objects(MyList([1]))
or_none(None)
bytes_argument(b"ab")
bytes_argument("ab")
default_expression()
default_list()
many(1, 2, 3, 4, 5, 6)
many(f=6, e=5, d=4, c=3, b=2, a=1)
many(1, 2, 3)
none()
none(1)
one_view(f8(3))
one_view(f8(3), 0)
one_view(n=1, a=f8(3))
cp_defaults(2)
cp_defaults(2, b=3)
cp_defaults()
one_view(f8(0))
