"""What leaves functions of C's that a `.py` makes: `exceptval` by its forms."""
import cython

@cython.cfunc
@cython.exceptval(check=False)
def nocheck(a: cython.int) -> cython.int:
    if a < 0:
        raise ValueError("neg")
    return a + 1

@cython.cfunc
@cython.exceptval(check=False)
def nothing(a: cython.int) -> cython.void:
    if a < 0:
        raise ValueError("neg")

@cython.cfunc
@cython.exceptval(-1, check=True)
def maybe(a: cython.int) -> cython.int:
    if a < 0:
        raise ValueError("neg")
    return a - 2

@cython.cfunc
@cython.exceptval(-1)
def never(a: cython.int) -> cython.int:
    if a < 0:
        raise ValueError("neg")
    return a + 2

@cython.ccall
@cython.exceptval(check=False)
def nochecked(a: cython.int) -> cython.double:
    return 1.5 // a

@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
@cython.cdivision(True)
def quotient(a: cython.int, b: cython.int) -> cython.int:
    return a // b

def call_nocheck(a: cython.int):
    return nocheck(a)

def call_nothing(a: cython.int):
    nothing(a)
    return a

def call_maybe(a: cython.int):
    return maybe(a)

def call_never(a: cython.int):
    return never(a)

def call_nochecked(a: cython.int):
    return nochecked(a)

def call_quotient(a: cython.int, b: cython.int):
    with cython.nogil:
        r: cython.int = quotient(a, b)
    return r
# --- calls
(call_nocheck(a) for a in (3, -3))
(call_nothing(a) for a in (3, -3))
(call_maybe(a) for a in (3, 1))
(call_never(a) for a in (3, -1))
(call_nochecked(a) for a in (3, 0))
(nochecked(a) for a in (3, 0))
call_quotient(7, -2)
