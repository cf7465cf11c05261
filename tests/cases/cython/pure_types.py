"""Pure mode: struct, pointer, address, fused_type, typedef, declared arrays, sizeof, typeof."""
import cython

Point = cython.struct(x=cython.double, y=cython.double)
real = cython.fused_type(cython.float, cython.double)
index_t = cython.typedef(cython.int)


@cython.cfunc
@cython.exceptval(check=False)
def length(p: Point) -> cython.double:
    return (p.x * p.x + p.y * p.y) ** 0.5


def make(x: cython.double, y: cython.double):
    p: Point = Point(x=x, y=y)
    return length(p), p


def pointer(x: cython.int):
    p: cython.pointer(cython.int) = cython.address(x)
    p[0] += 1
    return x


def p_type(x: cython.double):
    p = cython.declare(cython.p_double, cython.address(x))
    p[0] = 2 * p[0]
    return x


def array_local(n: cython.int):
    a: cython.int[5]
    i: cython.int
    for i in range(5):
        a[i] = i * n
    return a[4], [a[i] for i in range(5)]


def fused(x: real):
    return x + x


def typedefed(i: index_t):
    return i + 1


def sizes():
    return cython.sizeof(cython.int), cython.typeof(cython.cast(cython.float, 1))


def null_check(use: cython.bint):
    x: cython.int = 3
    p: cython.p_int = cython.NULL
    if use:
        p = cython.address(x)
    return p is cython.NULL

# --- calls
make(3, 4)
pointer(4)
p_type(1.5)
array_local(3)
(fused(x) for x in (1.5, 2))
typedefed(3)
sizes()
(null_check(u) for u in (True, False))
