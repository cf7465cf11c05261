"""C rules, asked for by `pyrx.int32` and friends on scalars and by directives."""

import pyrx


def add32(a: pyrx.int32, b: pyrx.int32):
    return a + b


def mul64(a: pyrx.int64, b: pyrx.int64):
    return a * b


def unsigned(a: pyrx.uint8, b: pyrx.uint8):
    return a + b


def floor(a: pyrx.int32, b: pyrx.int32):
    return a // b, a % b


def true_division(a: pyrx.int32, b: pyrx.int32):
    return a / b


def single(x: pyrx.float32):
    return x * 3


def double(x: pyrx.float64):
    return x / 3


def small(a: pyrx.int8):
    return -a, a + 1, a


def flag(b: pyrx.bool_):
    return not b


def complex_single(z: pyrx.complex64):
    return z * z


def bits(a: pyrx.uint32, n: pyrx.int32):
    return a & 0xFF, a | 1, a ^ 5, a >> n


def hash_wraps(n: pyrx.uint32):
    h: pyrx.uint32 = 5381
    for i in range(10):
        h = h * 33 + n
    return h


def counter(n: pyrx.int64):
    total: pyrx.int64 = 0
    for i in range(n):
        total += i
    return total


def index(a: pyrx.float64[:], i: pyrx.int32):
    return a[i]


@pyrx.cdivision(True)
def c_division(a: pyrx.int32, b: pyrx.int32):
    return a % b


@pyrx.overflowcheck(True)
def checked(a: pyrx.int32, b: pyrx.int32):
    return a * b


@pyrx.boundscheck(False)
@pyrx.wraparound(False)
def unchecked(a: pyrx.float64[:]):
    total = 0.0
    for i in range(a.shape[0]):
        total += a[i]
    return total


@pyrx.boundscheck(False)
def unchecked_wraps(a: pyrx.float64[:], i: int):
    return a[i]


def block_directive(a: pyrx.float64[:]):
    total = 0.0
    with pyrx.boundscheck(False), pyrx.wraparound(False):
        for i in range(a.shape[0]):
            total += a[i]
    return total


@pyrx.compile
def compiled(x: float):
    return x + 1


@pyrx.compile(strict=True, boundscheck=False)
def compiled_strict(a: pyrx.float64[:]):
    return a[0]


@pyrx.fastmath
def fast(a: pyrx.float64[:]):
    total = 0.0
    for x in a:
        total += x
    return total


def cast(n: int):  # level: any
    return pyrx.int32(n), pyrx.float32(0.1), pyrx.uint8(n)


def with_literal(a: pyrx.int32):
    return a + 1, a * 2 - 1, a < 100


def mixed_with_python(a: pyrx.int32, n: int):
    return a + n


def mixed_with_float(a: pyrx.int32, x: float):
    return a * x


@pyrx.boundscheck(False)
@pyrx.wraparound(False)
def unchecked_shift(a: pyrx.float64[:], b: pyrx.float64[:]):
    for i in range(1, b.shape[0]):
        a[i] = b[i - 1] + 1.0


@pyrx.cdivision(True)
def c_division_in_place(a: pyrx.int32[:], n: pyrx.int32):
    for i in range(a.shape[0]):
        a[i] = a[i] // n


def sized_total(a: pyrx.int32[:]):
    total: pyrx.int32 = 0
    for i in range(a.shape[0]):
        total += a[i]
    return total


def sized_float_total(a: pyrx.float32[:], x: pyrx.float32):
    total: pyrx.float32 = x
    for i in range(a.shape[0]):
        total += a[i] * x
    return total


@pyrx.overflowcheck(True)
def checked_in_loop(a: pyrx.int32[:], n: pyrx.int32):
    for i in range(a.shape[0]):
        a[i] = n * (i + 1)


def sixteen(n: pyrx.int16, m: pyrx.uint16):
    return n - m, n * m, m // n, -m


# --- calls
(add32(a, b) for a in (0, 5, -7) for b in (0, 3))
add32(2**31 - 1, 1)  # asked: -> -(2**31)
add32(2**31, 0)  # refused: OverflowError
add32(-(2**31) - 1, 0)  # refused: OverflowError
add32(1.5, 0)  # refused: TypeError 'a'
add32("a", 0)  # refused: TypeError 'a'
add32(None, 0)  # refused: TypeError 'a'
add32(Index(4), 1)  # asked: -> 5
add32(np.int64(4), 1)  # asked: -> 5
add32(True, 1)  # asked: -> 2
(mul64(a, b) for a in (0, 3, -3) for b in (5, 2**40))
mul64(2**62, 4)  # asked: -> 0
mul64(2**63, 1)  # refused: OverflowError
(unsigned(a, 5) for a in (0, 100))
unsigned(-1, 0)  # refused: OverflowError
unsigned(256, 0)  # refused: OverflowError
(floor(a, b) for a in (7, -7, 0) for b in (2, -2))
floor(1, 0)
true_division(7, 2)
true_division(1, 0)
single(0.5)
single(0.1)  # asked: -> float(np.float32(0.1) * np.float32(3))
single(3)  # asked: -> 9.0
double(1.0)
double(2)  # asked: -> 2 / 3
small(5)
small(127)  # asked: -> (-127, 128, 127)
small(128)  # refused: OverflowError
flag(True)
flag(False)
complex_single(1 + 2j)
bits(0xFFF, 3)
hash_wraps(0)  # asked: -> 5381 * 33**10 % 2**32
(counter(n) for n in (0, 10, 1000))
(index(f8(3), i) for i in (0, -1, 3))
c_division(7, 3)
c_division(-7, 3)  # asked: -> -1
checked(3, 5)
checked(2**20, 2**20)  # asked: raises OverflowError
unchecked(f8(4))
unchecked_wraps(f8(3), -1)
block_directive(f8(4))
compiled(1.5)
compiled_strict(f8(2))
fast(f8(5))
cast(5)  # asked: -> (5, float(np.float32(0.1)), 5)
with_literal(5)
mixed_with_python(5, 7)
mixed_with_float(5, 0.5)
(unchecked(view(f8(4))) for view in (rev, ro, every2))
unchecked(f8(0))  # deviation: 5 -> np.float64(0.0)
unchecked(zero_stride(0.1, 3))
unchecked(np.array(1.5))  # refused: TypeError 'a'
(add32(a, np.array(3)) for a in (4, np.array(5, np.int8), np.uint8(7)))  # asked: -> int(a) + 3
add32(np.array([4]), 1)  # refused: TypeError 'a'
add32(np.array(1.5), 1)  # refused: TypeError 'a'
add32(np.float64(4), 1)  # refused: TypeError 'a'
add32(MyInt(4), 1)
add32(2**70, 1)  # refused: OverflowError
unsigned(np.int8(-1), 0)  # refused: OverflowError
single(np.array(0.5))  # asked: -> 1.5
single(np.float32(0.1))  # asked: -> float(np.float32(0.1) * np.float32(3))
single(inf)
single(nan)
(flag(x) for x in (np.True_, np.array(True)))  # asked: -> False
unchecked_shift((x := f8(5)), x)
unchecked_shift((x := f8(5)), rev(x))
unchecked_shift((x := f8(6))[1:], x[:-1])
unchecked_shift(f8(0), f8(0))
unchecked_shift(rev(f8(4)), ro(f8(4)))
unchecked_shift(ro(f8(4)), f8(4))  # refused: ValueError 'a'
c_division_in_place(np.array([7, 5], np.int32), 2)
c_division_in_place(rev(np.array([7, -7], np.int32)), 7)
c_division_in_place(ro(np.array([7], np.int32)), 2)  # refused: ValueError 'a'
c_division_in_place(np.array([], np.int32), 2)
sized_total(np.array([5, 7], np.int32))  # asked: -> 12
sized_total(rev(np.array([2**31 - 1, 1], np.int32)))  # asked: -> -(2**31)
sized_total(np.array([], np.int32))
sized_total(zero_stride(np.int32(5), 4))  # asked: -> 20
sized_total(ro(np.array([5, 7], np.int32)))  # asked: -> 12
sized_float_total(np.array([], np.float32), 0.5)
sized_float_total(rev(np.array([0.5, 0.25], np.float32)), 0.5)  # asked: -> 0.875
checked_in_loop(np.zeros(3, np.int32), 5)
checked_in_loop(np.zeros(0, np.int32), 5)
checked_in_loop(np.zeros(3, np.int32), 2**30)  # asked: raises OverflowError
sixteen(5, 3)
sixteen(0, 3)
sixteen(-(2**15), 2**16 - 1)  # asked: -> (-98303, -2147450880, -2, -65535)
sixteen(np.int16(5), np.uint16(3))  # asked: -> (2, 15, 0, -3)
