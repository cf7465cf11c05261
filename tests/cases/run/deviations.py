"""The closed list of deviations, a case each, and beside each what must not deviate."""

# bundle: alone
import numpy as np

import pyrx

SCALE = 3


def one(x: float):
    """An annotated scalar is converted."""
    return x


def one_int(n: int):
    return n


def one_bool(b: bool):
    return b


def one_complex(z: complex):
    return z


def two(a: pyrx.float64[:]):
    """NumPy's floating-point warnings are not emitted."""
    return a[0] / a[1]


def two_ignored(a: pyrx.float64[:]):  # level: any
    with np.errstate(divide="ignore"):
        return a[0] / a[1]


def two_raised(a: pyrx.float64[:]):  # level: any
    with np.errstate(divide="raise"):
        return a[0] / a[1]


def three(out: pyrx.float64[:], n: int):
    """A native integer in a function with effects."""
    out[0] = 1.0
    return n * n * n


def three_object(out: pyrx.float64[:], n: object):  # level: any
    out[0] = 1.0
    return n * n * n


def three_without_effects(n: int):
    return n * n * n


def four(a: pyrx.int64[:]):
    """An argument that exports a buffer behaves as an array: its slices are views."""
    b = a[1:]
    b[0] = 99
    return b[0]


def five(a: pyrx.float64[:]):
    """Zero-trip joins."""
    s = 0
    for x in a:
        s += x
    return s


def six(x: float):
    """Rebinding a compile-time fact from outside the module."""
    return x * SCALE + helper(x)


def helper(x: float) -> float:
    return x


# --- calls
one(3)  # deviation: 1 -> 3.0
one(np.float32(0.5))  # deviation: 1 -> 0.5
one(True)  # deviation: 1 -> 1.0
one(3.0)
one_int(np.int8(3))  # deviation: 1 -> 3
one_int(Index(3))  # deviation: 1 -> 3
one_int(True)  # deviation: 1 -> 1
one_int(3)
one_int(2**100)
one_int(3.0)  # refused: TypeError 'n'
one_bool(True)
one_complex(1)  # deviation: 1 -> 1+0j
one_complex(1.5)  # deviation: 1 -> 1.5+0j
two(np.array([1.0, 0.0]))
two(np.array([0.0, 0.0]))
two_ignored(np.array([1.0, 0.0]))
two_raised(np.array([1.0, 0.0]))
three(np.zeros(1), 5)
three(np.zeros(1), 2**40)  # deviation: 3 raises OverflowError
three_object(np.zeros(1), 2**40)
three_without_effects(2**40)
four(np.array([1, 2, 3]))
four(array.array("q", [1, 2, 3]))  # deviation: 4 -> np.int64(99)
five(f8(3))
five(f8(0))  # deviation: 5 -> np.float64(0.0)
six(2.0)
setattr(module, "SCALE", 100)
six(2.0)  # deviation: 6 -> 8.0
setattr(module, "SCALE", 3)
setattr(module, "helper", lambda x: x * 1000)
six(2.0)  # deviation: 6 -> 8.0
