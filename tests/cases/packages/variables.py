# Variables of C's that one module of a package declares and another uses.
import numpy as np

from variables_pkg import owner, user


def read(x):  # level: any
    return user.read(x), owner.own()


def bump(n):  # level: any
    return user.bump(n), owner.own()


def entries(i):  # level: any
    return user.entries(i)


def write(x):  # level: any
    return user.write(x), user.read(1.0), owner.own()


def change(x, by):  # level: any
    return user.change(x, by), owner.own()


def kept_there(v):  # level: any
    return user.kept_there(v), owner.kept()


def pointed():  # level: any
    return user.pointed(), owner.own()


def loop(n):  # level: any
    return user.loop(np.arange(float(n)))


def steps(x):  # level: any
    return user.steps(x)


# --- calls
(read(x) for x in (2.0, nan, inf))
(bump(n) for n in (0, 3))
(entries(i) for i in (0, 2, 3))
(entries(i) for i in (-1, 4))
(loop(n) for n in (0, 1, 9))
(write(x) for x in (3.0, -0.0))
(entries(i) for i in (2, 3))
(change(x, by) for x in (False, True) for by in (3, 10))
(kept_there(v) for v in (9, -1))
pointed()
pointed()
(loop(n) for n in (0, 1, 9))
(steps(x) for x in (2.0, nan))
read(1)
