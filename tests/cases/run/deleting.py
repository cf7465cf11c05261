"""`del` of locals, items, attributes and globals."""

import numpy as np

import pyrx

counter = 3


def local(n: int):
    x = n * 2
    y = x + 1
    del x
    return y


def reads_deleted(n: int):
    x = n * 2
    del x
    return x


def maybe_deleted(n: int):
    x = n * 2
    if n > 2:
        del x
    return x


def deletes_unbound(n: int):
    if n > 0:
        x = 1
    del x
    return n


def twice(n: int):
    del n
    del n


def bound_again(n: int):
    x = n
    del x
    x = n * 0.5
    return x


def in_loop(n: int):
    total = 0
    for i in range(n):
        square = i * i
        total += square
        del square, i
    return total


def loop_variable(n: int):
    for i in range(n):
        del i
    return i


def parameter(a: pyrx.float64[:]):
    first = a[0]
    del a
    return first


def array_with_view(n: int):
    a = np.ones(n)
    b = a[1:]
    del a
    b[0] = 5.0
    total = 0.0
    for x in b:
        total += x
    return total, b


def view_outlives(a: pyrx.float64[:]):
    part = a[1:]
    del a
    part[0] = -1.0
    return part


def array_read_after(n: int):  # level: any
    a = np.zeros(n)
    del a
    return a[0]


def several(n: int):
    a = b = c = d = n
    del (a, [b]), c
    return d


def nested(n: int):
    a, b, (c, d) = n, 2, (3, 4)
    del a, (b, c)
    return d, c


def text(s: str):
    t = s + "!"
    del s
    return t


def in_finally(n: int):
    x = n
    try:
        if n > 3:
            return x
    finally:
        del x
    return x


def in_handler(n: int):
    x = 1
    try:
        del x
        return 10 // n
    except ZeroDivisionError:
        return x


def list_item(xs: list[int], i: int):  # level: any
    del xs[i]
    return xs


def list_slice(n: int):  # level: any
    xs = [i for i in range(n)]
    del xs[1:3]
    return xs


def list_in_loop(n: int):  # level: any
    xs = [1, 2, 3]
    for _ in range(n):
        del xs[0]
    return len(xs), xs


def dict_key(d: object, key: str):  # level: any
    for _ in range(1):
        del d[key]
    return d


def array_item(a: pyrx.float64[:], i: int):  # level: any
    total = 0.0
    for x in a:
        total += x
    del a[i]
    return total


class Holder:
    value = 5


def attribute(x: float, n: int):  # level: any
    h = Holder()
    for i in range(n):
        x += i
    h.value = x
    del h.value
    return h.value


def global_name(n: int):  # level: any
    global counter
    total = 0
    for i in range(n):
        total += i
    del counter
    return total


def lists(xs: list[float], b: bytes, t: tuple[int, float], s: str):
    n = len(xs) + len(b) + t[0]
    del xs, b, t, s
    return n


def objects(o: object, n: int):  # level: any
    total = 0
    for i in range(n):
        total += i
    del o
    return total


def reread(xs: list[float], again: bool):
    n = len(xs)
    if again:
        del xs
    return n, xs[0]


def arrays(n: int):
    out = 0.0
    for i in range(n):
        a = np.full(3, i * 1.0)
        b = a[1:]
        del a
        out += b[0]
        del b
    return out


def array_rebound(a: pyrx.float64[:]):
    b = a
    del a
    a = np.zeros(2)
    a[0] = b[0]
    return a, b


def tuple_of_arrays(a: pyrx.float64[:]):
    t = (a, a[::2])
    x, y = t
    del t, x
    return y


def str_loop(s: str):
    out = 0
    for c in s:
        d = s
        del d
        out += ord(c)
    del s
    return out


def del_iterated(xs: list[int]):  # level: any
    total = 0
    for x in xs:
        if total == 0:
            del xs
        total += x
        xs = [1]
    return total, xs


def in_parallel(a: pyrx.float64[:]):
    total = 0.0
    for i in pyrx.prange(a.shape[0]):
        x = a[i]
        y = x * 2
        del x
        total += y
    return total


# --- calls
local(3)
reads_deleted(3)
(maybe_deleted(n) for n in (1, 3))
(deletes_unbound(n) for n in (1, 0))
twice(1)
bound_again(3)
(in_loop(n) for n in (0, 4))
(loop_variable(n) for n in (0, 2))
parameter(f8(2))
parameter(f8(0))
array_with_view(3)
view_outlives(f8(3))
array_read_after(2)
several(4)
nested(4)
text("ab")
(in_finally(n) for n in (3, 4))
(in_handler(n) for n in (0, 5))
(list_item([1, 2, 3], i) for i in (0, -1, 3))
(list_slice(n) for n in (0, 5))
(list_in_loop(n) for n in (0, 2, 4))
(dict_key({"a": 1}, key) for key in ("a", "b"))
array_item(f8(3), 0)
attribute(1.5, 3)
global_name(3)
global_name(3)
lists([1.0], b"ab", (1, 2.0), "s")
objects([1], 3)
(reread([1.5], again) for again in (False, True))
arrays(3)
array_rebound(f8(2))
tuple_of_arrays(f8(5))
str_loop("abc")
del_iterated([3, 4])
del_iterated([])
in_parallel(f8(4))
