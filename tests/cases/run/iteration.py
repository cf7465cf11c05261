"""`enumerate`, `zip`, `reversed`, unpacking, and iteration over arrays, lists, tuples and strings."""

import numpy as np
from numpy.typing import NDArray

import pyrx


def weighted(a: pyrx.float64[:]):
    total = 0.0
    for i, x in enumerate(a):
        total += i * x
    return total


def enumerate_from(a: pyrx.float64[:], start: int):
    total = 0.0
    for i, x in enumerate(a, start):
        total += i * x
    return total


def enumerate_after(a: pyrx.float64[:]):
    i = -1
    for i, _ in enumerate(a):
        pass
    return i


def dot(a: pyrx.float64[:], b: pyrx.float64[:]):
    total = 0.0
    for x, y in zip(a, b):
        total += x * y
    return total


def zip_three(a: pyrx.float64[:], b: pyrx.int64[:], n: int):
    total = 0.0
    for x, y, i in zip(a, b, range(n)):
        total += x * y + i
    return total


def zip_enumerate(a: pyrx.float64[:], b: pyrx.float64[:]):
    total = 0.0
    for i, (x, y) in enumerate(zip(a, b)):
        total += i * (x - y)
    return total


def zip_strict(a: pyrx.float64[:], b: pyrx.float64[:]):  # level: any
    total = 0.0
    for x, y in zip(a, b, strict=True):
        total += x * y
    return total


def backwards(a: pyrx.float64[:]):
    total = 0.0
    for x in reversed(a):
        total = total / 2 + x
    return total


def rows(a: pyrx.float64[:, :]):
    total = 0.0
    for row in a:
        for x in row:
            total = total * 0.5 + x
    return total


def row_sums(a: pyrx.float64[:, :], out: pyrx.float64[:]):
    for i, row in enumerate(a):
        s = 0.0
        for x in row:
            s += x
        out[i] = s


def rows_write(a: pyrx.float64[:, :]):
    for row in a:
        row[0] = -1.0


def array_changes(a: pyrx.float64[:]):
    total = 0.0
    for x in a:
        a[-1] = 100.0
        total += x
    return total


def sum_list(xs: list[int]):
    total = 0
    for x in xs:
        total += x
    return total


def sum_list_floats(xs: list[float]):
    total = 0.0
    for x in xs:
        total += x
    return total


def list_backwards(xs: list[float]):
    total = 0.0
    for x in reversed(xs):
        total = total / 2 + x
    return total


def over_tuple(a: int, b: int, c: int):
    total = 0
    for x in (a, b, c):
        total = total * 10 + x
    return total


def over_pairs():
    total = 0
    for x, y in ((1, 2), (3, 4), (5, 6)):
        total += x * y
    return total


def over_literal_list(a: float):
    total = 0.0
    for x in [a, 2.0, 3.5]:
        total += x
    return total


def vowels(text: str):
    n = 0
    for c in text:
        if c in "aeiou":
            n += 1
    return n


def over_bytes(data: bytes):
    total = 0
    for b in data:
        total = total * 2 + b
    return total


def last_of(a: pyrx.int64[:]):
    for x in a:
        pass
    return x


def swap(a: int, b: int):
    a, b = b, a
    return a, b


def rotate(a: int, b: int, c: int):
    a, b, c = b, c, a
    return a * 100 + b * 10 + c


def nested_unpack(a: int, b: int, c: int):
    (x, (y, z)) = (a, (b, c))
    return x - y - z


def starred(a: int, b: int, c: int, d: int):  # level: any
    first, *middle, last = a, b, c, d
    return first, middle, last


def starred_first(a: int, b: int):  # level: any
    *rest, last = (a, b)
    return rest, last


def starred_empty(a: int):  # level: any
    first, *rest = (a,)
    return first, rest


def multiple_targets(a: int):
    x = y = z = a + 1
    return x + y + z


def unpack_list(xs: list[int]):  # level: any
    a, b = xs
    return a - b


def index_targets(a: pyrx.int64[:]):
    i = 0
    i, a[i] = 1, 5
    a[0], a[1] = a[1], a[0]
    return i


def chain_target(a: pyrx.int64[:], i: int):
    i = a[i] = 2
    return i


def reversed_of_iterator(xs: list[int], which: int):  # level: any
    total = 0
    if which == 0:
        for i, x in reversed(enumerate(xs)):
            total += i * x
    elif which == 1:
        for x, y in reversed(zip(xs, xs)):
            total += y * x
    else:
        for x in reversed(reversed(xs)):
            total += x
    return total


def over_rank_zero(a: NDArray[np.float64]):  # level: any
    total = 0.0
    for x in a:
        total += 1.0
    return total


def enumerate_rank_zero(a: NDArray[np.float64]):  # level: any
    return [i for i, _ in enumerate(a)]


def zip_rank_zero(a: pyrx.float64[:], b: NDArray[np.float64]):  # level: any
    total = 0.0
    for x, _ in zip(a, b):
        total += x
    return total


def reversed_rank_zero(a: NDArray[np.float64]):  # level: any
    return [1 for _ in reversed(a)]


def unpack_object(xs: object, n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i
    x, y = xs
    return x, y, total


def unpack_object_starred(xs: object, n: int):  # level: any
    total = 0
    for i in range(n):
        total += i
    x, *y = xs
    return x, y, total


def unpack_number(n: int):  # level: any
    x, y = n
    return x


def unpack_element(a: pyrx.float64[:]):  # level: any
    x, y = a[0]
    return x


def unpack_array(a: pyrx.float64[:]):  # level: any
    x, y = a
    return x + y


def unpack_rows(a: pyrx.float64[:, :]):  # level: any
    total = 0.0
    for x, y in a:
        total += x * y
    return total


def unpack_text(s: str):  # level: any
    x, y = s
    return y, x


def unpack_bytes(b: bytes):  # level: any
    x, y = b
    return y, x


def unpack_nested_object(xs: object, n: int):  # level: any
    total = 0
    for i in range(n):
        total += i
    for i, (x, y) in enumerate(xs):
        total += x * y + i
    return total


# --- calls
(reversed_of_iterator([1, 2], which) for which in [0, 1, 2])
(weighted(a) for a in (np.array([]), np.array([1.5]), f8(5), f8(5)[::-1], f8(9)[::3], ro(f8(4)), zero_stride(2.0, 3)))  # deviation: 5 -> np.float64(0.0)
(enumerate_from(f8(3), start) for start in (0, 1, -2))
enumerate_after(f8(0))
enumerate_after(f8(3))
(dot(a, b) for a in (f8(0), f8(3), f8(5)[::-1]) for b in (f8(0), f8(4), f8(6)[::2]))  # deviation: 5 -> np.float64(0.0)
(zip_three(f8(4), i8(3), n) for n in (0, 2, 3, 9, -1))  # deviation: 5 -> np.float64(0.0)
zip_enumerate(f8(3), f8(4)[::-1])
zip_strict(f8(3), f8(3))
zip_strict(f8(3), f8(2))
zip_strict(f8(2), f8(3))
(backwards(a) for a in (f8(0), f8(1), f8(4), f8(4)[::-1]))  # deviation: 5 -> np.float64(0.0)
(rows(a) for a in (f8(0, 3), f8(3, 0), f8(2, 3), f8(2, 3).T, f8(4, 4)[::-2, ::2], fort(f8(2, 3))))  # deviation: 5 -> np.float64(0.0)
row_sums(f8(3, 2), np.zeros(3))
row_sums(f8(3, 2), np.zeros(2))
rows_write(f8(3, 2))
rows_write(f8(2, 3).T)
rows_write(f8(2, 0))
rows_write(ro(f8(2, 2)))  # refused: ValueError 'a'
array_changes(f8(3))
array_changes(f8(1))
sum_list([])
sum_list([1, 2, 3])
sum_list([2**62, 2**62, -5])
sum_list([10**30, 1])
sum_list((1, 2))  # refused: TypeError 'xs'
sum_list([1, 2.5])  # refused: TypeError 'xs'
sum_list([1, "a"])  # refused: TypeError 'xs'
sum_list(MyList([1, 2]))
sum_list([True, 2])
sum_list_floats([])
sum_list_floats([0.1] * 10)
sum_list_floats([nan, 1.0])
sum_list_floats([1, 2.5])
list_backwards([1.0, 2.0, 4.0])
list_backwards([])
over_tuple(1, 2, 3)
over_pairs()
over_literal_list(0.5)
(vowels(text) for text in ("", "education", "xyz", "äöü aé"))
(over_bytes(data) for data in (b"", b"\x00\xff", b"abc"))
last_of(i8(3))
last_of(i8(0))
swap(1, 2)
rotate(1, 2, 3)
nested_unpack(9, 3, 2)
starred(1, 2, 3, 4)
starred_first(1, 2)
starred_empty(5)
multiple_targets(4)
unpack_list([5, 3])
unpack_list([5])
unpack_list([5, 3, 1])
index_targets(np.array([3, 4, 7]))
chain_target(np.array([0, 1, 5, 9]), 0)
over_rank_zero(np.array(1.5))
(over_rank_zero(a) for a in (f8(0), f8(3)))
enumerate_rank_zero(np.array(1.5))
zip_rank_zero(f8(2), np.array(1.5))
zip_rank_zero(f8(0), np.array(1.5))
zip_rank_zero(f8(2), f8(3))
reversed_rank_zero(np.array(1.5))
(unpack_object(xs, 3) for xs in (5, None, "ab", "abc", b"ab", [1, 2], (1,), {1: 2, 3: 4}, f8(2), np.array(1.5), range(2), iter([1, 2]), iter([1, 2, 3])))
(unpack_object_starred(xs, 3) for xs in (5, None, "ab", "", b"ab", [1], (), f8(2), np.array(1.5), range(3)))
unpack_number(5)
unpack_element(f8(2))
(unpack_array(a) for a in (f8(2), f8(1), f8(3), f8(0), rev(f8(2)), zero_stride(0.5, 2)))
(unpack_rows(a) for a in (f8(3, 2), f8(2, 3), f8(2, 1)))
(unpack_rows(a) for a in (f8(0, 2), f8(0, 3)))  # deviation: 5 -> np.float64(0.0)
(unpack_text(s) for s in ("ab", "a", "abc", "", "ö😀"))
(unpack_bytes(b) for b in (b"ab", b"a", b"abc", b""))
(unpack_nested_object(xs, 3) for xs in ([(1, 2), (3, 4)], [1], [(1, 2), (3,)], [(1, 2, 3)], [("a", 2)], [("a", "b")], None))
