"""Characters: c'x' literals, bytes of one, ord, Py_UCS4, signed and unsigned."""


def literal():
    cdef char a = c'a'
    cdef unsigned char b = c'\xff'
    cdef char n = c'\n'
    return a, b, n, c'z' - c'a'


def bytes_literal():
    cdef char a = b'a'
    cdef unsigned char b = b'\xfe'
    return a, b


def is_digit(unsigned char c):
    return c'0' <= c <= c'9'


def count(bytes s, unsigned char which):
    cdef int n = 0
    cdef unsigned char c
    for c in s:
        if c == which:
            n += 1
    return n


def vowels(str s):
    cdef Py_UCS4 c
    cdef int n = 0
    for c in s:
        if c in u'aeiou':
            n += 1
    return n


def upper(str s):
    cdef Py_UCS4 c
    out = []
    for c in s:
        if u'a' <= c <= u'z':
            c -= 32
        out.append(c)
    return out


def code_point(str s, Py_ssize_t i):
    cdef Py_UCS4 c = s[i]
    return c, <int>c, ord(c)


def from_ord(int n):
    return chr(n)


def kind(unsigned char c):
    if c == b' ' or c == b'\t':
        return "space"
    elif c in b'0123456789':
        return "digit"
    elif b'a' <= c <= b'z' or b'A' <= c <= b'Z':
        return "letter"
    return "other"


def parse_int(bytes text):
    cdef long value = 0
    cdef int sign = 1
    cdef Py_ssize_t i = 0, n = len(text)
    cdef const unsigned char* p = text
    if n and p[0] == c'-':
        sign = -1
        i = 1
    while i < n:
        if not (c'0' <= p[i] <= c'9'):
            raise ValueError("not a digit: %d" % p[i])
        value = value * 10 + (p[i] - c'0')
        i += 1
    return sign * value


def rot13(bytes s):
    out = bytearray(len(s))
    cdef unsigned char c
    cdef Py_ssize_t i = 0
    for c in s:
        if c'a' <= c <= c'z':
            c = (c - c'a' + 13) % 26 + c'a'
        out[i] = c
        i += 1
    return bytes(out)

# --- calls
literal()
bytes_literal()
(is_digit(c) for c in (47, 48, 57, 58))
count(b"banana", 97)
count(b"", 97)
vowels("education")
vowels("\u00e9")
upper("aBc-z")
(code_point("a\u00e9\U0001F600", i) for i in (0, 1, 2, -1))
code_point("abc", 3)
(from_ord(n) for n in (97, 0x1F600))
from_ord(-1)
(kind(c) for c in (32, 53, 113, 81, 33))
(parse_int(s) for s in (b"0", b"-17", b"123456789012", b"", b"1a"))
parse_int("12")
rot13(b"hello, world")
