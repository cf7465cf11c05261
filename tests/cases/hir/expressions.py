"""Every expression that stays in the HIR."""

import numpy as np
from numpy import newaxis


def constants():
    return None, True, False, ..., 1, 0xFF, 10**30, 123456789012345678901234567890, 1.5, 1e400, 2j, "tex\"t\n", b"\x00\xffb", "a" "b", u"u"


def operators(a, b):
    x = -a + +b * ~a - a / b // a % b ** -a @ b
    y = a << b >> a & b | a ^ b
    z = a < b <= a != b == a > b >= a is b is not a in b not in a
    w = not a and b or not (a and b and a)
    return x if y else z if w else a


def calls(f, a):
    return f(), f(a, 1, x=a, y=f(b=2)), a.method(f)(1)[2].attribute


def subscripts(a, i):
    a[i]; a[i,]; a[i, 1]; a[:]; a[i:]; a[:i]; a[::2]; a[i:1:-1]; a[...]; a[None]; a[np.newaxis, :]; a[newaxis]
    a[()]; a[(i, i)]; a[i][1]; a[i, ..., None, ::i]; a[[1, 2]]; a["key"]; a[-1]
    return a[i:i, i]


def shadowed_newaxis(a, np, newaxis):
    return a[np.newaxis], a[newaxis]


def displays(a):
    return [], [a], (), (a,), (a, a), {a}, {}, {a: 1, "b": a}


def comprehensions(a, n):
    x = [i for i in a]
    y = [i * n for i, j in a if i if j > n for k in i[j]]
    z = [[i for i in row] for row in a]
    w = [n for n in [n, n]]
    v = [(t := i) for i in a]
    return x, y, z, w, v, t


def f_strings(a, b):
    x = f"{a}" f"text {{}} {a!r:>{b}} {a + b:{b}.2f}" "plain {}"
    return x, f"{a = } {b=!s}", f"", rf"\d{a}", f"{a['k']}{(b := a)}"
