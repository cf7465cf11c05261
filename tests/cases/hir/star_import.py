"""A star import may rebind what was bound before it, underscores apart."""

LIMIT = 1
_HIDDEN = 2


def before(x): return x


try:
    from _fast import *
except ImportError:
    pass


def after(x): return before(x) + LIMIT + _HIDDEN
