"""Lists of numbers of C's, casts to classes of Python's, and C functions that take lists."""
import cython
from cython.cimports.libc.string import strncpy


def distance(a: str, b: str):
    n: cython.Py_ssize_t = len(a)
    m: cython.Py_ssize_t = len(b)
    prev: list = list(range(m + 1))
    i: cython.Py_ssize_t
    j: cython.Py_ssize_t
    cost: cython.int
    for i in range(1, n + 1):
        cur: list = [i]
        for j in range(1, m + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            cur.append(min(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + cost))
        prev = cur
    return prev[m]


def rows(n: cython.int, m: cython.int):
    prev = list(range(m + 1))
    k: cython.short
    for k in range(1, n + 1):
        cur = [k]
        cur.append(prev[-1] + k)
        prev = cur
    return prev


def floats(n: cython.int, x: cython.float):
    a = [x]
    b = [0.5] * n
    if n > 1:
        b = a
    b.append(x)
    return a, b


def wide(n: cython.int, x: cython.ulong):
    a = [x]
    b = list(range(n))
    if n > 1:
        b = a
    b.append(n)
    return a, b


def exact(a: cython.int, b: cython.int):
    xs = [a, b]
    return xs[0] + xs[1], a + b


def small(a: cython.schar):
    xs = [a, a]
    xs[0] += 100
    return xs, xs[0] * 2


@cython.cfunc
def walk(p: cython.p_int, i: cython.int, out: list):
    if i == 0:
        return
    out.append(p[i - 1])
    walk(p, i - 1, out)


def walked(n: cython.int, out):
    a: cython.int[4]
    i: cython.int
    for i in range(4):
        a[i] = i * n
    walk(a, 4, out)
    return out


@cython.cfunc
def taken(x: list, k: cython.int):
    return len(x) + k


def gives_nothing(k: cython.int):
    try:
        return taken(None, k)
    except TypeError:
        return "TypeError"


def buffer_text(s: bytes):
    buf: cython.char[16]
    strncpy(buf, s, 15)
    buf[15] = 0
    return cython.cast(bytes, buf), buf[0]


def casts(x: cython.double, s):
    return cython.cast(object, x), cython.cast(str, s), cython.cast(list, s)

def checked(s, k: cython.int):
    return cython.cast(list, s, typecheck=True), cython.cast(dict, {}), k

# --- calls
(distance(a, b) for a in ("", "kitten", "ß") for b in ("", "sitting"))
(rows(n, 3) for n in (0, 1, 3))
(floats(n, 1.5) for n in (1, 2))
(wide(n, x) for n in (1, 2) for x in (3, 2**64 - 1))
exact(2**31 - 1, 1)
(small(a) for a in (1, 100))
walked(2, [])
gives_nothing(1)
(buffer_text(s) for s in (b"", b"hello", b"a very long text indeed"))
casts(2.5, "a")
casts(1, [1])
(checked(s, 1) for s in ([1], (1,), "a", None))
