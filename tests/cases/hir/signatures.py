"""Types by annotations."""

import numpy as np
import numpy.typing as npt
import pyrx
import typing as t
from numpy.typing import NDArray
from pyrx import float64, int32
from typing import Annotated, Any, Final, List, Optional, Tuple, Union


class User: pass


def builtins(a: int, b: float, c: complex, d: bool, e: str, f: bytes, g: None, h: object) -> float: ...


def scalars(a: pyrx.int8, b: float64, c: pyrx.uint64, d: pyrx.bool_, e: pyrx.complex64) -> int32: ...


def numpy_scalars(a: np.float32, b: np.int_, c: np.bool_, d: np.complex128, e: np.floating) -> np.int64: ...


def arrays(
    a: pyrx.float64[:], b: pyrx.float64[::1], c: pyrx.int32[:, ::1], d: float64[::1, :], e: pyrx.uint8[:, :, :], f: pyrx.bool_[:, :]
): ...


def quoted(
    a: "float64[:, ::1]", b: "pyrx.float32[:]", c: "int", d: "list[float]", e: " uint16[::1] ", f: "int32", g: "some words", h: "User", i: ""
) -> "float64": ...


def containers(
    a: list[int], b: List[float], c: tuple[int, float], d: Tuple[str], e: tuple[()], f: list[list[float]], g: list[tuple[int, int]]
): ...


def unknown(
    x: int, a: list, b: list[User], c: tuple[int, ...], d: Optional[int], e: int | None, f: Union[int, str], g: Any, h: User,
    i: dict[str, int], j: t.Callable[[int], int], k: set[int], l: np.ndarray, m: some.where.Else, n: 3, o: [1, 2]
) -> User: ...


def wrappers(a: Annotated[int, "unit"], b: Final[float], c: t.Annotated[pyrx.float64[:], 1]): ...


def kinds(a: int, /, b: float, *args: int, c: str, d, **kwargs: float): ...


def partly(a, b: int = 3, c=4): ...


def none(a, b=1): ...


def only_returns(a) -> int: ...


def without_parameters() -> int: ...


def all_unknown(a: User, b: Any): ...


def locals_():
    a: int = 1
    b: pyrx.int32
    b = 2
    c: User = 3
    d: Final = 4
    for e in range(3):
        e: float
    f: NDArray[np.float64] = 5
    a = "other web"
    return a, b, c, d, e, f


class Method:
    def method(self, x: float, y: "int") -> None: ...

    @staticmethod
    def static(x: pyrx.float64[:]): ...
