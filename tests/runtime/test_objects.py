"""Operations on Python objects from compiled code, against the interpreted original."""

import numpy as np
import pytest


class Odd:
    """Fails in its own ways."""

    def __len__(self):
        raise LookupError("no length")

    def __iter__(self):
        yield 1
        raise OSError("no more")

    def __index__(self):
        return -5


def key(value, key):
    return value, key


CASES = [
    ("add", 2, 3),
    ("add", 2, "x"),
    ("pow", 2, 200),
    ("iadd", [1], (2,)),
    ("iadd", (1,), [2]),
    ("neg", 5, None),
    ("neg", "x", None),
    ("not", [], None),
    ("lt", 1, 2),
    ("lt", 1, "x"),
    ("in", 2, [1, 2]),
    ("in", 2, 5),
    ("is not", None, None),
    ("get", {"a": 1}, "a"),
    ("get", {"a": 1}, "b"),
    ("get", [1, 2], 7),
    ("put", [1, 2], 0),
    ("put", (1, 2), 0),
    ("slice", [1, 2, 3], 2),
    ("unpack", (1, 2), None),
    ("unpack", [1, 2, 3], None),
    ("unpack", (1,), None),
    ("unpack", {1: 2, 3: 4}, None),
    ("unpack", 5, None),
    ("unpack", Odd(), None),
    ("rest", range(5), None),
    ("rest", (1, 2), None),
    ("rest", (1,), None),
    ("rest", None, None),
    ("format", "a\nb", ">10"),
    ("format", 1, "zz"),
    ("join", "a", "b"),
    ("join", "a", 5),
    ("iterate", "abc", None),
    ("iterate", 5, None),
    ("iterate", Odd(), None),
    ("call", key, 4),
    ("call", len, 4),
    ("call with many", max, None),
    ("call with many", key, None),
    ("method", [1, 2], 2),
    ("method", [1, 2], 3),
    ("method", 5, 3),
    ("spread", max, (1, 2)),
    ("spread", max, ()),
    ("raise", ValueError, None),
    ("raise", ValueError("x"), KeyError("y")),
    ("raise", ValueError, KeyError),
    ("raise", ValueError("x"), 5),
    ("raise", 5, None),
    ("raise", int, None),
    ("catch", lambda: 1 / 0, None),
    ("catch", lambda: [][1], None),  # noqa: PLE0643 - to be caught
    ("catch", lambda: 5, None),
    ("global", None, None),
    ("builtin", None, None),
    ("missing", None, None),
    ("length", "abc", None),
    ("length", 5, None),
    ("length", Odd(), None),
    ("displays", 1, 2),
    ("displays", [], 2),
    ("big", None, None),
    ("import", None, None),
    ("numpy scalar", None, None),
    ("native list", [1.0, 2.5], None),
    ("native list", [Odd()], None),
    ("no such operation", None, None),
]


def outcome(module, name, a, b):
    import copy

    a = a if isinstance(a, type) or callable(a) else copy.deepcopy(a)
    try:
        value = module.operate(name, a, b)
    except Exception as error:  # noqa: BLE001 - whatever the operation raises
        return chain(error)
    if isinstance(value, Exception):
        return "value", chain(value)
    return type(value), value


def chain(error):
    return (
        type(error),
        str(error),
        error.__suppress_context__,
        None if error.__cause__ is None else chain(error.__cause__),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {type(case[1]).__name__} {type(case[2]).__name__}")
def test_same_as_interpreted(case, compiled, interpreted):
    assert outcome(compiled, *case) == outcome(interpreted, *case)


def test_array_from_an_object(compiled):
    x = np.arange(4.0)
    part = compiled.operate("held array", x, None)
    assert part.base is x
    del x
    assert part.tolist() == [1.0, 2.0, 3.0]
    with pytest.raises(TypeError, match=r"^operate\(\): expected float64\[:\], got int64 array with 1 dimension$"):
        compiled.operate("held array", np.arange(3), None)
