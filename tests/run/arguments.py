# ruff: noqa: F401
"""Names that calls of run cases may use for their arguments, beside those of their module."""

import array
import cmath
import decimal
import fractions
import inspect
import math
import mmap
import operator
import pickle
import runpy
from pathlib import Path

import numpy as np

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Index:
    """An integer by `__index__` only."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Float:
    """A float by `__float__` only."""

    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


class Box:
    """An object with an attribute, an item, a call and arithmetic: what mixed functions meet."""

    def __init__(self, value, **attributes):
        self.value = value
        self.__dict__.update(attributes)

    def __repr__(self):
        return f"Box({self.value!r})"

    def __eq__(self, other):
        return isinstance(other, Box) and self.value == other.value

    def __hash__(self):
        return hash(self.value)

    def __getitem__(self, key):
        return (self.value, key)

    def __call__(self, *args, **kwargs):
        return (self.value, args, kwargs)

    def __add__(self, other):
        return Box((self.value, "+", other))

    def __radd__(self, other):
        return Box((other, "+", self.value))

    def __lt__(self, other):
        return "less"

    def __len__(self):
        return 7

    def method(self, x, y=2):
        return (self.value, x, y)


class MyInt(int):
    pass


class MyList(list):
    pass


class MyStr(str):
    pass


class SubArray(np.ndarray):
    pass


def ro(a):
    """A read-only copy."""
    a = np.array(a)
    a.flags.writeable = False
    return a


def rev(a):
    """The reversed view of the first axis."""
    return np.asarray(a)[::-1]


def every2(a):
    """A view with a gap between the elements of every axis, of the same values as `a`."""
    a = np.asarray(a)
    out = np.zeros(tuple(2 * n + 1 for n in a.shape), a.dtype)[(slice(None, -1, 2),) * a.ndim]
    out[...] = a
    return out


def fort(a):
    return np.asfortranarray(a)


def swapped(a):
    """The same values in the other byte order."""
    a = np.asarray(a)
    return a.astype(a.dtype.newbyteorder())


def unaligned(a):
    """The same values at an odd address."""
    a = np.ascontiguousarray(a)
    raw = np.empty(a.nbytes + 1, np.uint8)[1:]
    out = raw.view(a.dtype).reshape(a.shape)
    out[...] = a
    return out


def zero_stride(x, n):
    """A read-only view of `n` times the same element."""
    return np.broadcast_to(x, (n,))


def f8(*shape):
    """0.5, 1.5, ... in the given shape."""
    return np.arange(math.prod(shape)).reshape(shape) + 0.5


def i8(*shape):
    """0, 1, ... as int64 in the given shape."""
    return np.arange(math.prod(shape), dtype=np.int64).reshape(shape)


def example_calls(topic):
    """`CALLS` of an example's calls.py: name, arguments of a small test, arguments of a benchmark."""
    return runpy.run_path(str(EXAMPLES / topic / "calls.py"))["CALLS"]


nan, inf = math.nan, math.inf

# Special and ordinary values, edge cases first.
FLOATS = [0.0, -0.0, nan, inf, -inf, 1.0, -1.0, 0.5, -0.5, 2.5, -2.5, 3.7, -3.7, 1e-320, 1e300, -1e300, 2.0**53]
FEW_FLOATS = [0.0, -0.0, nan, inf, -inf, 1.0, -2.5, 3.7]
INTS = [0, 1, -1, 2, -2, 3, -3, 7, -7, 10, 63, 64, 255, -256, 2**31, -(2**31), 2**53 + 1, 2**62, 2**63 - 1, -(2**63)]
FEW_INTS = [0, 1, -1, 2, -3, 7, 2**31, 2**62, 2**63 - 1, -(2**63)]
COMPLEXES = [0j, complex(-0.0, 0.0), 1j, -1j, 1 + 2j, -3.5 - 0.25j, complex(inf, 1), complex(nan, 0), complex(1, -inf)]
INT_TYPES = [np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64]
FLOAT_TYPES = [np.float32, np.float64]
NUMBER_TYPES = INT_TYPES + FLOAT_TYPES + [np.complex64, np.complex128, np.bool_]

NAMES = {name: value for name, value in globals().items() if not name.startswith("__")}
