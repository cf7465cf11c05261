"""Decorators that tell the compiler something and change nothing under CPython."""


def compile(function=None, /, **directives):
    """Marks a function for compilation: `@compile`, or `@compile(strict=True)` with directives by name."""
    return _identity if function is None else function


class _Directive:
    """A directive: `@boundscheck(False)` on a function, or `with boundscheck(False):` around statements."""

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f"pyrx.{self._name}"

    def __call__(self, value=True):
        # `@fastmath` without arguments receives the function itself.
        return value if callable(value) else _Scope()


class _Scope:
    """What a directive with its value is: decorator and context manager."""

    def __call__(self, function):
        return function

    def __enter__(self):
        return None

    def __exit__(self, *exception):
        return False


def _identity(function):
    return function


class _NoGil(_Scope):
    """`with nogil:`, `@nogil` and `@nogil(True)`."""

    def __call__(self, value=True):
        return value if callable(value) else _Scope()

    def __repr__(self):
        return "pyrx.nogil"


boundscheck = _Directive("boundscheck")
wraparound = _Directive("wraparound")
cdivision = _Directive("cdivision")
overflowcheck = _Directive("overflowcheck")
cpow = _Directive("cpow")
fastmath = _Directive("fastmath")
profile = _Directive("profile")
nogil = _NoGil()
