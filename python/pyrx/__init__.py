"""Types, decorators and parallel loops for numeric Python that pyrx compiles.

Under plain CPython all of this is inert: types are readable annotations, `prange` is `range`, decorators return what they
are given. NumPy is used where it is installed and not needed otherwise.
"""

from pyrx._directives import (
    boundscheck,
    cdivision,
    compile,
    cpow,
    fastmath,
    nogil,
    overflowcheck,
    profile,
    wraparound,
)
from pyrx._parallel import parallel, prange, threadid
from pyrx._types import (
    bool_,
    complex64,
    complex128,
    float32,
    float64,
    int8,
    int16,
    int32,
    int64,
    uint8,
    uint16,
    uint32,
    uint64,
)

__version__ = "0.1.0"

__all__ = [
    "bool_",
    "boundscheck",
    "cdivision",
    "compile",
    "complex64",
    "complex128",
    "cpow",
    "fastmath",
    "float32",
    "float64",
    "int8",
    "int16",
    "int32",
    "int64",
    "nogil",
    "overflowcheck",
    "parallel",
    "prange",
    "profile",
    "threadid",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "wraparound",
]
