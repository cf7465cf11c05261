"""When values go: a variable lets go of one as it gets another, and what shares its memory stays."""

import weakref

import numpy as np

import pyrx


class Thing:
    pass


LOG = []


def thing(name):  # level: any
    made = Thing()
    made.name = name
    weakref.finalize(made, LOG.append, name)
    return made


def logged():  # level: any
    out = list(LOG)
    LOG.clear()
    return out


def straight(n: int):  # level: mixed
    x = thing("first")
    LOG.append("made")
    x = thing("second")
    LOG.append("made")
    x = None
    total = 0
    for i in range(n):
        total += i
    y = thing("third")
    del y
    LOG.append("end")
    return total, x, logged()


def in_loops(n: int):  # level: mixed
    total = 0
    for i in range(n):
        x = thing(i)
        total += i
        LOG.append("first")
        x = thing(-i)
        LOG.append("second")
    LOG.append("end")
    x = None
    return total, x, logged()


def slices(a: "pyrx.float64[:]"):
    x = a.copy()
    y = x[1:]
    z = y[::2]
    x = np.zeros(a.shape[0])
    for i in range(z.shape[0]):
        z[i] *= 3.0
    y = x[:1]
    return x, y, z


def rows(a: "pyrx.float64[:, :]"):
    x = a.copy()
    total = 0.0
    for i in range(x.shape[0]):
        row = x[i]
        for j in range(row.shape[0]):
            total += row[j]
    x = x.T
    last = x[x.shape[0] - 1 :]
    x = np.ones(a.shape)
    return total, x, last


def many(a: "pyrx.float64[:]", n: int):
    x = a.copy()
    for i in range(n):
        first = x[:1]
        x = x.copy()
        x[0] += 1.0
        second = x[1:]
        x = x[::-1].copy()
        if i == n - 1:
            return first, second, x
    return x, x, x


def deleted(a: "pyrx.float64[:]"):
    x = a.copy()
    y = x[1:]
    del x
    for i in range(y.shape[0]):
        y[i] += 1.0
    return y


def texts(words: list[str]):
    s = "-".join(words)
    t = s[1:]
    s = s + t
    u = s.upper()
    s = ""
    return s, t, u


def lists(n: int):
    xs = [i * i for i in range(n)]
    ys = xs
    xs = [x + 1 for x in xs]
    ys.append(-1)
    zs = xs[1:]
    xs = []
    return xs, ys, zs


def pairs(n: int):
    x = ([n], "a" * n)
    y = x[0]
    x = ([n + 1], "b")
    y.append(1)
    return x, y


# --- calls
(straight(n) for n in (0, 3))
(in_loops(n) for n in (0, 1, 3))
(slices(np.arange(float(n))) for n in (0, 1, 5))
(rows(np.arange(6.0).reshape(s)) for s in ((2, 3), (1, 6)))
(many(np.arange(4.0), n) for n in (0, 1, 3))
deleted(np.arange(4.0))
(texts(words) for words in (["ab", "c"], [""]))
(lists(n) for n in (0, 3))
(pairs(n) for n in (0, 2))
