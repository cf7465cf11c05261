"""What leaves a function to the interpreter, one reason each."""

import sys
import inspect
from sys import _getframe as frame


def nested(n):
    def inner(): return n
    return inner


def nested_class():
    class A: pass
    return A


def anonymous(a): return sorted(a, key=lambda x: -x)


def generates(a):
    for x in a:
        yield x


def delegates(a): yield from a


async def awaits(a): return await a


def generator_expression(a): return sum(x for x in a)


def set_comprehension(a): return {x for x in a}


def dict_comprehension(a): return {x: 1 for x in a}


def deletes(a): del a[0]


def manages(a):
    with a as b:
        return b


def matches(a):
    match a:
        case [x, *y]: return x
        case {"k": z, **w}: return z
        case _: return None


def imports():
    import os
    from math import sin
    return os, sin


def spreads(f, a): return f(*a)


def spreads_keywords(f, a): return f(x=1, **a)


def unpacks(a): return [*a, 1]


def unpacks_mapping(a): return {**a, "x": 1}


def groups():
    try:
        pass
    except* ValueError:
        pass


def frame_locals(): return locals()


def frame_eval(): return eval("1")


def zero_argument_super(self): return super().f()


def frame_sys(): return sys._getframe()


def frame_imported(): return frame(1)


def frame_inspect(): return inspect.currentframe()


def shadowed(vars, sys): return vars(sys._getframe)


def parameters[T](x: T) -> T: return x


def surrogate(): return "\ud800", "�"


def surrogate_in_f_string(a): return f"{a}\udfff"


def several(a):
    x = lambda: 1
    del x
    yield a


def in_default(f=lambda x: x, n=[i for i in range(3)]): return f(n)
