"""Pure mode: calls of C functions convert numbers as C does, whatever the width of the parameter."""
import cython

def a(n: cython.long):
    s: cython.short = n
    return s

def b(n):
    s: cython.short = 0
    for i in range(n):
        s = i
    return s

@cython.cfunc
def by(x: cython.long) -> cython.long:
    return x + 1

@cython.cfunc
@cython.exceptval(check=False)
def small(x: cython.short) -> cython.short:
    return x + 1

@cython.cfunc
@cython.exceptval(check=False)
def byte(x: cython.uchar, k: cython.int = 3) -> cython.int:
    return x * k

def c(n: cython.long):
    return small(n)

def d(n: cython.long):
    return small(n + 1), small(40000), byte(300), byte(n, n), byte(k=n, x=7)

def e(n: cython.int):
    i: cython.long = n
    r = 0
    for k in range(3):
        r += byte(k)
        r += byte(i)
    return r

def g(x: cython.double):
    return byte(cython.cast(cython.uchar, x))

@cython.ccall
def pub(x: cython.short):
    return x

def h(n: cython.long):
    return pub(n)

def obj(o):
    return small(o), byte(o)

def obj2(o):
    return pub(o)

@cython.cfunc
def plain(x: cython.short):
    return x

def j(n: cython.ulong):
    return plain(n), by(n)
# --- calls
(a(n) for n in (3, 40000, -1))
(c(n) for n in (3, 40000, -1, 2**40))
(d(n) for n in (3, 40000, -1, 2**40))
e(3)
e(300)
g(3.5)
(h(n) for n in (3, 40000))
(obj(n) for n in (3, 40000, -1, None, "a"))
(obj2(n) for n in (3, 40000, -1, None, "a"))
j(3)
j(2**63)
j(40000)
(b(n) for n in (3, 4))
