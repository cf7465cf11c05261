"""Views of single bytes, fused ones among them: which buffers of bytes, characters and truth values each takes."""
import numpy as np

cimport cython

ctypedef fused chars:
    char
    short

ctypedef fused bytelike:
    signed char
    unsigned char
    double

ctypedef fused unsigned_only:
    unsigned char
    int


def of_chars(chars[:] a):
    return cython.typeof(a), a[0]


def of_const_chars(const chars[:] a):
    return cython.typeof(a), a[0]


def of_bytelike(bytelike[:] a):
    return cython.typeof(a), a[0]


def of_const_bytelike(const bytelike[:] a):
    return cython.typeof(a), a[0]


def of_unsigned(unsigned_only[:] a):
    return cython.typeof(a), a[0]


def plain_char(char[:] a):
    return a[0]


def plain_const_char(const char[:] a):
    return a[0]


def plain_signed(signed char[:] a):
    return a[0]


def plain_unsigned(unsigned char[:] a):
    return a[0]


def plain_const_unsigned(const unsigned char[:] a):
    return a[0]


# --- calls
(of_chars(np.array([1, 0], d)) for d in (np.int8, np.uint8, np.bool_, 'S1', 'S2', np.int16, np.float64))
(of_chars(x) for x in (bytearray(b'ab'),))
(of_chars(memoryview(bytearray(b'ab')).cast(code)) for code in ('c', 'b', 'B', '?', 'h'))
(of_const_chars(np.array([1, 0], d)) for d in (np.int8, np.uint8, np.bool_, 'S1', 'S2', np.int16, np.float64))
(of_const_chars(x) for x in (b'ab', memoryview(b'ab'), bytearray(b'ab')))
(of_const_chars(memoryview(bytearray(b'ab')).cast(code)) for code in ('c', 'b', 'B', '?', 'h'))
(of_bytelike(np.array([1, 0], d)) for d in (np.int8, np.uint8, np.bool_, 'S1', 'S2', np.int16, np.float64))
(of_bytelike(x) for x in (bytearray(b'ab'),))
(of_bytelike(memoryview(bytearray(b'ab')).cast(code)) for code in ('c', 'b', 'B', '?', 'h'))
(of_const_bytelike(np.array([1, 0], d)) for d in (np.int8, np.uint8, np.bool_, 'S1', 'S2', np.int16, np.float64))
(of_const_bytelike(x) for x in (b'ab', memoryview(b'ab'), bytearray(b'ab')))
(of_const_bytelike(memoryview(bytearray(b'ab')).cast(code)) for code in ('c', 'b', 'B', '?', 'h'))
(of_unsigned(np.array([1, 0], d)) for d in (np.int8, np.uint8, np.bool_, 'S1', 'S2', np.int16, np.float64))
(of_unsigned(x) for x in (bytearray(b'ab'),))
(of_unsigned(memoryview(bytearray(b'ab')).cast(code)) for code in ('c', 'b', 'B', '?', 'h'))
(plain_char(np.array([1, 0], d)) for d in (np.int8, np.uint8, np.bool_, 'S1', np.int16, np.float64))
(plain_char(x) for x in (bytearray(b'ab'),))
(plain_char(memoryview(bytearray(b'ab')).cast(code)) for code in ('c', 'b', 'B', '?', 'h'))
(plain_const_char(np.array([1, 0], d)) for d in (np.int8, np.uint8, np.bool_, 'S1', np.int16, np.float64))
(plain_const_char(x) for x in (b'ab', memoryview(b'ab'), bytearray(b'ab')))
(plain_const_char(memoryview(bytearray(b'ab')).cast(code)) for code in ('c', 'b', 'B', '?', 'h'))
(plain_signed(np.array([1, 0], d)) for d in (np.int8, np.uint8, np.bool_, 'S1', np.int16, np.float64))
(plain_signed(x) for x in (bytearray(b'ab'),))
(plain_signed(memoryview(bytearray(b'ab')).cast(code)) for code in ('c', 'b', 'B', '?', 'h'))
(plain_unsigned(np.array([1, 0], d)) for d in (np.int8, np.uint8, np.bool_, 'S1', np.int16, np.float64))
(plain_unsigned(x) for x in (bytearray(b'ab'),))
(plain_unsigned(memoryview(bytearray(b'ab')).cast(code)) for code in ('c', 'b', 'B', '?', 'h'))
(plain_const_unsigned(np.array([1, 0], d)) for d in (np.int8, np.uint8, np.bool_, 'S1', np.int16, np.float64))
(plain_const_unsigned(x) for x in (b'ab', memoryview(b'ab'), bytearray(b'ab')))
(plain_const_unsigned(memoryview(bytearray(b'ab')).cast(code)) for code in ('c', 'b', 'B', '?', 'h'))
(of_chars(x) for x in (None, 3, [1, 2], 'ab', np.zeros((1, 2), np.int8)))
(of_const_chars(x) for x in (None, 3, [1, 2], 'ab', np.zeros((1, 2), np.int8)))
(of_bytelike(x) for x in (None, 3, [1, 2], 'ab', np.zeros((1, 2), np.int8)))
(of_const_bytelike(x) for x in (None, 3, [1, 2], 'ab', np.zeros((1, 2), np.int8)))
(of_unsigned(x) for x in (None, 3, [1, 2], 'ab', np.zeros((1, 2), np.int8)))
