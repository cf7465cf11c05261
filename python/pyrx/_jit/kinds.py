"""What of an argument decides which specialisation takes it, and how a stub spells that."""

import sys
from dataclasses import dataclass

# A value that the interpreter handles, whatever its class.
OBJECT = "object"
# Python's classes that native code has a type for; a subclass is an object.
PLAIN = {int: "int", float: "float", complex: "complex", bool: "bool", str: "str", bytes: "bytes", type(None): "None"}
# NumPy's numbers by their names in NumPy and in `pyrx`.
NUMBERS = {
    **{f"{sign}int{bits}": f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)},
    **{name: name for name in ("float32", "float64", "complex64", "complex128")},
    "bool": "bool_",
}
# Most items of a tuple that are looked at, and most dimensions of an array.
ITEMS, DIMENSIONS = 8, 8
# Bits of `ndarray.flags.num`.
ALIGNED, WRITEABLE = 0x100, 0x400


def kind(value):
    """A hashable description: the same for values that one specialisation takes."""
    own = type(value)
    if own in PLAIN:
        return own
    look = _LOOKS.get(own)
    if look is not None:
        return look(value)
    if own.__module__ == "numpy":
        _learn_numpy()
        if own in _LOOKS:
            return _LOOKS[own](value)
    return OBJECT


def is_by_class(own: type) -> bool:
    """Whether the class alone decides the kind."""
    return own in PLAIN


def spelled(kind):
    """The kind as an annotation of a stub; None where there is nothing to say of it."""
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, Number):
        return f"numpy.{NUMBERS[kind.name]}"
    if isinstance(kind, Array):
        return f"pyrx.{NUMBERS[kind.name]}[{', '.join(':' * kind.ndim)}]"
    if isinstance(kind, Items):
        return f"list[{PLAIN[kind.item]}]"
    if isinstance(kind, Tuple):
        items = [spelled(item) for item in kind.items]
        return None if None in items else f"tuple[{', '.join(items)}]"
    return None


@dataclass(frozen=True, eq=False)
class Number:
    """A NumPy scalar. There is one object for each kind, here and below: they are compared by identity."""

    name: str


@dataclass(frozen=True, eq=False)
class Array:
    name: str
    ndim: int
    writeable: bool


@dataclass(frozen=True, eq=False)
class Items:
    """A list whose items are all of one class."""

    item: type


@dataclass(frozen=True, eq=False)
class Tuple:
    items: tuple


def is_read_only(kind):
    """Whether an array that cannot be written to is among the arguments of this kind."""
    return (
        isinstance(kind, Array) and not kind.writeable or isinstance(kind, Tuple) and any(map(is_read_only, kind.items))
    )


_LISTS = {own: Items(own) for own in (int, float, bool, str)}
_TUPLES = {}


def _list(value):
    classes = set(map(type, value))
    return _LISTS.get(classes.pop(), OBJECT) if len(classes) == 1 else OBJECT


def _tuple(value):
    if not 0 < len(value) <= ITEMS:
        return OBJECT
    items = tuple(map(kind, value))
    return _TUPLES.get(items) or _TUPLES.setdefault(items, Tuple(items))


_LOOKS = {list: _list, tuple: _tuple}


def _learn_numpy():
    """Adds NumPy's classes, once there is an object of one of them."""
    numpy = sys.modules.get("numpy")
    if numpy is None or numpy.ndarray in _LOOKS:
        return
    names = {numpy.dtype(name): name for name in NUMBERS}
    known = {}

    def array(value):
        key = (value.dtype, value.ndim, value.flags.num & (ALIGNED | WRITEABLE))
        return known.get(key) or known.setdefault(key, new(*key))

    def new(dtype, ndim, flags):
        if dtype not in names or not 0 < ndim <= DIMENSIONS or not flags & ALIGNED:
            return OBJECT
        return Array(names[dtype], ndim, bool(flags & WRITEABLE))

    for name in NUMBERS:
        number = Number(name)
        _LOOKS[numpy.dtype(name).type] = lambda value, number=number: number
    _LOOKS[numpy.ndarray] = array
