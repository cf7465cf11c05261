from . import two
from .two import odd


def even(n: int) -> bool:  # level: native
    if n == 0:
        return True
    return odd(n - 1)


def through(n: int) -> bool:  # level: native
    return two.odd(n)
