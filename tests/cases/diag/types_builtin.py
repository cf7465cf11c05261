import pyrx


def f(a: pyrx.int, b: pyrx.float, c: pyrx.str): ...
