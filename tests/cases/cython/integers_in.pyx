"""Python objects to C integers and back: range, kinds of objects, texts of errors."""
from libc.stdint cimport int8_t, int16_t, int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t


def as_char(char x):
    return x


def as_schar(signed char x):
    return x


def as_uchar(unsigned char x):
    return x


def as_short(short x):
    return x


def as_ushort(unsigned short x):
    return x


def as_int(int x):
    return x


def as_uint(unsigned int x):
    return x


def as_long(long x):
    return x


def as_ulong(unsigned long x):
    return x


def as_longlong(long long x):
    return x


def as_ulonglong(unsigned long long x):
    return x


def as_size_t(size_t x):
    return x


def as_ssize_t(Py_ssize_t x):
    return x


def as_bint(bint x):
    return x


def as_i8(int8_t x):
    return x


def as_i16(int16_t x):
    return x


def as_i32(int32_t x):
    return x


def as_i64(int64_t x):
    return x


def as_u8(uint8_t x):
    return x


def as_u16(uint16_t x):
    return x


def as_u32(uint32_t x):
    return x


def as_u64(uint64_t x):
    return x


def local(x):
    cdef int n = x
    return n


def local_later(x):
    cdef unsigned char n
    n = x
    return n

# --- calls
(as_char(x) for x in (0, 127, -128, 128, -129, True))
(as_schar(x) for x in (0, 127, -128, 128, -129))
(as_uchar(x) for x in (0, 255, 256, -1))
(as_short(x) for x in (32767, -32768, 32768, -32769))
(as_ushort(x) for x in (65535, 65536, -1))
(as_int(x) for x in (0, 2**31 - 1, -(2**31), 2**31, -(2**31) - 1, 2**64, True, False))
(as_uint(x) for x in (0, 2**32 - 1, 2**32, -1, 2**70))
(as_long(x) for x in (2**63 - 1, -(2**63), 2**63, -(2**63) - 1))
(as_ulong(x) for x in (2**64 - 1, 2**64, -1))
(as_longlong(x) for x in (2**63 - 1, -(2**63), 2**63))
(as_ulonglong(x) for x in (2**64 - 1, 2**64, -1))
(as_size_t(x) for x in (0, 2**64 - 1, 2**64, -1))
(as_ssize_t(x) for x in (0, 2**63 - 1, -(2**63), 2**63))
(as_i8(x) for x in (-128, 127, 128))
(as_i16(x) for x in (-32768, 32768))
(as_i32(x) for x in (-(2**31), 2**31))
(as_i64(x) for x in (-(2**63), 2**63))
(as_u8(x) for x in (255, 256, -1))
(as_u16(x) for x in (65535, 65536, -1))
(as_u32(x) for x in (2**32 - 1, 2**32, -1))
(as_u64(x) for x in (2**64 - 1, 2**64, -1))
(as_bint(x) for x in (0, 1, 5, -1, 2**70, 0.0, 0.5, "", "x", [], [0], None))
as_bint(np.array([1, 2]))
(as_int(x) for x in (1.0, 1.5, -1.5, nan, "1", b"1", None, [1], 1j))
(as_ssize_t(x) for x in (1.5, "1", None, [1]))
(as_uchar(x) for x in ("a", None))
as_int(Index(5))
as_ssize_t(Index(5))
as_long(Index(5))
as_int(MyInt(7))
(as_int(np.int64(x)) for x in (3, 2**40))
as_int(np.uint8(200))
as_int(np.bool_(True))
as_int(np.float64(2.5))
as_int(np.array(4))
as_int(np.array([4]))
as_int()
as_int(1, 2)
as_int(y=1)
as_int(x=3)
(local(x) for x in (5, 2**31, "a", None))
(local_later(x) for x in (255, 256, -1, "a"))
