"""Annotations that say no native type, and results of several types: what is wrong with them, and what to write."""

from collections.abc import Callable, Sequence
from typing import Any, Optional, Union

import numpy as np
import numpy.typing as npt
import pyrx


class Own:
    pass


def none(x: float | None) -> float:
    return 0.0 if x is None else x


def optional(x: Optional[npt.NDArray[np.float64]]) -> float:
    return x[0]


def union(x: Union[int, float]) -> float:
    return x


def three(x: int | str | None) -> float:
    return x


def nothing(x: None | None) -> float:
    return x


def array(m: np.ndarray) -> float:
    t = 0.0
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            t += m[i, j]
    return t


def mixed(m: np.ndarray, n: int) -> float:
    t = 0.0
    for i in range(n):
        t += m[i]
    return t


def like(a: npt.ArrayLike) -> float:
    return a[0]


def arrays(a: list[np.ndarray]) -> float:
    return a[0][0]


def bare_list(a: list) -> float:
    return a[0]


def bare_tuple(a: tuple) -> float:
    return a[0]


def in_list(a: list[int | None]) -> int:
    return a[0]


def in_list_misspelt(a: list[flaot]) -> int:
    return a[0]


def sequence(a: Sequence[float]) -> float:
    return a[0]


def function(f: Callable[[float], float]) -> float:
    return f(1.0)


def anything(x: Any) -> float:
    return x


def mapping(x: dict[str, float]) -> float:
    return x["a"]


def own(x: Own) -> float:
    return x.y


def own_in_list(x: list[Own]) -> float:
    return x[0].y


def misspelt(a: flaot64[:, ::1]) -> float:
    return a[0, 0]


def misspelt_builtin(x: flot) -> float:
    return x


def misspelt_numpy(x: "np.flaot64") -> float:
    return x


def unknown(x: Frobnicate) -> float:
    return x


def not_imported(x: "numpy.float64") -> float:
    return x


def numbers(a: pyrx.float64[:], i: int):
    if i < 0:
        return 0.0
    return a[i]


def calls(a: pyrx.float64[:]):
    t = 0.0
    for i in range(len(a)):
        t += numbers(a, i)
    return t


def or_none(a: pyrx.float64[:]):
    for i in range(len(a)):
        if a[i] > 0.0:
            return i


def or_text(x: float):
    for _ in range(3):
        x *= 2.0
    return "big" if x > 10.0 else x


def text_or_none(x: float):
    for _ in range(3):
        x *= 2.0
    if x > 10.0:
        return "big"


def said(x: float) -> object:
    for _ in range(3):
        x *= 2.0
    return x
