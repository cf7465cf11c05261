"""Generator expressions that a call consumes at once, and `sum`, `min`, `max`, `any`, `all`, `list`, `tuple` of them."""

import math

import numpy as np

import pyrx


def squares(n: int):
    return sum(i * i for i in range(n))


def grows(n: int):
    return sum(3**i for i in range(n))


def squares_of(a: pyrx.float64[:]):
    return sum(x * x for x in a)


def squares_single(a: pyrx.float32[:]):
    return sum(x * x for x in a)


def sum_bytes(a: pyrx.uint8[:]):
    return sum(x for x in a)


def count_above(a: pyrx.float64[:], limit: float):
    return sum(x > limit for x in a)


def count_even(n: int):
    return sum(i % 2 == 0 for i in range(n))


def halves(n: int):
    return sum(i / 2 for i in range(n))


def tenths(n: int):
    return sum(0.1 for _ in range(n))


def cancelling(xs: list[float]):
    return sum(x for x in xs), sum(xs)


def cancelling_tuple(x: float, y: float, z: float):
    return sum((x, y, z, -x))


def with_start(xs: list[float], start: float):
    return sum((x for x in xs), start), sum(xs, 0.5)


def with_int_start(n: int):
    return sum((i for i in range(n)), 10), sum([n, n], n)


def float_from_int_start(xs: list[float]):  # level: any
    return sum((x for x in xs), 3)


def filtered(n: int):
    return sum(i * j for i in range(n) if i % 2 for j in range(i) if j != 3)


def pairs_in_list(n: int):
    return [i * 10 + j for i in range(n) for j in range(i) if (i + j) % 2]


def smallest(a: pyrx.float64[:]):
    return min(abs(x) for x in a), max(x * 2 for x in a)


def smallest_int(n: int):
    return min((i - 3) ** 2 for i in range(n))


def extreme_filtered(xs: list[int], limit: int):
    return max(x for x in xs if x < limit)


def with_default(xs: list[int]):  # level: any
    return max((x for x in xs), default=-1)


def any_all(a: pyrx.float64[:], limit: float):
    return any(x > limit for x in a), all(x <= limit for x in a), any(x for x in a), all(x for x in a)


def any_stops(xs: list[int]):
    return any(10 // x > 4 for x in xs)


def all_stops(xs: list[int], ys: list[int]):
    return all(x // y for x, y in zip(xs, ys))


def any_nested(m: pyrx.float64[:, :]):
    return any(m[i, j] < 0 for i in range(m.shape[0]) for j in range(m.shape[1]))


def any_of_list(xs: list[int]):
    return any(xs), all(xs)


def is_prime(n: int):
    return n > 1 and all(n % d for d in range(2, int(n**0.5) + 1))


def primes(n: int):
    return [i for i in range(n) if is_prime(i)]


def primes_inline(n: int):
    return sum(all(i % d for d in range(2, i)) for i in range(2, n))


def found(a: pyrx.float64[:], limit: float):  # level: any
    if any((last := x) > limit for x in a):
        return last
    return None


def listed(a: pyrx.float64[:]):
    return list(x + 1 for x in a)


def listed_length(n: int):
    xs = list(i * i for i in range(n))
    return len(xs) + sum(xs)


def tupled(n: int):  # level: any
    return tuple(i * i for i in range(n)), sorted(-i for i in range(n))


def exact(xs: list[float]):  # level: any
    return math.fsum(x * 0.1 for x in xs)


def product(n: int):  # level: any
    return math.prod(i for i in range(1, n))


def norm(a: pyrx.float64[:]):
    return math.sqrt(sum(x * x for x in a))


def dot(a: pyrx.float64[:], b: pyrx.float64[:]):
    return sum(x * y for x, y in zip(a, b))


def rows(m: pyrx.float64[:, :]):
    return [sum(x for x in row) for row in m]


def in_loop(m: pyrx.float64[:, :], out: pyrx.float64[:]):
    for i in pyrx.prange(m.shape[0]):
        out[i] = max(m[i, j] for j in range(m.shape[1]))
    return out


def own_names(n: int):
    i = 100
    total = sum(i for i in range(n))
    return total + i


def raises_inside(n: int):
    return sum(100 // (3 - i) for i in range(n))


def stores_then_raises(out: pyrx.float64[:], n: int):
    out[0] = 1.0
    return sum(100 // (3 - i) for i in range(n))


def nested_raise(n: int):
    return sum(
        max(j // (i - 2) for j in range(5))
        for i in range(n)
    )


def first_iterable(n: int):
    return sum(i for i in range(10 // n))


def handled(n: int):
    try:
        return sum(i // (n - i) for i in range(5))
    except ZeroDivisionError:
        return -1


def of_objects(xs):  # level: any
    return sum(x for x in xs), any(x for x in xs), all(x for x in xs)


def objects_extreme(xs: object):  # level: any
    return min(x for x in xs), max(len(x) for x in xs)


def any_object(xs: object, n: int):  # level: any
    return any(x == n for x in xs)


def elsewhere(n: int):  # level: interpreted
    g = (i for i in range(n))
    return next(g), sum(g)


def next_inside(xs: object, n: int):  # level: interpreted
    it = iter(xs)
    return sum(next(it) for _ in range(n))


def shadowed_sum(n: int, sum: object):  # level: interpreted
    return sum(i for i in range(n))


def keeps(values):  # level: any
    return list(values)[::-1]


def list_of_range(n: int):
    xs = list(range(n, 0, -2))
    xs.append(n)
    return xs, len(xs)


def list_of_list(xs: list[float]):
    ys = list(xs)
    ys.append(1.5)
    return len(xs), ys


def list_of_bytes(data: bytes):
    return list(data)


def list_of_array(a: pyrx.int32[:]):
    return list(a)


def list_of_tuple(t: tuple[int, int, int]):
    return list(t)


def list_of_nothing(n: int):
    xs = list()
    for i in range(n):
        xs.append(i * i)
    return xs


def list_of_rows(a: pyrx.float64[:, :]):  # level: any
    return [float(row.sum()) for row in list(a)]


def list_of_text(s: str):  # level: any
    return list(s)


# --- calls
list_of_range(10**17)
(list_of_range(n) for n in (0, 1, 7, -3))
(list_of_list(xs) for xs in ([], [2.0], [1.0, 2.0]))
(list_of_bytes(d) for d in (b"", b"abc"))
(list_of_array(a) for a in (np.arange(0, dtype=np.int32), np.arange(5, dtype=np.int32)[::-2]))
list_of_tuple((1, 2, 3))
(list_of_nothing(n) for n in (0, 4))
list_of_rows(np.ones((2, 3)))
(list_of_text(s) for s in ("", "größe"))
(squares(n) for n in (0, 1, 10))
(grows(n) for n in (3, 60))
(squares_of(a) for a in (f8(4), f8(5)[::-2], np.array([1.0, inf]), np.array([nan, -0.0])))
squares_of(f8(0))  # deviation: 5 -> np.float64(0.0)
squares_single(np.array([0.1, 0.2, 0.3], np.float32))
sum_bytes(np.array([200, 100, 50], np.uint8))
(count_above(f8(6), x) for x in (2.0, nan))
(count_even(n) for n in (0, 7))
halves(5)
halves(0)  # deviation: 5 -> 0.0
(tenths(n) for n in (1, 10, 1000))
(cancelling(xs) for xs in ([1e100, 1.0, -1e100, 1.0], [1.0, 1e16, -1e16], [inf, 1.0], [inf, -inf], [nan], [1e308, 1e308, -1e308], [-0.0], [-0.0, -0.0]))
cancelling([])  # deviation: 5 -> (0.0, 0.0)
(cancelling_tuple(x, y, z) for x, y, z in ((1e16, 1.0, 1.0), (inf, 1.0, nan)))
(with_start(xs, start) for xs in ([], [0.1, 0.2, 1e16, -1e16]) for start in (1e16, -0.0))
(with_int_start(n) for n in (0, 5))
(float_from_int_start(xs) for xs in ([], [0.1, 0.2, 0.3, 1e16, -1e16]))
(filtered(n) for n in (0, 3, 9))
(pairs_in_list(n) for n in (0, 2, 5))
(smallest(a) for a in (f8(5), np.array([-0.0, 0.0]), np.array([nan, 1.0]), np.array([1.0, nan])))
smallest(f8(0))
(smallest_int(n) for n in (1, 9))
smallest_int(0)
(extreme_filtered([3, 9, 4], n) for n in (100, 5, 0))
(with_default(xs) for xs in ([], [3]))
(any_all(a, x) for a in (f8(0), f8(4)) for x in (-1.0, 2.0, 9.0))
(any_stops(xs) for xs in ([], [5, 2, 0], [5, 3], [5, 0, 1]))
(all_stops(xs, [1, 2, 0]) for xs in ([], [1, 1, 1], [1, 2, 3]))
(any_nested(m) for m in (np.zeros((2, 3)), -np.eye(2), np.zeros((0, 3))))
(any_of_list(xs) for xs in ([], [0], [0, 1], [2, 3]))
(is_prime(n) for n in (-1, 0, 2, 9, 97))
primes(30)
primes_inline(20)
(found(f8(5), x) for x in (2.0, 10.0))
listed(f8(3))
listed(f8(0))
listed_length(4)
tupled(4)
tupled(0)
exact([0.1] * 10)
exact([])
(product(n) for n in (0, 5, 30))
norm(f8(4))
dot(f8(3), f8(4))
rows(np.arange(6.0).reshape(2, 3))
in_loop(np.arange(6.0).reshape(2, 3), np.zeros(2))
own_names(4)
(raises_inside(n) for n in (2, 5))
stores_then_raises(np.zeros(1), 5)
(nested_raise(n) for n in (0, 2, 3))
(first_iterable(n) for n in (2, 0))
(handled(n) for n in (3, 9))
(of_objects(xs) for xs in ([1, 2.5], (), [0.1, 0.2, 0.3], [0, ""], {3: 4}))
objects_extreme(["b", "aa"])
objects_extreme([])
(any_object(xs, 3) for xs in ([1, 3], (), "abc"))
elsewhere(4)
next_inside([1, 2], 2)
next_inside([1, 2], 3)
shadowed_sum(3, keeps)
