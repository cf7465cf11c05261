"""Classes of arguments are checked in functions that the interpreter runs, too."""
import cython
import numpy as np
from typing import Dict, List, Optional


def count(words: list) -> dict:
    """Counts."""
    counts: dict = {}
    for w in words:
        counts[w] = counts.get(w, 0) + 1
    return counts


def same(x: list):
    return x


def generated(x: list, n: cython.int = 2):
    for v in x:
        yield v


def optional(x: Optional[dict] = None, y: dict = None):
    return x, y


def united(x: "list", y: set | None = None, *rest, key: tuple = ()):
    return x, y, rest, key


def texts(s: str, items: list, b: bytes = b""):
    return [s + i for i in items], b


def closed(d: Dict[str, int]):
    return [(lambda k: d[k])(k) for k in d]


def typed(t: type, f: frozenset = frozenset()):
    return t.__name__, len(f)


def anything(x: object, y, z: np.ndarray = None):
    return x, y, z


class Holder:
    def __init__(self, items: List[int]):
        self.items = items

    @staticmethod
    def of(items: list):
        return Holder(items)

    @property
    def first(self):
        return self.items[0]


def made(items):
    return Holder.of(items).first


class Sub(list):
    pass


@cython.annotation_typing(False)
def unchecked(x: list, n: cython.int = 3):
    s: cython.int = 0
    for i in range(n):
        s += i
    return x, s


def of(f, *args, **named):
    try:
        found = f(*args, **named)
        return found if f is not generated else [*found]
    except TypeError as error:
        return str(error).split(". Note")[0]


# --- calls
unchecked((1,))
unchecked([1], 4)
of(count, ["a", "b", "a"])
(of(count, x) for x in ((1,), None, "ab"))
of(count, Sub())
(of(same, x) for x in ([], None, (1,), {}, np.zeros(2)))
of(generated, [1, 2])
(of(optional, x) for x in (None, {}, [], 3))
(of(optional, None, y) for y in (None, {}, []))
of(united, [1])
of(united, [1], {2}, 3, key=(4,))
(of(united, x) for x in ((), None))
of(united, [1], [2])
of(united, [1], key=[])
of(texts, "a", ["b"])
(of(texts, s, ["b"]) for s in (None, b"a", 3))
of(texts, "a", ("b",))
of(texts, "a", ["b"], "c")
of(closed, {"a": 1})
of(closed, [1])
(of(typed, t) for t in (int, 3, None))
of(typed, int, {1})
of(anything, 1, 2)
of(anything, None, None, [1])
of(made, [1])
of(made, (1,))
of(made, None)
count.__doc__
