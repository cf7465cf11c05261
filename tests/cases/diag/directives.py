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
