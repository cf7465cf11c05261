"""`jit` itself, and looking into what it made."""

import functools
import os
import subprocess
import types
import weakref

from pyrx._build import finder
from pyrx._jit import kinds
from pyrx._jit.dispatch import Dispatcher, JitError, dispatcher_of

# Directives by name, as `-X` takes them.
DIRECTIVES = ("boundscheck", "wraparound", "cdivision", "overflowcheck", "cpow", "parallel", "fastmath")


def jit(function=None, /, *, background=False, native=False, strict=False, **directives):
    """Compiles a function when it is called, for the types of its arguments: `@jit`, or `@jit(boundscheck=False)`.

    background: calls run in Python until the compiled code is there.
    native: use all instructions of this machine's CPU.
    strict: a function that is not native raises `pyrx.JitError` when it is called, instead of running interpreted.
    directives: as in the manual's table.

    The code is kept in the cache. With `PYRX_DISABLE=1`, functions are returned as they are. Raises TypeError for what is
    no Python function, and for a directive that does not exist.
    """
    _check(directives)
    if function is None:
        return lambda function: jit(function, background=background, native=native, strict=strict, **directives)
    if type(function).__module__ == "pyrx":
        return function  # compiled with its module
    if not isinstance(function, types.FunctionType):
        raise TypeError(f"pyrx.jit takes a Python function, not {type(function).__name__!r}")
    if os.environ.get("PYRX_DISABLE") == "1" or dispatcher_of(function) is not None:
        return function
    arguments = [part for name, value in directives.items() for part in ("-X", f"{name}={str(value).lower()}")]
    arguments += ["--strict"] * strict + ["--native"] * native
    return _wrapped(Dispatcher(function, arguments, strict, background))


def _wrapped(dispatcher: Dispatcher) -> types.FunctionType:
    function, count, kind = dispatcher.function, dispatcher.count, kinds.kind
    if function.__kwdefaults__ or function.__code__.co_kwonlyargcount:
        count = -1  # no call is of positional arguments alone

    @functools.wraps(function)
    def jitted(*args, **kwargs):
        if not kwargs and len(args) == count:
            compiled = dispatcher.plain.get(tuple(map(type, args))) or dispatcher.ready.get(tuple(map(kind, args)))
            holds = dispatcher.holds
            if compiled is not None and (holds is None or holds()):
                return compiled(*args)
        return dispatcher.call(args, kwargs)

    jitted.__defaults__, jitted.__kwdefaults__ = function.__defaults__, function.__kwdefaults__
    jitted.__pyrx_jit__, dispatcher.jitted = dispatcher, weakref.ref(jitted)
    jitted.inspect_rust = functools.partial(inspect_rust, jitted)
    jitted.inspect_types = functools.partial(inspect_types, jitted)
    return jitted


def _check(directives: dict):
    from pyrx._build.failure import nearest

    for name, value in directives.items():
        if name not in DIRECTIVES:
            raise TypeError(f"jit() has no option or directive `{name}`; {nearest(name, DIRECTIVES)}")
        if not isinstance(value, bool):
            raise TypeError(f"{name} is True or False, not {value!r}")


def inspect_rust(function) -> str:
    """The Rust that a function was compiled to: of each specialisation of a jitted one, or of the module it was built in."""
    return _dumped(function, "rust")


def inspect_types(function) -> str:
    """The types of a function's variables and expressions, as `inspect_rust` finds it."""
    return _dumped(function, "types")


def _dumped(function, stage: str) -> str:
    function = getattr(function, "__func__", function)
    dispatcher = dispatcher_of(function)
    if dispatcher is not None:
        made = [specialisation for specialisation, _ in dispatcher.specialisations.values()]
        return "\n".join(f"{_head(one, stage)}{one.dump(stage)}" for one in made)
    if type(function).__module__ != "pyrx":
        raise TypeError(f"{function!r} was not compiled")
    source = function.__wrapped__.__code__.co_filename
    command = finder.pyrx_command()
    if command is None:
        raise JitError(finder.NO_COMMAND)
    return subprocess.run(
        [command, "dump", "--stage", stage, source], capture_output=True, text=True, check=False
    ).stdout


def _head(specialisation, stage: str) -> str:
    mark = "//" if stage == "rust" else "#"
    signatures = specialisation.facts().get("signatures", ())
    return "".join(f"{mark} {specialisation.slice.qualname}{signature}\n" for signature in signatures)
