"""A string or bytes object that comes in and goes out is the same object where it is in Python."""

import pyrx

LONG = "a text that is no identifier"


def same(function, *args):  # level: any
    """Which arguments each item of the result is."""
    result = function(*args)
    result = result if type(result) is tuple else (result,)
    known = [part for arg in args for part in (arg if type(arg) in (list, tuple) else [arg])]
    return [[i for i, arg in enumerate(known) if arg is item] for item in result]


def same_bytes(b: bytes):
    return b


def same_str(s: str):
    return s


def renamed(b: bytes, c: bytes, n: int):
    x = b
    for i in range(n):
        x = c
    return x


def chosen(s: str, t: str, n: int):
    return s if n > 0 else t


def in_tuple(b: bytes, s: str, n: int):
    return b, n, s, b


def unchanged_bytes(b: bytes, n: int):
    return b[:], b[0:n], b[-n:], b + b"", b"" + b, b * 1, b[::-1], b[1:]


def unchanged_str(s: str, n: int):
    return s[:], s[0:n], s[-n:], s + "", "" + s, s * 1, s[::-1], s[1:]


def methods(s: str):  # level: any
    return s.replace("#", "x"), "-".join([s]), s.replace("a", "b")


def item_of_list(xs: list[bytes], i: int):
    return xs[i]


def item_of_str_list(xs: list[str], i: int):
    return xs[i]


def items_of_tuple(pair: tuple[str, bytes]):
    s, b = pair
    return b, s


def longest(xs: list[str]):
    best = ""
    for x in xs:
        if len(x) > len(best):
            best = x
    return best


def largest(xs: list[bytes]):  # level: mixed
    best = b""
    for x in xs:
        best = max(best, x)
    return best


def inner_str(s: str, t: str) -> str:
    return t if len(t) > len(s) else s


def through_helper(s: str, t: str):
    return inner_str(s, inner_str(t, s))


def passed_on(f, b: bytes, s: str, n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i
    return total, f(b, s)


def compared(b: bytes, c: bytes, n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i
    return b is b, b is c, b is not c, total


def converted_later(x: object, n: int):  # level: any
    s: str = x
    total = 0
    for i in range(n):
        total += len(s)
    return s


def maybe(s: str | None, n: int):  # level: any
    return s if n else None


def default(b: bytes = b"the default"):
    return b


def listed(s: str, t: str):  # level: any
    return [s, t, s]


def outlives(xs: object, n: int):  # level: any
    ys: list[str] = xs
    s = ys[0]
    xs.clear()
    total = 0
    for i in range(n):
        total += i
    return s, s[1:], total


# --- calls
(same(same_bytes, bytes([65, i, 66])) for i in (0, 1))
same(same_bytes, b"")
(same(same_str, "".join(["größe", c])) for c in ("", "a", "\U0001f600", "\ud800"))
same(same_str, "")
same(same_str, module.LONG)
(same(renamed, bytes([1, 2, 3]), bytes([4, 5]), n) for n in (0, 2))
(same(chosen, "".join(["ab", "c"]), "".join(["x", "yz"]), n) for n in (0, 2))
(same(in_tuple, bytes([1, 2]), "".join(["ab", "c"]), n) for n in (0, 2))
(same(unchanged_bytes, bytes(range(n)), n) for n in (0, 2, 5))
(same(unchanged_str, "".join(map(chr, range(300, 300 + n))), n) for n in (0, 2, 5))
same(methods, "".join(["banana", "?"]))
same(methods, "".join(["#", "##"]))
(same(item_of_list, [bytes([1, 2]), bytes([3, 4])], i) for i in (0, 1, -1))
(same(item_of_str_list, ["".join(["größe", c]) for c in "ab"], i) for i in (0, 1, -1))
same(items_of_tuple, ("".join(["ab", "c"]), bytes([1, 2])))
same(longest, ["".join(["ab", c]) for c in ("", "c", "cde", "fgh")])
same(longest, [])
same(largest, [bytes([1, 2]), bytes([3, 4]), bytes([3, 4])])
same(through_helper, "".join(["ab", "c"]), "".join(["x", "yz", "y"]))
(b := bytes([1, 2])) is passed_on(lambda b, s: b, b, "s", 3)[1]
(s := "".join(["ab", "c"])) is passed_on(lambda b, s: s, b"", s, 3)[1]
compared((b := bytes([1, 2])), b, 3)
compared(bytes([1, 2]), bytes([1, 2]), 3)
(same(converted_later, "".join(["größe", c]), 3) for c in "ab")
(same(maybe, "".join(["größe", "a"]), n) for n in (0, 1))
default() is default()
default() is default.__defaults__[0]
same(listed, "".join(["ab", "c"]), "".join(["x", "yz"]))
outlives(["".join(["ab", "c"])], 5)
same_str(MyStr("abc"))
type(same_str(MyStr("abc"))).__name__
