# cython: boundschek=False, wraparound=maybe, language_level=3str
# pyrx: nothing_like_it=True, fastmath
import cython
import pyrx
import pyrx as px


@pyrx.boundscheck("no")
@px.wraparoud(False)
def f(a): ...


@pyrx.compile(strct=True, strict=1)
@cython.cdivison(True)
@cython.boundscheck
def g(a): ...


def h(a, cy):
    with pyrx.boundschek(False), cython.wraparound(a):
        pass
    with cython.boundscheck(True, False), pyrx.cdivision(value=True):
        pass
    with cython.strict(True), cython.language_level(3):
        pass
    with cy.boundschek(False), nothing.boundschek(False):
        pass


@pyrx.jit(background=True, native=True, strict=True, cpow=True, boundschek=True)
def i(a): ...
