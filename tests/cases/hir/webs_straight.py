"""One name, several types: each definition starts a web; paths join them."""

import numpy as np


def renewed(x):
    x = x[:, None]
    y = x
    x = x[mask]
    return x, y


def joined(c):
    if c:
        x = 1
    else:
        x = 2.0
    return x


def apart(c):
    if c:
        x = 1
        print(x)
    else:
        x = "a"
        print(x)
    x = None
    return x


def unused(x):
    y = 1
    y = 2
    x = 3
    return 0


def swapped(a, b):
    a, b = b, a
    return a, b


def augmented(x):
    x += 1
    x *= 2
    y = x
    y -= x
    return y


def conditional(a, b):
    x = a if (y := b) else y
    return x + y
