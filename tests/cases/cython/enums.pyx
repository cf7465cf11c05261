"""cdef enums, anonymous enums, cpdef enums."""


cdef enum Colour:
    RED
    GREEN = 5
    BLUE


cdef enum:
    SIZE = 4
    TWICE = SIZE * 2
    FLAG_A = 1 << 0
    FLAG_B = 1 << 3


cpdef enum Mode:
    NEAREST = 0
    REFLECT = 1
    WRAP = 7


ctypedef enum Direction:
    LEFT = -1
    RIGHT = 1


cdef Colour next_colour(Colour c) noexcept nogil:
    if c == RED:
        return GREEN
    elif c == GREEN:
        return BLUE
    return RED


def values():
    return RED, GREEN, BLUE, SIZE, TWICE


def qualified():
    return Colour.RED, Colour.BLUE


def step(int c):
    return next_colour(<Colour>c)


def flags(int x):
    return bool(x & FLAG_A), bool(x & FLAG_B), FLAG_A | FLAG_B


cdef int clamp(int i, int n, Mode mode):
    if mode == Mode.NEAREST:
        return 0 if i < 0 else (n - 1 if i >= n else i)
    elif mode == REFLECT:
        return -i - 1 if i < 0 else (2 * n - i - 1 if i >= n else i)
    elif mode == WRAP:
        return i % n
    return -1


def call_clamp(int i, int n, int mode):
    return clamp(i, n, <Mode>mode)


def with_mode(Mode mode):
    return mode


def move(int x, int to_right):
    cdef Direction d = RIGHT if to_right else LEFT
    return x + d


def switch(int c):
    if c == RED:
        return "red"
    elif c == GREEN:
        return "green"
    elif c == BLUE:
        return "blue"
    return "none"

# --- calls
values()
qualified()
(step(c) for c in (0, 5, 6))
(flags(x) for x in (0, 1, 8, 9))
(call_clamp(i, 5, m) for i in (-2, 0, 6) for m in (0, 1, 7))
call_clamp(1, 5, 99)
with_mode(1)
with_mode(Mode.WRAP)
int(Mode.WRAP)
Mode.REFLECT == 1
[m.name for m in Mode]
hasattr(module, "RED")
hasattr(module, "Colour")
(move(3, r) for r in (0, 1))
(switch(c) for c in (0, 5, 6, 7))
