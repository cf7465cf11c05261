"""Fused types in pure Python mode."""
import cython

number = cython.fused_type(cython.int, cython.double)
wide = cython.fused_type(cython.float, cython.double, cython.longlong)
nested = cython.fused_type(number, cython.float)
views = cython.fused_type(cython.double[:], cython.float[:, ::1])


def scalar(x: number):
    if number is cython.int:
        return "int", x
    else:
        return "double", x


def own(x: cython.floating, y: cython.integral):
    if cython.floating is cython.double and cython.integral is not cython.short:
        return "double", x + y
    return x * y


@cython.locals(x=cython.floating, y=cython.floating)
def by_decorator(x, y):
    z: cython.floating = x * y
    return z


def total(a: cython.floating[:]):
    s: cython.floating = 0
    i: cython.Py_ssize_t
    for i in range(a.shape[0]):
        s += a[i]
    return s


def two(a: wide[:], b: wide):
    i: cython.Py_ssize_t
    for i in range(a.shape[0]):
        a[i] += b
    if wide in cython.floating:
        return "a float"
    return "an integer"


def kinds(x: nested):
    return "int" if nested is cython.int else "double" if nested is cython.double else "float"


def which(a: views):
    if views is cython.double[:]:
        return "double[:]", a[0]
    return "float[:, ::1]", a[0, 0]


@cython.cfunc
def square(x: cython.floating) -> cython.floating:
    return x * x


def squared(x: cython.floating):
    return square(x)


# --- calls
scalar(1)
scalar(2.5)
scalar("a")
scalar["int"](3)
list(scalar.__signatures__)
own(1.5, 2)
own["float|short"](1.1, 2)
own(1, 2)
by_decorator(1.5, 2.0)
by_decorator["float"](1.1, 2.0)
total(f8(4))
total(f4(4))
total(i8(4))
two(f8(3), 1)
two(f4(3), 1)
two(i8(3), 1)
two(i4(3), 1)
(lambda a: (two(a, 1), a))(i8(3))
list(two.__signatures__)
kinds(1)
kinds(1.5)
list(kinds.__signatures__)
which(f8(3))
which(f4(3, 3))
list(which.__signatures__)
squared(1.5)
squared["float"](1.1)
