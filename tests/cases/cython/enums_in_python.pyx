# distutils: language = c
"""cpdef enums as classes of Python's, anonymous ones as numbers, items in C code."""
cpdef enum Color:
    RED = 1
    GREEN
    BLUE = 8

cpdef enum:
    ANONYMOUS = 7
    NEXT

cdef enum Hidden:
    LOW = -3
    HIGH

cdef extern from "limits.h":
    int INT_MAX
    enum:
        CHAR_BIT

cdef extern from "<math.h>" nogil:
    double cos(double x)
    const double M_PI

cdef int weights[NEXT]
cdef Color favourite = BLUE
default = Color.GREEN
weights[ANONYMOUS] = HIGH


def members():
    return list(Color), Color.RED, Color(5), repr(Color(8)), Color.__name__


def numbers():
    return ANONYMOUS, NEXT


def is_red(Color c):
    return c == RED, c == Color.RED, c | BLUE


def through_c(int n):
    cdef Color c = <Color>n
    if c == GREEN:
        return "green"
    elif c == Color.BLUE:
        return "blue"
    return "none"


def hidden():
    return LOW, HIGH, Hidden.HIGH, weights[7]


def of_headers(double x):
    return INT_MAX, CHAR_BIT, cos(x), M_PI


def with_default(int mode=GREEN, double scale=M_PI, int other=BLUE * 2):
    return mode, scale, other


early = Scale
first = LARGE
cdef int between = 5


cpdef enum Scale:
    SMALL = 0
    LARGE = 10


table = {SMALL: "small", LARGE: "large", Scale.SMALL + 1: between}
alias = Scale.LARGE


def at_module_level(key):
    return early, first, table.get(key), table[LARGE], alias, alias + 1


# --- calls
members()
numbers()
(is_red(c) for c in (1, 2, 8))
is_red(module.Color.RED)
(through_c(n) for n in (1, 2, 8))
hidden()
of_headers(0.5)
with_default()
with_default(1, 2.0)
module.default == 2
module.ANONYMOUS
hasattr(module, "RED")
hasattr(module, "LOW")
module.Color.__module__
at_module_level(1)
at_module_level(10)
