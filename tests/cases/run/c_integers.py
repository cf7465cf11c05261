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
