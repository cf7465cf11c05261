"""`@pyrx.jit`: a function compiled when it is called, for the types of its arguments.

| module | does |
|---|---|
| `kinds` | what of an argument counts, and how a stub spells it |
| `definition` | finds a function in its source; its lines without what types do not need |
| `prelude` | what the names are that it reads |
| `slices` | the module that is compiled: the function, those it calls, its names |
| `specialisation` | compiles and loads that, by way of the cache |
| `dispatch` | the calls: which specialisation takes them, and when Python does |
"""

from pyrx._jit.decorator import inspect_rust, inspect_types, jit
from pyrx._jit.dispatch import JitError

__all__ = ["JitError", "inspect_rust", "inspect_types", "jit"]
