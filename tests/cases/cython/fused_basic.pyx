"""Fused types: specialisation, branches, cross products, dispatch from Python and its errors."""
cimport cython
from cython cimport floating, integral, numeric

ctypedef fused real:
    float
    double


ctypedef fused number:
    int
    long
    double


ctypedef fused text_or_list:
    str
    list


cdef real twice(real x) noexcept nogil:
    return x + x


cdef number pick(number a, number b, bint first) noexcept:
    return a if first else b


def call_twice(double x):
    return twice(x), twice(<float>x), twice[float](x), twice[double](0.1)


def call_pick(int a, long b, double c):
    return pick(a, a, True), pick(b, b, False), pick[double](a, c, False)


def kind(number x):
    if number is int:
        return "int", x
    elif number is long:
        return "long", x
    else:
        return "double", x


def divide(real a, real b):
    return a / b


def branch_in(numeric x):
    if numeric in integral:
        return "integral"
    elif numeric in floating:
        return "floating"
    return "other"


def two_types(real a, number b):
    return a * b


def local_of_type(number x):
    cdef number y = x * 3
    cdef number z
    z = y + 1
    return z


def objects(text_or_list x):
    if text_or_list is str:
        return "str " + x
    else:
        return "list of %d" % len(x)


cpdef floating cp(floating x, int n=2):
    return x * n


def precision(floating x):
    cdef floating third = 1
    third = third / 3
    return x * third

# --- calls
(call_twice(x) for x in (1.5, 0.1))
call_pick(1, 2, 3.5)
(kind(x) for x in (1, 2**40, 1.5, True, 2**70))
kind("a")
kind(None)
(divide(a, b) for a in (1.0, 1) for b in (3.0, 2))
(branch_in(x) for x in (1, 1.5, 1j))
(two_types(a, b) for a in (1.5, 2) for b in (3, 2.5))
(local_of_type(x) for x in (5, 1.5))
(objects(x) for x in ("a", [1, 2]))
objects((1,))
cp(1.5)
cp(1.5, 3)
cp(1.5, n=4)
cp["double"](0.1)
cp["float"](0.1)
cp[float](0.1)
precision(1.0)
precision["float"](1.0)
sorted(kind.__signatures__)
sorted(two_types.__signatures__)
kind["int"](5)
kind["int"](5.5)
kind["short"](5)
two_types["float", "int"](0.1, 3)
kind()
(branch_in(x) for x in [nan, inf, -0.0])
