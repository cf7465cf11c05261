"""Annotations in every spelling: pyrx, quoted, builtins, `NDArray`, `np.float64`, unions, `typing` names."""

import typing
from typing import List, Optional, Tuple, Union

import numpy as np
import numpy.typing as npt
from numpy.typing import NDArray

import pyrx
from pyrx import float64, int32


def quoted(a: "pyrx.float64[:, ::1]", n: "int"):
    return a[n, 0]


def quoted_bare(a: "float64[:]", b: "int32[::1]"):
    return a[0] + b[0]


def imported_name(a: float64[:], b: int32[:]):
    return a[0] + b[0]


def ndarray_one(a: NDArray[np.float64]):
    s = 0.0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def ndarray_two(a: NDArray[np.float64]):
    s = 0.0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            s += a[i, j]
    return s


def ndarray_int(a: npt.NDArray[np.int32], i: int):
    return a[i]


def ndarray_any_rank(a: NDArray[np.float64]):  # level: any
    return a.size


def ndarray_quoted(a: "NDArray[np.float64]", i: int):
    return a[i] * 2


def numpy_class(a: np.ndarray, i: int):  # level: any
    return a[i]


def numpy_scalar(x: np.float64, n: np.int64):  # level: any
    return x * n


def typing_list(xs: List[float], ns: typing.List[int]):
    return xs[0] + ns[0]


def typing_tuple(p: Tuple[int, float]):
    return p[0] * p[1]


def builtin_list(xs: list[float]):
    return xs[-1]


def optional_int(n: Optional[int] = None):  # level: any
    return -1 if n is None else n


def union_none(n: int | None):  # level: any
    return -1 if n is None else n


def union(n: Union[int, float]):  # level: any
    return n * 2


def union_bar(n: int | float):  # level: any
    return n * 2


def any_type(n: typing.Any):  # level: any
    return n


def unknown_name(n: "SomethingElse"):  # level: any  # noqa: F821
    return n


def local_annotations(n: int):
    x: float = n
    y: "int" = 2
    total: pyrx.float64 = 0.0
    for i in range(n):
        total += x * y + i
    return total


def object_type(n: object):  # level: any
    return n + 1


def of_bytes(data: bytes, text: str, flag: bool, z: complex):
    return len(data), len(text), not flag, z.real


def three_d(a: pyrx.float64[:, :, ::1]):
    return a[1, 1, 1]


def all_contiguous(a: pyrx.float64[::1]):
    return a[1]


def scalar_types(a: pyrx.int8, b: pyrx.uint16, c: pyrx.float32, d: pyrx.bool_):  # level: any
    return int(a), int(b), float(c), bool(d)


def return_annotations(x: float) -> "float":
    return x * 2


def ndarray_scaled(a: NDArray[np.float32], k: float):
    for i in range(a.shape[0]):
        a[i] = a[i] * k
    return a[0] + k


def ndarray_wraps(a: NDArray[np.int8], b: "NDArray[np.int8]"):
    for i in range(b.shape[0]):
        a[i] = a[i] * b[b.shape[0] - 1 - i]
    return a[-1] + b[0]


def list_total(xs: List[int], ys: "list[int]"):
    total = 0
    for x in xs:
        total += x
    for y in ys:
        total += y
    return total


def strided(a: pyrx.float64[:, :], b: pyrx.float64[:, :]):
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a[i, j] = b[j, i] - a[i, j]


# --- calls
quoted(f8(2, 3), 1)
quoted(f8(3, 2).T, 1)  # refused: ValueError 'a'
quoted_bare(f8(2), np.ones(2, np.int32))
imported_name(f8(2), np.ones(2, np.int32))
ndarray_one(f8(3))
ndarray_one(f8(6)[::-2])
ndarray_one(f8(0))  # deviation: 5 -> np.float64(0.0)
ndarray_two(f8(2, 3))
ndarray_two(f8(2, 3).T)
ndarray_two(f8(3))
ndarray_int(np.array([5, 6], np.int32), 1)
ndarray_int(np.array([5, 6]), 1)  # refused: TypeError 'a'
ndarray_any_rank(f8(3))
ndarray_any_rank(f8(2, 2, 2, 2))
ndarray_any_rank(np.array(1.5))
ndarray_quoted(f8(3), 2)
numpy_class(f8(3), 1)
numpy_class(i8(3), 1)
numpy_scalar(np.float64(1.5), np.int64(2))
typing_list([1.5], [2])
typing_tuple((2, 0.5))
builtin_list([0.5, 2.5])
(optional_int(n) for n in (5, None))
optional_int()
(union_none(n) for n in (5, None))
(union(n) for n in (5, 2.5))
(union_bar(n) for n in (5, 2.5))
any_type("x")
unknown_name([1])
local_annotations(0)
local_annotations(3)
object_type(2**70)
of_bytes(b"ab", "c", True, 2j)
three_d(f8(2, 2, 2))
three_d(f8(2, 2, 2).T)  # refused: ValueError 'a'
all_contiguous(f8(3))
all_contiguous(f8(6)[::2])  # refused: ValueError 'a'
all_contiguous(f8(3, 3)[0])
all_contiguous(f8(3, 3)[:, 0])  # refused: ValueError 'a'
scalar_types(1, 2, 0.5, True)
return_annotations(1.5)
ndarray_one(ro(f8(3)))
ndarray_one(np.array([nan, -0.0, inf]))
ndarray_one(rev(ro(np.array([-0.0, -0.0]))))
ndarray_two(ro(f8(2, 3)))
ndarray_two(np.broadcast_to(0.1, (2, 3)))
ndarray_two(np.array([[nan, inf], [-inf, -0.0]]))
ndarray_any_rank(ro(np.array(nan)))
ndarray_int(ro(np.array([2**31 - 1, -(2**31)], np.int32)), 1)
ndarray_int(np.array([5, 6], np.int32), 2**70)
ndarray_int(np.array([5, 6], np.int32), np.array(1))  # deviation: 1 -> np.int32(6)
ndarray_scaled(np.array([0.1, nan, -0.0], np.float32), -0.0)
ndarray_scaled(np.array([0.1, inf], np.float32), 1e300)
ndarray_scaled(ro(np.array([0.1], np.float32)), 2.0)  # refused: ValueError 'a'
ndarray_scaled(np.array([0.1], np.float32), np.array(0.5))  # deviation: 1 -> np.float32(np.float32(0.1) * np.float32(0.5) + np.float32(0.5))
ndarray_wraps((x := np.array([100, 2, -128], np.int8)), x)
ndarray_wraps((x := np.array([100, 2, -128], np.int8)), rev(x))
ndarray_wraps((x := np.array([100, 2, -128, 3], np.int8))[1:], x[:-1])
ndarray_wraps(np.array([100, 2], np.int8), ro(np.array([100, 2], np.int8)))
ndarray_wraps(ro(np.array([100, 2], np.int8)), np.array([100, 2], np.int8))  # refused: ValueError 'a'
list_total((xs := [1, 2]), xs)
list_total([2**62], [2**62])
list_total([2**70], [1])
list_total([True, MyInt(3)], [np.int64(4)])  # deviation: 1 -> 8
list_total((1, 2), [3])  # refused: TypeError 'xs'
strided((x := f8(3, 3)), x)
strided((x := f8(3, 3)), x.T)
strided((x := f8(3, 3)), x[::-1, ::-1])
strided(np.array([[nan, -0.0]]), ro(np.array([[inf], [-0.0]])))
typing_list([nan, 1], [5])
typing_list([1e308], [10**308])
typing_tuple((2**62, 4.0))
typing_tuple((2**70, 0.5))
typing_tuple((0, nan))
return_annotations(nan)
return_annotations(-0.0)
return_annotations(1e308)
scalar_types(np.int8(-128), np.uint16(65535), np.float32(0.1), np.bool_(False))
scalar_types(128, 0, 0.5, True)  # refused: OverflowError 'a'
