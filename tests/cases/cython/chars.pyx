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


cdef extern from "ctype.h" nogil:
    int isspace(int)
    int isalpha(int)
    int isalnum(int)
    int isblank(int)
    int iscntrl(int)
    int isdigit(int)
    int isgraph(int)
    int islower(int)
    int isprint(int)
    int ispunct(int)
    int isupper(int)
    int isxdigit(int)
    int toupper(int)
    int tolower(int)


def classes_of(int c):
    return ([bool(f) for f in (isspace(c), isalpha(c), isalnum(c), isblank(c), iscntrl(c), isdigit(c), isgraph(c),
                               islower(c), isprint(c), ispunct(c), isupper(c), isxdigit(c))], toupper(c), tolower(c))


def count_words(bytes text):
    cdef const char* p = text
    cdef int words = 0
    with nogil:
        while p[0]:
            words += isalpha(p[0]) != 0 and isalpha(p[1]) == 0
            p += 1
    return words


cdef char one_of(char c, bint b) noexcept nogil:
    return c if b else b'?'


def chosen_characters(int i, bytes text):
    cdef const char* p = text
    cdef char[4] q
    cdef char x
    cdef unsigned char u
    cdef int n
    x = p[0] if i > 1 else b'-'
    n = x if i else b'n'
    q[0] = p[0] if i else b'='
    q[1] = b'+' if i else p[1]
    q[2] = c'x' if i else b'='
    q[3] = 0
    u = b'\xff' if i else x
    return q[:3], x, u, n, one_of(p[0], i), one_of(b'z' if i else c'y', 1)


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
(classes_of(c) for c in (0, 9, 32, 48, 65, 95, 97, 127, 200, -1))
count_words(b"one two, three 4")
(chosen_characters(i, b"AB") for i in (0, 1, 2))
