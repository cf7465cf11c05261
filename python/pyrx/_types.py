"""Element types: `float64` is a scalar, `float64[:, ::1]` a view of an array of two dimensions, the last one contiguous."""

import sys


class View:
    """The type of an array argument, as annotations show it. Two that read alike are equal."""

    __slots__ = ("_axes", "_element")

    def __init__(self, element, axes):
        self._element = element
        self._axes = axes

    @property
    def dtype(self):
        """The element type, such as `pyrx.float64`."""
        return self._element

    @property
    def ndim(self):
        """The number of dimensions."""
        return len(self._axes)

    def __repr__(self):
        return f"{self._element!r}[{', '.join(map(_axis_text, self._axes))}]"

    def __eq__(self, other):
        return isinstance(other, View) and repr(self) == repr(other)

    def __hash__(self):
        return hash(repr(self))

    def __reduce__(self):
        return View, (self._element, self._axes)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __call__(self, value):
        """A cast to a view gives the value itself: under CPython an array is what it is."""
        return value


class Scalar:
    """A number type of fixed width. Calling it converts as NumPy's scalar type does, or as Python's without NumPy."""

    __slots__ = ("_name", "_plain")

    def __init__(self, name, plain):
        self._name = name
        self._plain = plain

    def __repr__(self):
        return f"pyrx.{self._name}"

    def __reduce__(self):
        return self._name

    def __getitem__(self, axes):
        axes = axes if isinstance(axes, tuple) else (axes,)
        for axis in axes:
            if not _is_axis(axis):
                raise TypeError(f"an axis of {self!r}[...] is `:`, `::1` or `::`, not {axis!r}")
        return View(self, axes)

    def __call__(self, value=0):
        numpy = sys.modules.get("numpy") or _numpy()
        return getattr(numpy, self._name)(value) if numpy else self._plain(value)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)


def _numpy():
    """NumPy, imported at the first conversion and not before; None where it is absent."""
    try:
        import numpy
    except ImportError:
        return None
    return numpy


def _is_axis(axis):
    return isinstance(axis, slice) and axis.start is None and axis.stop is None and axis.step in (None, 1)


def _axis_text(axis):
    return ":" if axis.step is None else f"::{axis.step}"


def _union(left, right):
    """`float64 | None` reads as a union; `typing.Union` takes callables as types."""
    from typing import Union

    return Union[left, right]  # noqa: UP007 -- `|` is what calls this


def _integer(bits, signed):
    """Python's stand-in for an integer type: truncates as `int` does, refuses what does not fit, as NumPy 2 does."""
    low, high = (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) if signed else (0, (1 << bits) - 1)

    def convert(value):
        number = int(value)
        if not low <= number <= high:
            raise OverflowError(f"Python integer {number} out of bounds for {'' if signed else 'u'}int{bits}")
        return number

    return convert


def _single(value):
    """The nearest number of 32 bits."""
    import struct

    number = float(value)
    try:
        return struct.unpack("f", struct.pack("f", number))[0]
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


def _single_complex(value):
    number = complex(value)
    return complex(_single(number.real), _single(number.imag))


int8 = Scalar("int8", _integer(8, True))
int16 = Scalar("int16", _integer(16, True))
int32 = Scalar("int32", _integer(32, True))
int64 = Scalar("int64", _integer(64, True))
uint8 = Scalar("uint8", _integer(8, False))
uint16 = Scalar("uint16", _integer(16, False))
uint32 = Scalar("uint32", _integer(32, False))
uint64 = Scalar("uint64", _integer(64, False))
float32 = Scalar("float32", _single)
float64 = Scalar("float64", float)
complex64 = Scalar("complex64", _single_complex)
complex128 = Scalar("complex128", complex)
bool_ = Scalar("bool_", bool)
