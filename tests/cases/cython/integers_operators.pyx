"""Arithmetic of C integers: promotion, wraparound, mixed signs, shifts, bits."""


def add_int(int a, int b):
    return a + b


def sub_int(int a, int b):
    return a - b


def mul_int(int a, int b):
    return a * b


def mul_long(long a, long b):
    return a * b


def add_uchar(unsigned char a, unsigned char b):
    return a + b


def store_uchar(unsigned char a, unsigned char b):
    cdef unsigned char c = a + b
    return c


def store_schar(int a):
    cdef signed char c = a
    return c


def store_short(int a):
    cdef short c = a
    return c


def inplace_uchar(unsigned char a):
    a += 1
    return a


def neg_uchar(unsigned char a):
    return -a, ~a


def neg_uint(unsigned int a):
    return -a, ~a


def neg_int(int a):
    return -a, ~a, +a


def neg_ulong(unsigned long a):
    return -a, ~a


def int_plus_uint(int a, unsigned int b):
    return a + b, a - b, a * b


def long_plus_uint(long a, unsigned int b):
    return a + b, a - b


def int_plus_ulong(int a, unsigned long b):
    return a + b, a - b


def ssize_plus_size(Py_ssize_t a, size_t b):
    return a + b, a - b


def compare_mixed(int a, unsigned int b):
    return a < b, a == b, a > b, a <= b


def compare_long_uint(long a, unsigned int b):
    return a < b, a == b, a > b


def compare_uchar(signed char a, unsigned char b):
    return a < b, a == b


def chain(int a, int b, int c):
    return a < b <= c, a <= b < c != a


def shift_int(int a, int n):
    return a << n, a >> n


def shift_uint(unsigned int a, int n):
    return a << n, a >> n


def shift_long(long a, int n):
    return a << n, a >> n


def shift_uchar(unsigned char a, int n):
    return a << n, a >> n


def bits(int a, int b):
    return a & b, a | b, a ^ b


def bits_mixed(int a, unsigned long b):
    return a & b, a | b, a ^ b


def plus_literal(int a):
    return a + 1, a - 1, a * 2


def plus_big_literal(int a):
    return a + 4294967296


def literal_left(unsigned int a):
    return 0 - a, 10 - a


def bool_arithmetic(bint a, bint b):
    return a + b, a - b, a * 3, -a, ~a


def bint_from_int(int x):
    cdef bint v = x
    return v, v + v, <int>v


def logic(int a, int b):
    return a and b, a or b, not a


def conditional(int a, unsigned char b, bint which):
    return a if which else b


def minmax(int a, long b):
    return min(a, b), max(a, b), min(a, b, 3)


def absolute(int a, long b):
    return abs(a), abs(b)


def lcg(unsigned int seed, int n):
    cdef int i
    for i in range(n):
        seed = seed * 1664525 + 1013904223
    return seed


def fnv(bytes data):
    cdef unsigned long long h = 14695981039346656037ULL
    cdef unsigned char c
    for c in data:
        h = (h ^ c) * 1099511628211ULL
    return h


def hex_literals():
    cdef int a = 0xFF, b = 0o17, c = 0b101, d = 1_000
    cdef unsigned long e = 0xFFFFFFFFFFFFFFFF
    cdef long f = -0x8000000000000000
    return a, b, c, d, e, f


def multiple(int a):
    cdef int x, y = 2, z = a
    x = y = z + 1
    x += y
    x -= 1
    x *= 3
    x |= 64
    x &= 0x7F
    x ^= 5
    x <<= 2
    x >>= 1
    return x, y, z

# --- calls
(add_int(a, b) for a in (0, 2**31 - 1, -(2**31)) for b in (1, -1, 2**31 - 1))
(sub_int(a, b) for a in (0, 2**31 - 1, -(2**31)) for b in (1, -1))
(mul_int(a, b) for a in (3, 2**16, 2**31 - 1, -(2**31)) for b in (0, -1, 2**16))
(mul_long(a, b) for a in (3, 2**62) for b in (4, -4, 2**31))
(add_uchar(a, b) for a in (0, 255) for b in (1, 255))
(store_uchar(a, b) for a in (0, 255) for b in (1, 255))
(store_schar(a) for a in (127, 128, 255, 256, -129))
(store_short(a) for a in (32767, 32768, 65536, -32769))
(inplace_uchar(a) for a in (0, 254, 255))
(neg_uchar(a) for a in (0, 1, 255))
(neg_uint(a) for a in (0, 1, 2**32 - 1))
(neg_int(a) for a in (0, 1, 2**31 - 1, -(2**31)))
(neg_ulong(a) for a in (0, 1, 2**63))
(int_plus_uint(a, b) for a in (0, -1, -5) for b in (0, 3, 2**32 - 1))
(long_plus_uint(a, b) for a in (0, -5) for b in (3, 2**32 - 1))
(int_plus_ulong(a, b) for a in (0, -5) for b in (3, 2**64 - 1))
(ssize_plus_size(a, b) for a in (0, -5) for b in (3, 2**63))
(compare_mixed(a, b) for a in (-1, 0, 1) for b in (0, 1, 2**32 - 1))
(compare_long_uint(a, b) for a in (-1, 0, 1) for b in (1, 2**32 - 1))
(compare_uchar(a, b) for a in (-1, 5) for b in (5, 255))
(chain(a, b, c) for a in (1, 2) for b in (1, 2, 3) for c in (2, 3))
(shift_int(a, n) for a in (1, -1, 255) for n in (0, 1, 31))
(shift_uint(a, n) for a in (1, 2**32 - 1) for n in (0, 1, 31))
(shift_long(a, n) for a in (1, -1) for n in (0, 40, 63))
(shift_uchar(a, n) for a in (1, 255) for n in (0, 7, 20))
(bits(a, b) for a in (0, 5, -1) for b in (3, -8))
(bits_mixed(a, b) for a in (5, -1) for b in (3, 2**63))
(plus_literal(a) for a in (0, 2**31 - 1, -(2**31)))
(plus_big_literal(a) for a in (0, -1, 2**31 - 1))
(literal_left(a) for a in (0, 1, 20))
(bool_arithmetic(a, b) for a in (True, False) for b in (True, False))
(bint_from_int(x) for x in (0, 1, 5, -1))
(logic(a, b) for a in (0, 3) for b in (0, 7))
(conditional(a, b, w) for a in (-1, 300) for b in (200,) for w in (0, 1))
(minmax(a, b) for a in (1, -5) for b in (2**40, -(2**40), 3))
(absolute(a, b) for a in (0, -5, 5) for b in (-(2**40), 7))
(lcg(seed, n) for seed in (0, 1, 2**32 - 1) for n in (0, 1, 100))
(fnv(data) for data in (b"", b"a", b"hello\xff"))
hex_literals()
(multiple(a) for a in (0, 7, -3))
