"""Annotations of functions that have C types: `int` asks for an object, `float`, `bool` and `complex` mean types of C."""
def g(c: int, cc: float):
    cdef long x = 2
    return c * x, cc * x, c + cc
def h(c: int = 5, d: float = 2.5):
    cdef double y = d
    return [c] * 2, y, c, d
def k(a: list, b: dict, s: str, t: bytes, o: object, bb: bool, n: "int"):
    cdef int x = n
    return a, b, s, t, o, bb, x, n
def m(x: int) -> int:
    cdef int y = x
    return y
def loop(n: int):
    cdef double s = 0
    for i in range(n):
        s += i
    return s
def narrow(c: int):
    cdef unsigned char x = c
    cdef size_t n = 0 if c < 0 else c
    return x, n
def wide(c: int):
    cdef unsigned long x = c
    return x
def parts(z: complex, b: bool):
    cdef double re = z.real
    return z * 2, re, b, not b


def result_bool(int x) -> bool:
    return x


def result_float(int x) -> float:
    return x


def result_complex(int x) -> complex:
    return x


def mixed(int q, *args: int, w: int, **kws: float):
    a: float = q
    b: int = 2 ** 70
    c: bool = 5
    return args, w, kws, a, b, c

# --- calls
(narrow(x) for x in (0, 255, 256, -1, True, 2.9, None))
(wide(x) for x in (-1, 2**64 - 1, 2**64))
(parts(z, b) for z in (1, 2.5, 1 + 2j, None, "x") for b in (0, [], "y"))
(g(x, 1.5) for x in (1, 2**70, True, 1.5, None))
(g(1, x) for x in (1, 1.5, True, None, "a", np.float64(2)))
h()
(h(x) for x in (2**65, -1))
(k([], {}, "s", b"b", None, x, 3) for x in (True, 1, None))
k([], {}, "s", b"b", None, True, 2**40)
k([], {}, "s", b"b", None, True, 2**80)
(m(x) for x in (1, 2**40, 1.0))
(loop(x) for x in (3, 0, -1, 2.0))
[f(x) for f in (result_bool, result_float, result_complex) for x in (0, 5)]
mixed(1, 2.5, w=True, z="s")
