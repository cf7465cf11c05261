# cython: language_level=2
"""language_level=2: `/` of integers floors, text is bytes-like str, print is a statement."""
WIDTH = 7 / 2
BELOW = [-7 / 2, 7.0 / 2, (9 / 2) / 3]


def divide(int a, int b):
    return a / b


def divide_double(double a, int b):
    return a / b


def divide_long(long a, long b):
    return a / b, a // b


def objects(a, b):
    return a / b


def literal():
    return 7 / 2, -7 / 2


def at_module_level():
    return WIDTH, BELOW, WIDTH / 2


def generated(n):
    for i in range(n):
        yield 7 / 2, -7 / 2, n / 2


class Grid:
    width = 7 / 2

    def parts(self, start=9 / 2):
        return self.width, start, 9 / 2, start / 2

# --- calls
(divide(a, b) for a in (7, -7) for b in (2, -2, 0))
divide_double(7, 2)
(divide_long(a, b) for a in (7, -7) for b in (2,))
(objects(a, b) for a in (7, 7.5) for b in (2,))
literal()
(divide_double(x, 2) for x in [nan, inf, -0.0])
at_module_level()
[*generated(3)]
Grid().parts()
