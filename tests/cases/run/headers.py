"""Types from `headers.pxd` beside the source, in Cython's words."""


def scaled(x, n):
    return x * n


def area(width, height=2):
    return width * height


def total(a):
    t = 0
    for i in range(a.shape[0]):
        t += a[i]
    return t


def wraps(n):
    return n + 1


def nothing(x):  # level: any
    return x


# --- calls
(scaled(x, n) for x, n in ((2.5, 3), (-0.0, 1), (inf, 0)))
scaled(1.5, 2.5)  # refused: TypeError 'n'
area(1.5)
area(1.5, 4)
total(f8(4))  # asked: -> float(np.sum(f8(4)))
total(f8(0))  # asked: -> 0.0
total(np.arange(3))  # refused: TypeError|ValueError 'a'
wraps(5)
wraps(2**31 - 1)  # asked: -> -(2**31)
nothing("x")
