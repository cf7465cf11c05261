"""libc.limits, libc.float, libc.stdint: constants and types."""
from libc.float cimport DBL_DIG, DBL_EPSILON, DBL_MAX, DBL_MAX_10_EXP, DBL_MAX_EXP, DBL_MIN, DBL_MIN_EXP
from libc.float cimport FLT_DIG, FLT_EPSILON, FLT_MANT_DIG, FLT_MAX, FLT_MIN, FLT_RADIX
from libc.limits cimport CHAR_BIT, INT_MAX, INT_MIN, LLONG_MAX, LONG_MAX, LONG_MIN, SHRT_MAX, UCHAR_MAX, UINT_MAX, ULONG_MAX
from libc.stdint cimport INT64_MAX, INT8_MIN, SIZE_MAX, UINT16_MAX, UINT32_MAX, int64_t, intptr_t, uint8_t, uint32_t, uint64_t


def limits():
    return CHAR_BIT, UCHAR_MAX, SHRT_MAX, INT_MIN, INT_MAX, UINT_MAX, LONG_MIN, LONG_MAX, ULONG_MAX, LLONG_MAX


def floats():
    return DBL_MAX, DBL_MIN, DBL_EPSILON, DBL_DIG, FLT_MAX, FLT_EPSILON


def fixed():
    return INT8_MIN, UINT16_MAX, UINT32_MAX, INT64_MAX, SIZE_MAX


def wraps():
    cdef int a = INT_MAX
    cdef long b = LONG_MAX
    a += 1
    b += 1
    return a, b


def minimum(double[:] a):
    cdef double best = DBL_MAX
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        if a[i] < best:
            best = a[i]
    return best


def maximum_int(int[:] a):
    cdef int best = INT_MIN
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        best = max(best, a[i])
    return best


def mix(uint64_t x):
    x ^= x >> 33
    x *= <uint64_t>0xff51afd7ed558ccd
    x ^= x >> 33
    x *= <uint64_t>0xc4ceb9fe1a85ec53
    x ^= x >> 33
    return x


def rotate(uint32_t x, int n):
    return (x << n) | (x >> (32 - n))


def checksum(const uint8_t[:] data):
    cdef uint32_t a = 1, b = 0
    cdef Py_ssize_t i
    for i in range(data.shape[0]):
        a = (a + data[i]) % 65521
        b = (b + a) % 65521
    return (b << 16) | a


def signed(int64_t x, intptr_t y):
    return x + y, x < y


def of_floats(x):
    cdef float m = FLT_MAX
    return FLT_MAX, FLT_EPSILON, FLT_MIN, DBL_MAX, DBL_DIG, FLT_DIG, FLT_MANT_DIG, m, INT_MAX, LLONG_MAX


def of_exponents():
    return DBL_MIN_EXP, DBL_MAX_EXP, FLT_RADIX, DBL_MAX_10_EXP

# --- calls
limits()
floats()
fixed()
wraps()
(minimum(a) for a in (f8(0), f8(3)))
maximum_int(np.array([3, -7], np.intc))
maximum_int(np.zeros(0, np.intc))
(mix(x) for x in (0, 1, 2**64 - 1))
(rotate(x, n) for x in (1, 0x80000001) for n in (1, 7))
(checksum(d) for d in (b"", b"Wikipedia", bytes(range(256)) * 30))
signed(-1, 2**40)
of_floats(0)
of_exponents()
