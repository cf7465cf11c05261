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

# What is imported when it is asked for: the names of the package, and where they are.
_LATER = {
    "JitError": "pyrx._jit",
    "inspect_rust": "pyrx._jit",
    "inspect_types": "pyrx._jit",
    "install_hook": "pyrx._hook",
    "jit": "pyrx._jit",
    "load_ipython_extension": "pyrx._magic",
    "show_versions": "pyrx._versions",
    "uninstall_hook": "pyrx._hook",
}


def __getattr__(name):
    """A name of `_LATER`; `import pyrx` alone stays light."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_LATER[name]), name)
    return value


def __dir__():
    return sorted({*globals(), *_LATER})


__all__ = [
    "JitError",
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
    "inspect_rust",
    "inspect_types",
    "install_hook",
    "int8",
    "int16",
    "int32",
    "int64",
    "jit",
    "nogil",
    "overflowcheck",
    "parallel",
    "prange",
    "profile",
    "show_versions",
    "threadid",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "uninstall_hook",
    "wraparound",
]
