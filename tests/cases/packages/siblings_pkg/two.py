from . import one


def odd(n: int) -> bool:  # level: native
    if n == 0:
        return False
    return one.even(n - 1)
