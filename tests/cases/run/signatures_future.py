"""Under `from __future__ import annotations` types are text; names need not exist at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

import pyrx

if TYPE_CHECKING:
    from numpy.typing import NDArray


def total(a: pyrx.float64[:]) -> float:
    s = 0.0
    for i in range(len(a)):
        s += a[i]
    return s


def checked_only(a: NDArray[np.float64], i: int):
    return a[i]


def scalar(n: int, x: float | None = None):  # level: any
    return n if x is None else n + x


def later_class(p: Later):  # level: any
    return p.x


class Later:
    x = 5


def plain(n: int, xs: list[int]) -> list[int]:
    out: list[int] = []
    for x in xs:
        out.append(x * n)
    return out


# --- calls
total(f8(3))  # deviation: 1 -> 4.5
total(f8(0))
total(np.zeros(2, np.int64))  # refused: TypeError 'a'
checked_only(f8(3), -1)
scalar(1)
scalar(1, 0.5)
later_class(Later())
plain(3, [1, 2])
plain.__annotations__
total.__annotations__
str(inspect.signature(total))
