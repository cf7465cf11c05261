import traceback
from . import scalars
from .scalars import both, halved, item, kind, noted, nothing, power, refused, scaled, step as stepped


cdef double total(int n):
    cdef double s = 0
    cdef int i
    for i in range(n):
        s += stepped(i) + scalars.step(x=i)
    return s


def loops(int n):
    return total(n)


cpdef long powers(int n):
    return power(n)


def exact(int n):
    return power(n), power(n) - 1


def narrow(int n):
    cdef short r = power(n)
    return r


def untyped(int a, double b, float c, bint d, unsigned char e):
    return scaled(a), scaled(b, a), scaled(c), scaled(d), scaled(y=e, x=e), halved(a, by=b), halved(e)


def wide(long a, unsigned long b):
    return scaled(a), scaled(b), stepped(a)


def classes(int a, double b, float c, bint d, double complex e, char f):
    return kind(a), kind(b), kind(c), kind(d), kind(e), kind(f), kind(1), kind(1.5), kind(a == 1)


def divided(int a, int b):
    return halved(a, by=b)


def refuses(int n):
    return refused(n)


def caught(int n):
    try:
        return refused(n)
    except ValueError:
        return -1


def notes(int n):
    cdef int r = noted(n)
    return r, scalars.seen.pop()


def items(int i):
    return item(i)


def complexes(int n):
    cdef double complex z = both(n)
    return z, both(n)


def is_nothing(double x):
    return nothing(x) is None


def objects(x):
    return scaled(x), kind(x)


def wrong_count(int n):
    return scaled(n, n, n)


def wrong_name(int n):
    return scaled(n, z=n)


def places(int n):
    try:
        return refused(n)
    except ValueError as error:
        return [(e.lineno, e.name.split(".")[-1]) for e in traceback.extract_tb(error.__traceback__)]


def replaced(int n):
    before = scalars.scaled
    try:
        scalars.item = scaled
        return scalars.item(n)
    finally:
        scalars.item = item
