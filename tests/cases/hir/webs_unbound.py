"""Uses that a path without definition reaches carry `?`."""


def maybe(c):
    if c:
        x = 1
    return x


def never():
    print(x)
    x = 1


def only_annotated():
    x: int
    return x


def loop_variable(n):
    for i in range(n):
        pass
    return i


def dead():
    return 1
    x = 2
    return x


def raised(c):
    if c:
        x = 1
    else:
        raise ValueError
    return x


def asserted(c):
    assert False
    x = c
    return x


def augmented(c):
    if c:
        n = 0
    n += 1
    return n


def handler_name():
    try:
        pass
    except ValueError as error:
        print(error)
    return error


def and_or(a, b):
    if a and (x := b):
        return x
    if a or (y := b):
        return y
    return y


def compared(a, b, c):
    if a < (x := b) < (y := c):
        return x, y
    return x, y


def handler_name_in_loop(f, values):
    for v in values:
        try:
            f(v)
        except ValueError as error:
            print(error)
        print(error)
