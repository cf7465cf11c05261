# cython: legacy_implicit_noexcept=True
"""`legacy_implicit_noexcept` in the pure mode."""
import cython


@cython.cfunc
def f(x: cython.int) -> cython.int:
    if x > 3:
        raise ValueError(x)
    return x


@cython.cfunc
@cython.exceptval(-1, check=True)
def g(x: cython.int) -> cython.int:
    if x > 3:
        raise ValueError(x)
    return x


@cython.ccall
def h(x: cython.int) -> cython.double:
    if x > 3:
        raise ValueError(x)
    return x


def run(x: cython.int):
    return f(x)


def run_g(x: cython.int):
    return g(x)


def run_h(x: cython.int):
    return h(x)
# --- calls
run(1)
run(5)
run_h(5)
h(5)
