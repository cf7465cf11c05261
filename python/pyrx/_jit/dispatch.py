"""Calls of a function that is compiled when it is called."""

import os
import threading
import types
import warnings
import weakref
from dataclasses import dataclass

from pyrx._jit import kinds, slices
from pyrx._jit.definition import Unsupported
from pyrx._jit.specialisation import Refused, Specialisation

# How often a function is compiled because what it reads of its module was changed, and for how many kinds of arguments.
CHANGES, KINDS = 8, 32


class JitError(Exception):
    """A function that was to be compiled under `strict=True` is not; the text is the diagnostic."""


@dataclass
class Made:
    """A specialisation and its module, or why there is none; neither if Python takes the calls anyway."""

    specialisation: Specialisation | None = None
    module: types.ModuleType | None = None
    why: str | None = None


class Dispatcher:
    """The specialisations of a function. Calls read `ready` without the lock; all else is done under it."""

    def __init__(self, function: types.FunctionType, arguments: list[str], strict: bool, background: bool):
        self.function = function
        self.arguments = arguments
        self.strict = strict
        self.background = background
        # What takes a call, by the kinds of its arguments.
        self.ready: dict[tuple, object] = {}
        # The same by their classes, where those alone decide.
        self.plain: dict[tuple, object] = {}
        # A weak reference to what `jit` returned.
        self.jitted = lambda: None
        self.specialisations: dict[tuple, tuple[Specialisation, types.ModuleType]] = {}
        self.environment = None
        # Says whether what the function reads of its module is what it was; None if it reads nothing.
        self.holds = None
        self._slice = None
        self._changes = 0
        self._has_warned = False
        # Made in the background, and not yet used.
        self._made: dict[tuple, Made] = {}
        code = function.__code__
        self.count = code.co_argcount
        self._names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        self._has_stars = bool(code.co_flags & 0x0C)
        self._after_fork()
        _ALL.add(self)

    def _after_fork(self):
        """What other threads were doing does not go on in a child."""
        self._lock = threading.RLock()
        self._pending: set[tuple] = set()

    # Arguments

    def bound(self, args: tuple, kwargs: dict) -> list | None:
        """All arguments in the order of the parameters, defaults too; None if Python will say what is wrong with them."""
        if self._has_stars or len(args) > self.count:
            return None
        function, names = self.function, self._names
        values, used = list(args), 0
        for i in range(len(args), len(names)):
            name = names[i]
            if name in kwargs and i >= function.__code__.co_posonlyargcount:
                values.append(kwargs[name])
                used += 1
                continue
            defaults = function.__kwdefaults__ if i >= self.count else function.__defaults__
            if i >= self.count and name in (defaults or ()):
                values.append(defaults[name])
            elif i < self.count and self.count - i <= len(defaults or ()):
                values.append(defaults[i - self.count])
            else:
                return None
        return values if used == len(kwargs) else None

    # Calls

    def call(self, args: tuple, kwargs: dict):
        """A call that is not just one of positional arguments for which there is a specialisation."""
        values = self.bound(args, kwargs)
        if values is None:
            if self._has_stars:
                self._refuse("it has star arguments\n")
            return self.function(*args, **kwargs)
        key = tuple(map(kinds.kind, values))
        compiled = self.ready.get(key) if self.holds is None or self.holds() else None
        if compiled is None:
            compiled = self._find(key)
        if compiled is self.function:
            return compiled(*args, **kwargs)
        return compiled(
            *values[: self.count], **dict(zip(self._names[self.count :], values[self.count :], strict=True))
        )

    def _find(self, key: tuple):
        """What takes the calls of a kind from now on, or for this once."""
        with self._lock:
            self._look_around()
            known = self.ready.get(key)
            if known is not None:
                return known
            if self.background and key not in self._made:
                if key not in self._pending:
                    self._pending.add(key)
                    work = threading.Thread(target=self._work, args=(key, self._slice), name="pyrx.jit", daemon=True)
                    work.start()
                return self.function
            return self._keep(key, self._made.pop(key, None) or self._make(key, self._slice))

    def _work(self, key: tuple, slice):
        """Makes a specialisation in the background, where one is made at a time."""
        with _ONE_AT_A_TIME:
            made = self._make(key, slice)
        with self._lock:
            self._pending.discard(key)
            # Otherwise the names have changed meanwhile.
            if self._slice is slice:
                self._made[key] = made

    def _look_around(self):
        """Makes the slice, anew if it does not hold any more."""
        if self._slice is not None and (self.holds is None or self.holds()):
            return
        old, was = self._slice, self.environment
        try:
            self._slice, self.environment = slices.build(self.function, unwrapped)
            self.holds = self.environment.check()
        except Exception as error:  # noqa: BLE001 -- a call never fails because of its compilation
            self._give_up(_reason(error))
            return
        if old is None:
            return
        if old.text == self._slice.text and old.given.keys() == self._slice.given.keys():
            # The same code, which reads these names when it is called.
            for _, module in self.specialisations.values():
                module.__dict__.update(self._slice.given)
            return
        self.ready, self.plain, self.specialisations, self._made = {}, {}, {}, {}
        self._changes += 1
        if self._changes > CHANGES:
            changed = ", ".join(f"`{name}`" for name in was.changed())
            self._give_up(f"{changed} was changed {self._changes} times; pass it as an argument\n")

    def _make(self, key: tuple, slice) -> "Made":
        """Compiles and loads, or finds out why not."""
        if slice is None:
            return Made()
        if len(self.ready) >= KINDS:
            return Made(why=f"it was compiled for {KINDS} kinds of arguments already\n")
        try:
            specialisation = Specialisation(slice, list(key), self.arguments)
            return Made(specialisation, specialisation.load())
        except Exception as error:  # noqa: BLE001 -- a call never fails because of its compilation
            return Made(why=_reason(error))

    def _keep(self, key: tuple, made: "Made"):
        """What takes the calls of a kind from now on."""
        taker = self.function
        if made.why is not None:
            self._refuse(made.why)
        elif made.module is not None:
            taker = made.specialisation.slice.of(made.module)
            self.specialisations[key] = made.specialisation, made.module
            if any(map(kinds.is_read_only, key)):
                taker = self._unless_it_writes(key, taker)
        self.ready[key] = taker
        if all(map(kinds.is_by_class, key)):
            self.plain[key] = taker
        return taker

    def _unless_it_writes(self, key: tuple, compiled):
        """Native code does not take a read-only array that it writes to; Python raises where it is written to."""

        def guarded(*args, **kwargs):
            try:
                return compiled(*args, **kwargs)
            except ValueError as error:
                if error.__traceback__.tb_next is not None or "got a read-only array" not in str(error):
                    raise
            self.ready[key] = self.function
            return self.function(*args, **kwargs)

        return guarded

    def _give_up(self, why: str):
        self._slice = None
        self._refuse(why)
        self.ready, self.plain, self.environment, self.holds = _Always(self.function), {}, None, None

    def _refuse(self, why: str):
        """Says, once, why the function runs interpreted; raises JitError under `strict`."""
        text = f"{self.function.__qualname__} was not compiled\n{why.rstrip()}"
        if self.strict:
            raise JitError(text)
        if not self._has_warned:
            self._has_warned = True
            warnings.warn(f"{text}\nit runs interpreted", RuntimeWarning, stacklevel=_levels())


class _Always(dict):
    """Calls of all kinds go to one function."""

    def __init__(self, function):
        super().__init__()
        self._function = function

    def get(self, key, default=None):
        return self._function


def _reason(error: Exception) -> str:
    """Why a function is not compiled; what is no reason is a mistake of pyrx, and raised where those are to be seen."""
    if isinstance(error, Unsupported | Refused | OSError | ImportError):
        return str(error)
    if os.environ.get("PYRX_STRICT_INTERNAL") == "1":
        raise error
    return f"{error!r} (this is a bug of pyrx)"


def unwrapped(value):
    """The Python function behind one that `jit` returned; any other value as it is."""
    dispatcher = dispatcher_of(value)
    return value if dispatcher is None else dispatcher.function


def dispatcher_of(value) -> Dispatcher | None:
    """That of a function that `jit` returned; a decorator that copied its attributes has another one."""
    dispatcher = vars(value).get("__pyrx_jit__") if type(value) is types.FunctionType else None
    return dispatcher if isinstance(dispatcher, Dispatcher) and dispatcher.jitted() is value else None


def _levels() -> int:
    """How many frames there are to the first one that is not of this package."""
    import sys

    here, depth, frame = os.path.dirname(__file__), 1, sys._getframe(1)
    while frame.f_back is not None and os.path.dirname(frame.f_code.co_filename) == here:
        depth, frame = depth + 1, frame.f_back
    return depth


_ALL = weakref.WeakSet()
_ONE_AT_A_TIME = threading.Lock()


def _fork():
    global _ONE_AT_A_TIME
    _ONE_AT_A_TIME = threading.Lock()
    for dispatcher in list(_ALL):
        dispatcher._after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_fork)
