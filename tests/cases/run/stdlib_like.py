"""Modules as people write them without pyrx in mind: no annotations, star imports, classes, globals that are rebound."""
# bundle: alone

import sys as _sys
from bisect import *  # noqa: F403
from collections import OrderedDict, defaultdict
from operator import itemgetter

__all__ = ["LRU", "Stack", "gcd", "heappush", "merge", "parse"]
__version__ = "1.0"
_counter = 0


def gcd(a, b):  # level: any
    while b:
        a, b = b, a % b
    return a


def heappush(heap, item):  # level: any
    """Push item onto heap, maintaining the heap invariant."""
    heap.append(item)
    _siftdown(heap, 0, len(heap) - 1)


def _siftdown(heap, startpos, pos):  # level: any
    newitem = heap[pos]
    while pos > startpos:
        parentpos = (pos - 1) >> 1
        parent = heap[parentpos]
        if newitem < parent:
            heap[pos] = parent
            pos = parentpos
            continue
        break
    heap[pos] = newitem


def merge(a, b):  # level: any
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    out.extend(a[i:])
    out.extend(b[j:])
    return out


def parse(text):  # level: any
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()
    position = 0

    def expression():
        nonlocal position
        if position >= len(tokens):
            raise SyntaxError("unexpected end")
        token = tokens[position]
        position += 1
        if token == "(":
            out = []
            while tokens[position] != ")":
                out.append(expression())
            position += 1
            return out
        try:
            return int(token)
        except ValueError:
            return token

    return expression()


def next_id():  # level: any
    global _counter
    _counter += 1
    return _counter


class Stack:
    def __init__(self, items=()):
        self._items = list(items)

    def push(self, item):
        self._items.append(item)
        return self

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty stack")
        return self._items.pop()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, item):
        return item in self._items

    def __repr__(self):
        return f"{type(self).__name__}({self._items!r})"


class LRU(OrderedDict):
    def __init__(self, size, /, *args, **kwds):
        self.size = size
        super().__init__(*args, **kwds)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.size:
            del self[next(iter(self))]


class Error(Exception):
    def __init__(self, message, code=0):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {self.args[0]}"


def fail(code):  # level: any
    raise Error("failed", code=code)


def groups(pairs):  # level: any
    found = defaultdict(list)
    for key, value in sorted(pairs, key=itemgetter(0)):
        found[key].append(value)
    return dict(found)


def statistics(data):  # level: any
    n = len(data)
    if n < 2:
        raise ValueError("two data points are needed")
    mean = sum(data) / n
    return mean, sum((x - mean) ** 2 for x in data) / (n - 1)


def platform_bits():  # level: any
    return _sys.maxsize > 2**32


try:
    from _no_such_accelerator import *  # noqa: F403
except ImportError:
    pass


# --- calls
(gcd(a, b) for a, b in ((12, 18), (0, 5), (2**70, 2**65), (-12, 18)))
gcd(7.5, 2.5)
gcd("a", 1)
heappush([1, 5, 3], 0)
heappush([], "a")
heappush([1], "a")
merge([1, 4], [2, 3, 5])
merge("ad", "bc")
merge([], [1])
parse("(a (b 1) -2)")
parse("")
next_id()
next_id()
Stack([1]).push(2)
Stack().pop()
len(Stack("ab"))
list(Stack("ab"))
2 in Stack([1, 2])
(lambda lru: (lru.__setitem__("a", 1), lru.__setitem__("b", 2), lru.__setitem__("c", 3), list(lru)))(LRU(2))
fail(7)
groups([("b", 1), ("a", 2), ("b", 3)])
statistics([1, 2, 4])
statistics([1])
platform_bits()
bisect_left([1, 2, 3], 2)
module.__all__
module.__version__
