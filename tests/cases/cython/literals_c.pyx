"""Suffixes of integers, sizes of literals, literals that wrap."""

def literal_sizes():
    return sizeof(1), sizeof(1L), sizeof(1UL), sizeof(1LL), sizeof(1ULL), sizeof(1U), sizeof(1.0), sizeof(10000000000)


def literal_arithmetic(int n, unsigned int u):
    cdef long a = n * 1L
    cdef long long b = n * 1000000LL
    cdef unsigned long c = u * 1UL
    return a, b, c, n * 1000000L, u - 1U, u - 1UL, n - 1U


def shifts(int n):
    return 1 << n, 1L << n, 1UL << n, 1ULL << n, 1U << n


def ternaries(int n):
    cdef unsigned char a = 300 if n else -1
    cdef unsigned int b = -1 if n else 2
    cdef size_t c = -1 if n > 1 else 0
    return a, b, c


def ternary_of(int n, unsigned int u):
    cdef unsigned int b = u if n else -1
    return b


SIZE = 10L
DEF LIMIT = 3UL
cdef int table[4UL]
cdef enum:
    FLAG = 8UL


class Kept:
    word = 0xFFUL


def defaults(long n=5L, x=6LL):
    table[0] = LIMIT
    return n, x, SIZE, Kept.word, FLAG, table[0]


def wide(int n):
    return n + 4294967296U, n + 0xFFFFFFFFU, 2147483648L * n


def last(unsigned int n): return n - 1U


def mixed_in(unsigned int k, unsigned long long h):
    k *= 0xcc9e2d51
    h = (h ^ k) * 0xff51afd7ed558ccd
    return k, h


def mixed_in_variables(unsigned int k):
    cdef unsigned int c = 0xcc9e2d51
    k *= c
    return k


def beyond_double(double x):
    cdef double[2] a = [9223372036854775807, x]
    cdef double y = 9007199254740993
    cdef float z = 16777217
    return a[0], y, z, x + 9223372036854775807, x * 9007199254740993


def object_beyond_double(n):
    cdef double y = n
    return y


def sum_beyond_double(int n):
    v = n
    v = v + 9007199254740992
    cdef double y = v
    return y

# --- calls
literal_sizes()
literal_arithmetic(100000, 3)
literal_arithmetic(-1, 0)
(shifts(n) for n in (0, 5, 31))
(ternaries(n) for n in (0, 1, 2))
(ternary_of(n, 7) for n in (0, 1))
defaults()
(wide(n) for n in (1, -1))
last(0)
(mixed_in(k, 1) for k in (0, 77))
(mixed_in_variables(k) for k in (0, 77, 2**32 - 1))
beyond_double(1.5)
(object_beyond_double(n) for n in (9007199254740993, 2**63 - 1, 2**70))
sum_beyond_double(1)
