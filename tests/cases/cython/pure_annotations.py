"""What annotations say of arguments and results of functions of Python's."""
import typing
from typing import Dict, List, Optional, Union

import cython
from cython.cimports.numpy import int16_t


def result_int16(x: cython.int) -> int16_t:
    return x


def result_schar(x: cython.int) -> cython.schar:
    return x


def result_double(x: cython.int) -> cython.double:
    return x


def result_bint(x: cython.int) -> cython.bint:
    return x


def result_complex(x: cython.double) -> cython.doublecomplex:
    return x


def result_tuple(x: cython.int) -> tuple[cython.double, cython.int]:
    return x, x


@cython.returns(cython.schar)
def result_decorated(x: cython.int):
    return x


@cython.ccall
@cython.returns(cython.schar)
def result_ccall(x: cython.int):
    return x


@cython.ccall
def result_of_c(x: cython.int) -> cython.double:
    return x


def noted(values, log_to: list):
    total: cython.double = 0
    i: cython.Py_ssize_t
    for i in range(len(values)):
        total += values[i]
        log_to.append(total)
    return total


def notes(values: cython.double[:]):
    log: list = []
    return noted(values, log), log


def notes_nothing(values: cython.double[:]):
    return noted(values, None)


def optional(n: cython.int, x: Optional[dict]):
    return spent(n), x


def either(n: cython.int, x: Union[None, tuple]):
    return spent(n), x


def piped(n: cython.int, x: set | None):
    return spent(n), x


def by_default(n: cython.int, x: frozenset = None):
    return spent(n), x


def generic(n: cython.int, x: Dict[str, int], y: typing.List[int]):
    return spent(n), x, y


def keyword(n: cython.int, *, x: bytearray, y: "slice" = None):
    return spent(n), x, y


def anything(n: cython.int, x: typing.Any, y: "Optional[list]", z: typing.Sequence):
    return spent(n), x, y, z


def set_later(n: cython.int, x: list):
    if n > 2:
        x = None
    elif n > 1:
        x = [n]
    return spent(n), x


def local(n: cython.int, x):
    y: list = x
    return spent(n), y


def viewed(x: Optional[cython.double[:]], n: cython.int):
    if x is None:
        return "none", n
    s: cython.double = 0
    i: cython.Py_ssize_t
    for i in range(x.shape[0]):
        s += x[i]
    return s, n


def viewed_by_default(n: cython.int, x: cython.double[:] | None = None):
    return n if x is None else x[0]


def text(s: Optional[str], n: cython.int):
    return spent(n), s


@cython.cfunc
def spent(n: cython.int) -> cython.int:
    i: cython.int
    for i in range(n):
        if i > 5:
            break
    return n

# --- calls
(result_int16(x) for x in (5, 40000))
(result_schar(x) for x in (5, 40000))
(result_double(x) for x in (0, 5))
(result_bint(x) for x in (0, 5))
result_complex(2.5)
result_tuple(3)
(result_decorated(x) for x in (5, 40000))
(result_ccall(x) for x in (5, 40000))
result_of_c(5)
noted([1.0, 2.0], [])
noted([1.0, 2.0], None)
noted([1.0, 2.0], ())
noted(None, None)
notes(f8(3))
notes_nothing(f8(3))
(optional(1, x) for x in (None, {}, [], 1))
(either(1, x) for x in (None, (), [], "a"))
(piped(1, x) for x in (None, {1}, frozenset({1})))
(by_default(1, x) for x in (None, {1}, frozenset({1})))
by_default(1)
(generic(1, x, y) for x in (None, {}, ()) for y in (None, [1], {}))
(keyword(1, x=x) for x in (None, b"a", bytearray(b"a")))
(keyword(1, x=bytearray(), y=y) for y in (None, slice(1), 3))
(anything(1, x, x, x) for x in (None, 1, [1]))
(set_later(n, []) for n in (1, 2, 3))
set_later(3, None)
(local(1, x) for x in (None, [1], (1,), "a"))
(viewed(x, 1) for x in (None, np.arange(3.0), np.arange(0.0)))
viewed(f4(3), 1)
(viewed_by_default(1, x) for x in (None, np.arange(3.0)))
viewed_by_default(2)
(text(s, 1) for s in (None, "a", b"a", 1))
