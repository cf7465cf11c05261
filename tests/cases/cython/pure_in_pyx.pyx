"""Pure-mode decorators and annotations in a .pyx."""
cimport cython


@cython.cfunc
@cython.returns(cython.double)
@cython.locals(x=cython.double)
def half(x):
    return x / 2


@cython.ccall
def third(x: cython.double) -> cython.double:
    return x / 3


@cython.locals(i=cython.int, s=cython.long)
def total(n):
    s = 0
    for i in range(n):
        s += i
    return s


def call_half(double x):
    return half(x), third(x)


def annotated(x: float, n: cython.int, items: list):
    y: cython.double = x * n
    return y, len(items)


def declared(int n):
    k = cython.declare(cython.long, n)
    k <<= 20
    return k


def typed_annotation(x: int) -> int:
    return x + 1

# --- calls
call_half(3)
third(1)
(total(n) for n in (0, 10))
annotated(2.5, 3, [1])
annotated(2, 3, [])
declared(5)
(typed_annotation(x) for x in (1, 2**70))
