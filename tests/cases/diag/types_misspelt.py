import pyrx
import pyrx as px
from pyrx import flaot32


def scalars(a: pyrx.flaot64, b: px.int23, c: pyrx.quaternion, d: "pyrx.float46", e: "flaot64", f: pyrx.prange): ...


def arrays(a: pyrx.flaot64[:, ::1], b: "flaot64[:, ::1]", c: "float64[:, ", d: "float64[1:]", e: pyrx.float64[3], f: pyrx.float64[::2]): ...


def layouts(a: pyrx.float64[::1, ::1], b: pyrx.float64[:, ::1, :], c: pyrx.int32[:, 0], d: "list[pyrx.flaot64]"): ...


def escaped(a: "flo\x61t46[:]"): ...


def locals_() -> pyrx.itn32:
    x: pyrx.int31 = 0
    return x
