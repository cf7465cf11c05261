"""Casts between C numbers, and between C numbers and objects."""
from libc.stdint cimport int64_t, uint8_t, uint32_t


def int_of_double(double x):
    return <int>x, <long>x


def uchar_of_int(int x):
    return <unsigned char>x, <signed char>x, <short>x, <unsigned short>x


def unsigned_of_int(int x):
    return <unsigned int>x, <unsigned long>x, <size_t>x


def int_of_unsigned(unsigned int x):
    return <int>x, <long>x, <short>x


def int_of_long(long x):
    return <int>x, <uint32_t>x, <uint8_t>x


def float_of_double(double x):
    return <float>x, <double><float>x


def double_of_long(long x):
    return <double>x, <float>x


def bint_of(int x, double y):
    return <bint>x, <bint>(x > 0), <bint>(y != 0)


def divide(int a, int b):
    return <double>a / b, <float>a / <float>b


def precedence(int a, double x):
    return <int>x + a, <int>(x + a), -<int>x, <int>-x


def nested(double x):
    return <unsigned char><int>x


def object_to_int(x):
    return <int>x


def object_to_double(x):
    return <double>x


def int_to_object(int x):
    return <object>x


def checked(x):
    return <list?>x


def unchecked(x):
    return <list>x


def in_loop(double[:] a):
    cdef Py_ssize_t i
    cdef int64_t total = 0
    for i in range(a.shape[0]):
        total += <int64_t>(a[i] * 10)
    return total


def in_index(double[:] a, double x):
    return a[<Py_ssize_t>(x * a.shape[0])]


def comparison(int a, unsigned int b):
    return a < <int>b, <long>a < <long>b, <unsigned int>a < b


def sign_extension(signed char c):
    return <int>c, <unsigned int>c, <unsigned char>c, <int><unsigned char>c


def quantise(double x):
    cdef unsigned char q = <unsigned char>(x * 255 + 0.5)
    return q


def halves(unsigned long x):
    return <unsigned int>(x >> 32), <unsigned int>x, (<unsigned long>(<unsigned int>x)) << 32

# --- calls
(int_of_double(x) for x in (0.0, 1.9, -1.9, 2147483647.0, -0.5, 1e9))
(uchar_of_int(x) for x in (0, 127, 128, 255, 256, -1, 65535, 65536, -129))
(unsigned_of_int(x) for x in (0, 5, -1, -(2**31)))
(int_of_unsigned(x) for x in (0, 2**31, 2**32 - 1))
(int_of_long(x) for x in (0, 2**31, 2**32 + 5, -1, -(2**63)))
(float_of_double(x) for x in (0.1, 1e300, -0.0, nan))
(double_of_long(x) for x in (3, 2**53 + 1, -(2**63), 16777217))
(bint_of(x, y) for x in (0, 1, 5, -1) for y in (0.0, 0.5))
(divide(a, b) for a in (1, -7) for b in (2, 3))
divide(1, 0)
(precedence(a, x) for a in (3,) for x in (1.9, -1.9))
(nested(x) for x in (3.7, 300.2, -1.0))
(object_to_int(x) for x in (5, 2**31, "a", None))
(object_to_double(x) for x in (5, 2.5, "a"))
int_to_object(7)
(checked(x) for x in ([1], None, (1,), "a"))
unchecked([1])
in_loop(f8(4))
(in_index(f8(4), x) for x in (0.0, 0.3, 0.99))
(comparison(a, b) for a in (-1, 0, 1) for b in (0, 1))
(sign_extension(c) for c in (5, -1, -128))
(quantise(x) for x in (0.0, 0.5, 1.0))
(halves(x) for x in (0, 2**32 + 7, 2**64 - 1))
in_loop(f8(0))
