# cython: cdivision=True
"""Integers that are written out are C's: `cdivision` divides them as C does, at every place."""
cimport cython

DEF BINS = 1000
DEF HALF_WIDTH = 7
cdef enum:
    SIZE = 9
    HALF = SIZE / 2
WHOLE = 1000 / 6
NOTHING = 1 / 2
BELOW = -7 / 2
TABLE = (7 / 2, [9 / 4], {1 / 2: 3})
cdef double scale = 3 * (1 / 4)
cdef int middle = 7 / 2
cdef double[SIZE / 2] buffer
cdef int[-(-9 / 2)] other


def in_module():
    return WHOLE, NOTHING, BELOW, TABLE, scale, middle, HALF, sizeof(buffer), sizeof(other), WHOLE / 4


def literals(float x):
    cdef int n = 1000, m = 6, half = 1 / 2
    cdef double d = 1 / 2
    k = 1 / 2
    return (<int>(x * (BINS / 6 / 2)), BINS / 6, 1000 / 6, x * (1000 / 6), n / m, n / 6, 1000 / m, SIZE / 2, BINS / SIZE,
            -7 / 2, 7 / -2, (1000 / 6) * n, BINS // 6, BINS % 6, -BINS // 6, -BINS % 6, 2.0 / 4, 3 / 6.0, half, d, k)


cdef double without_lock(double x) noexcept nogil:
    return x * (1 / 2) + x ** (1 / 2) + HALF_WIDTH / 2


def handed_on(double x, by=5 / 2, double share=1 / 4):
    cdef int[BINS / 300] few
    cdef int i
    for i in range(BINS / 300):
        few[i] = i
    return without_lock(x), by, by / 2, share, few[BINS / 300 - 1], "abcdefgh"[9 / 2:], list(range(9))[7 / 2]


@cython.cdivision(False)
def off():
    return 7 / 2, SIZE / 2, -7 / 2


@cython.cdivision(True)
def variables(int n):
    k = 7
    return k / 2, n / 2, n / k, [k / 2]


def comprehensions(int n, int m, some):
    return ([i / 2 for i in range(5)], [i / 2 for i in range(n)], [i / 2 for i in range(1, n + 1)],
            {i: i / 2 for i in range(n)}, {-i % m for i in range(n)}, [-i // 2 for i in range(-n, n)],
            [i / 2 for i in range(some)], list(i / 2 for i in range(4)), [i ** 2 for i in range(n)])


def nested(Py_ssize_t n):
    rows = [[i * j for j in range(n)] for i in range(n)]
    return rows, [row[i] for row in rows for i in range(2)], "".join([chr(97 + i) for i in range(n)]), max([-i for i in range(n)])


def generated(n):
    for i in range(n):
        yield i / 2, 7 / 2, n / 2


class Grid:
    width = 7 / 2

    def __init__(self, start=9 / 2):
        self.start = start

    def parts(self):
        return self.width, self.start, 9 / 2, self.start / 2


def undivided(int n):
    """What nothing divides stays an integer of Python's, which does not wrap."""
    return [i * 4611686018427387904 for i in range(n)], [i for i in range(n) if -i % 3 < 0]


class Texts:
    whole = f"{7 / 2} and {9 / 2:>5}" " tail" f'''{
        5 / 2}'''
    values = (True / 2, -7 / 2 ** 2, 7 / 2 / 2, 7 / 0.5, 1_000 / 7, 0x10 / 3)

# --- calls
in_module()
literals(0.5)
handed_on(3)
handed_on(3, 7, 2)
off()
variables(5)
comprehensions(5, 3, 4)
comprehensions(-1, 3, 0)
(nested(n) for n in (2, 4))
[*generated(3)]
Grid().parts()
Grid(3).parts()
undivided(2)
(Texts.whole, Texts.values)
