"""What a module-level name is in the module that is compiled for a function: an import, a constant, an array of a type, or an
object that is handed over when the module is loaded."""

import sys
import types
from dataclasses import dataclass

from pyrx._jit import kinds
from pyrx._jit.definition import literal

# Longest constant that is written out.
LONGEST = 2000
# Modules whose names the compiler knows; a function or class of theirs may have any name.
KNOWN = ("pyrx", "math", "cmath", "numpy", "cython", "numba")
# The name that the module itself has NumPy under.
NUMPY = "__pyrx_numpy__"


@dataclass(frozen=True)
class Binding:
    """A line that binds a name, and whether the value has to be handed over."""

    text: str
    is_given: bool = False


def binding(name: str, value, own: dict) -> Binding:
    """How `name` gets `value`; `own` is the namespace that it is read from."""
    if isinstance(value, types.ModuleType):
        path = value.__name__
        if sys.modules.get(path) is value and path != "__main__":
            return Binding(f"import {path} as {name}")
    text = literal(value)
    if text is not None and len(text) <= LONGEST:
        return Binding(f"{name} = {text}")
    public = _public(value, own)
    if public is not None:
        return Binding("from {} import {} as {}".format(*public, name))
    kind = kinds.kind(value)
    if isinstance(kind, kinds.Number) and literal(value.item()) is not None and type(value)(value.item()) == value:
        return Binding(f"import numpy as {NUMPY}; {name} = {NUMPY}.{kinds.NUMBERS[kind.name]}({literal(value.item())})")
    if isinstance(kind, kinds.Array):
        shape = f"({'1, ' * kind.ndim})"
        array = f"import numpy as {NUMPY}; {name} = {NUMPY}.zeros({shape}, {kind.name!r})"
        return Binding(array, is_given=True)
    return Binding(f'{name} = globals()["{name}"]', is_given=True)


def _public(value, own: dict) -> tuple[str, str] | None:
    """The module and the name that a function or class is imported by, where that is for the compiler to know."""
    try:
        module, name = value.__module__, value.__name__
    except Exception:  # noqa: BLE001 -- whatever an object of the user's does when it is asked
        module = name = None
    kind = str(type(value).__module__).partition(".")[0]
    for known in KNOWN:
        names = getattr(sys.modules.get(known), "__dict__", {})
        if isinstance(name, str) and names.get(name) is value:
            return known, name
        if kind in KNOWN:
            found = next((own for own, other in names.items() if other is value and own.isidentifier()), None)
            if found is not None:
                return known, found
    if not isinstance(module, str) or module.partition(".")[0] not in sys.stdlib_module_names:
        return None
    names = getattr(sys.modules.get(module), "__dict__", own)
    return (module, name) if names is not own and isinstance(name, str) and names.get(name) is value else None
