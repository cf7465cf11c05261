"""Pure mode: `cython.declare` with names as keywords, in functions and at module level."""
import cython

cython.declare(shared=cython.int, scale=cython.double)
shared = 3
scale = 0.5


def locals_(n):
    cython.declare(i=cython.int, total=cython.uchar, half=cython.double)
    total = 250
    half = 0
    for i in range(n):
        total += 2
        half += i / 2
    return total, half, i if n else None


def wraps(x):
    cython.declare(a=cython.schar)
    a = x
    a += 1
    return a


def pointers(x: cython.double):
    cython.declare(p=cython.p_double, y=cython.double)
    y = x
    p = cython.address(y)
    p[0] += 1
    return y


def arrays():
    cython.declare(a=cython.int[3], i=cython.int)
    for i in range(3):
        a[i] = i * i
    return a[0] + a[1] + a[2]


def both(n: cython.int):
    m = cython.declare(cython.long, 5)
    cython.declare(k=cython.long)
    k = m * n
    return k, cython.typeof(m)


def of_module(x: cython.int):
    return x * shared, scale


# --- calls
(locals_(n) for n in (0, 1, 5))
(wraps(x) for x in (0, 127, -128))
pointers(1.5)
arrays()
both(3)
of_module(4)
