"""Types from the `.pxd` beside it."""


def f(x, n=1):
    return x * n


def g(a, m):
    total = 0
    for i in range(m):
        total += a[i]
    return total


def annotated(x: int):
    return x


def unsized(x, y, z, w):
    return x


def plain(x):
    return x


class Point:
    def norm(self, scale):
        return scale
