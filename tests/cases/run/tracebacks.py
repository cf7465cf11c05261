"""Tracebacks show file, function and line of the failing expression, through calls."""

import traceback

import pyrx


def frames(function, *args):  # level: any
    """The frames below this one, as (function, line)."""
    try:
        function(*args)
    except Exception as error:
        summary = traceback.extract_tb(error.__traceback__)[1:]
        return [(frame.name, frame.lineno, frame.line) for frame in summary], type(error).__name__
    return None


def divide(a: int, b: int):
    return a // b


def through(a: int, b: int):
    x = a + 1
    return divide(x, b) + 1


def through_two(a: int, b: int):
    total = 0
    for i in range(3):
        total += through(
            a,
            b - i,
        )
    return total


def indexed(a: pyrx.float64[:], i: int):
    first = a[0]
    second = a[
        i
    ]
    return first + second


def recursive(n: int) -> int:
    if n == 0:
        return 1 // n
    return recursive(n - 1)


def raised(n: int):
    if n:
        raise ValueError(
            "text"
        )
    return n


def asserted(n: int):
    assert (
        n > 0
    ), "text"
    return n


def in_condition(a: int, b: int):
    if a > 0 and \
            a // b > 1:
        return 1
    return 0


def in_loop_header(n: int, b: int):
    for i in range(
        n // b
    ):
        pass
    return n


def in_while(n: int, b: int):
    while n // b > 0:
        n -= 1
        b -= 1
    return n


def caught_then_raised(a: int, b: int):
    try:
        return a // b
    except ZeroDivisionError:
        raise KeyError(a)


def in_finally(a: int, b: int):
    try:
        a += 1
    finally:
        a //= b
    return a


def in_default_branch(a: int):
    x = 10 // a if a < 5 else 20 // (a - 5)
    return x


def converted(n: int):  # level: any
    return frames(divide, "x", n)


def callback(f, n: int):  # level: any
    total = 0
    for i in range(n):
        total += f(i)
    return total


def calls_back(n: int):  # level: any
    return callback(fails, n)


def fails(n: int):
    return 10 // (2 - n)


def in_list_comprehension(n: int):
    return [
        10
        // (i - 1)
        for i in range(n)
    ]


def in_first_iterable(n: int):
    return [
        i
        for i in range(10 // n)
    ]


def in_second_iterable(n: int):
    return [
        i + j
        for i in range(n)
        for j in range(
            6 // (i - 2))
    ]


def in_condition_of_comprehension(n: int):
    return [i for i in range(n)
            if 6 // (i - 2)]


def in_nested_comprehension(n: int):  # level: any
    return [
        [j for j in range(n)
         if 6 // (j - i)]
        for i in range(n)
    ]


def comprehension_in_generator(n: int):
    return sum(
        [i // j for j in range(n)]
        [0]
        for i in range(n)
    )


def comprehension_starts_generator(n: int):
    return sum([6 // (j - 1) for j in range(i)][0]
               for i in range(n))


def generator_in_comprehension(n: int):
    return [
        sum(6 // (j - 1)
            for j in range(i))
        for i in range(n)
    ]


def called_in_comprehension(n: int):
    return [through(i,
                    i - 2) for i in range(n)]


def objects_in_comprehension(xs: object, n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i * i
    return total, [
        x + 1
        for x in xs
    ]


def inner_objects_in_comprehension(xs: object, n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i * i
    return total, [
        x + 1
        for _ in range(1)
        for x in xs
    ]


def objects_in_generator(xs: object, n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i * i
    return total, sum(
        x + 1
        for x in xs
    )


def inner_objects_in_generator(xs: object, n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i * i
    return total, sum(
        x + 1
        for _ in range(1)
        for x in xs
    )


def unpacked_in_comprehension(xs: object, n: int):  # level: mixed
    total = 0
    for i in range(n):
        total += i * i
    return total, [
        p + q
        for p, q
        in xs
    ]


class Stops:
    """Raises after `n` items."""

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise ValueError("no more")
        return self.n


# --- calls
frames(divide, 1, 0)
frames(divide, 1, 1)
frames(through, 1, 0)
frames(through_two, 1, 2)
frames(through_two, 1, 0)
frames(indexed, np.zeros(2), 5)
frames(indexed, np.zeros(0), 5)
frames(recursive, 3)
frames(raised, 1)
frames(asserted, 0)
frames(in_condition, 1, 0)
frames(in_loop_header, 1, 0)
frames(in_while, 5, 2)
frames(caught_then_raised, 1, 0)
frames(in_finally, 1, 0)
frames(in_default_branch, 0)
frames(in_default_branch, 5)
frames(calls_back, 4)
frames(callback, fails, 4)
frames(callback, lambda n: 1 / n, 4)
frames(in_list_comprehension, 3)
frames(in_first_iterable, 0)
frames(in_second_iterable, 4)
frames(in_condition_of_comprehension, 4)
frames(in_nested_comprehension, 3)
frames(comprehension_in_generator, 3)
frames(comprehension_starts_generator, 4)
frames(generator_in_comprehension, 4)
frames(called_in_comprehension, 4)
frames(objects_in_comprehension, 3, 3)
frames(objects_in_comprehension, Stops(0), 3)
frames(objects_in_comprehension, Stops(2), 3)
frames(objects_in_comprehension, [1, "x"], 3)
frames(inner_objects_in_comprehension, 3, 3)
frames(inner_objects_in_comprehension, Stops(0), 3)
frames(inner_objects_in_comprehension, Stops(2), 3)
frames(inner_objects_in_comprehension, [1, "x"], 3)
frames(objects_in_generator, 3, 3)
frames(objects_in_generator, Stops(0), 3)
frames(objects_in_generator, Stops(2), 3)
frames(objects_in_generator, [1, "x"], 3)
frames(inner_objects_in_generator, 3, 3)
frames(inner_objects_in_generator, Stops(0), 3)
frames(inner_objects_in_generator, Stops(2), 3)
frames(inner_objects_in_generator, [1, "x"], 3)
(frames(unpacked_in_comprehension, xs, 3) for xs in ([1], [(1, 2), (3,)], [(1, "x")]))
