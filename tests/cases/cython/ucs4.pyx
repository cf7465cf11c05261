"""Py_UCS4 and Py_UNICODE: characters of C's, which are strings of length one to Python."""


def a1(str s):
    out = []
    for ch in s:
        out.append(ch + 1)
    return out


def e0(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c + 1


def e1(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c - 98


def e4(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c % 7


def e5(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return -c


def e6(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return ~c


def e10(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return abs(c)


def e11(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return divmod(c, 10)


def e14(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return not c


def e15(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return +c


def e16(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c > 97.5


def e17(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c == 97


def e19(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c < -1


def e20(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return min(c, 5)


def e21(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return max(c, 'b')


def e22(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c - d


def e23(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c + d


def e24(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c * 3


def e25(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return 3 * c


def e26(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c == d


def e28(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return 'x' + c


def e29(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c + 'x'


def e31(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return '%c' % c


def e32(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c in (97, 98)


def e33(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c in 'abc'


def e34(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c == 'ab'


def e35(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c < 'ab'


def e38(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c + k


def e39(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c - k


def e40(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c == k


def e41(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c < k


def e42(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c == 97.0


def e43(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c == 'é'


def e44(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return k == c


def e45(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return d in ('a', 'b')


def e46(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return d in (c, 'b')


def e48(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c if c else 1


def e49(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c and 5


def e50(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c or 5


def e51(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c == obj


def e52(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return obj == c


def e53(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return obj in c


def e54(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c in obj


def e56(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return ord(c) + 1


def e57(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return chr(ord(c) + 1)


def e58(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return int(c)


def e60(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return str(c)


def e61(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return repr(c)


def e62(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return hash(c) == hash(obj)


def e64(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return isinstance(c, str)


def e65(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return isinstance(c, int)


def e66(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return type(c)


def e67(obj, int k):
    cdef Py_UCS4 c = obj
    cdef Py_UCS4 d = u'b'
    return c[0]


def a3(str s):
    cdef Py_UCS4 c = s[0]
    return c + 'x'


def a4(str s):
    cdef Py_UCS4 c = s[0]
    return c == 'x', c == 120, c < 'b', 'a' <= c <= 'z', c in 'abc', c == s, c is None


def a5(obj):
    cdef Py_UCS4 c = obj
    return c


def a6(Py_UCS4 c):
    return c, c + 0, <int>c, <long>c, ord(c), bool(c), str(c), int(c), repr(c)


def a7(str s):
    cdef Py_UCS4 c = s[0]
    return c.isdigit(), c.isalpha(), c.isspace(), c.isupper(), c.islower(), c.isalnum(), c.isdecimal(), c.isnumeric(), c.isprintable(), c.istitle()


def a8(str s):
    cdef Py_UCS4 c = s[0]
    return c.lower(), c.upper(), c.title()


def a9(int n):
    cdef Py_UCS4 c = n
    return c


def a10(str s):
    cdef Py_UCS4 c
    cdef int n = 0
    for c in s:
        with nogil:
            if '0' <= c <= '9' or c == u'x' or c in 'abc':
                n += <int>c
    return n


def a11(str s):
    cdef Py_UCS4 c
    for c in s:
        pass
    c += 1
    return c


def a12(str s, Py_ssize_t i):
    return s[i]


def a13(str s):
    cdef Py_UNICODE c = s[0]
    return c, c + 1, sizeof(Py_UCS4), sizeof(Py_UNICODE)


def a14(Py_UNICODE c):
    return c


def a15(str s):
    x = [c for c in s]
    d = {c: 1 for c in s}
    return x, d, s[0] * 3


def a16(str s):
    cdef Py_UCS4 c = s[0]
    return c * 3, f"{c}", "%s" % c, c.lower() + 1, [c], (c, c), {c}


def a17(str s):
    cdef Py_UCS4 c = s[0]
    return c.encode('utf8'), c.startswith('a'), c.join(['1', '2']), len(c)


def a18(str s):
    cdef Py_UCS4 c = s[0]
    cdef Py_UCS4 d = s[1]
    return c - d, c + d, c < d, max(c, d), c == d


def a19(int x):
    return <Py_UCS4>x


cdef Py_UCS4 shift(Py_UCS4 c, int k) noexcept nogil:
    if 'a' <= c <= 'z':
        return <Py_UCS4>((<int>c - <int>'a' + k) % 26 + <int>'a')
    return c


def caesar(str s, int k):
    return ''.join([shift(c, k) for c in s])


def a20(str s):
    cdef int hist[26]
    cdef Py_UCS4 c
    for i in range(26): hist[i] = 0
    for c in s:
        if c.isalpha():
            hist[<int>c.lower() - <int>u'a'] += 1
    return [hist[i] for i in range(26)]


def a21(Py_UCS4 c=u'x'):
    cdef double x = c
    cdef bint b = c
    return x, b


def a22(str s):
    return s[0].upper(), s[0] + s[1], s[0] == 'a', ord(s[0])


def a23(str s):
    if s[0] in ('a', 'b'):
        return 1
    if s[0] not in u'xyz':
        return 2
    return 0


def b1(str s):
    out = []
    for ch in s:
        out.append((ch, ch == 97, <int>ch, bool(ch)))
    return out


def b2(str s):
    cdef int x = s[0]
    cdef long t = 0
    for i, ch in enumerate(s):
        t += i * <int>ch
    for i in range(len(s)):
        t += <long>s[i]
    return x, t, s[0] == 97, [c for c in s], {c for c in s}, list(s), s[-1], s[0:2], not s[0]


cdef struct Token:
    Py_UCS4 kind
    int n


def b3(str s):
    cdef Token t
    cdef Py_UCS4 buf[4]
    cdef Py_UCS4* p = buf
    t.kind = s[0]
    t.n = 3
    buf[0] = s[0]
    buf[1] = u'\u20ac'
    p[2] = 'z'
    p[3] = 0
    return t.kind, t.n, buf[0], buf[1], p[2], sizeof(buf), sizeof(Token), t


cdef Py_UCS4 glob = 'g'


def b4(Py_UCS4 c):
    global glob
    old = glob
    glob = c
    return old, glob


cdef Py_UCS4 up(Py_UCS4 c) except? 0xFFFF:
    return c.upper()[0] if False else c


def b5(s):
    return up(s)


cpdef Py_UCS4 b6(Py_UCS4 c, int n):
    return <Py_UCS4>(<int>c + n)


def b7(str s, n):
    cdef Py_UCS4 c = s[n]
    x = c
    x = 5
    return x, c


cdef bint is_space(Py_UCS4 c) nogil:
    return c == ' ' or c == '\t' or c in u'\n\r'


def b9(str s):
    cdef Py_ssize_t i, n = 0
    for i in range(len(s)):
        if is_space(s[i]):
            n += 1
    return n


ctypedef fused any_char:
    Py_UCS4
    int


def b11(s):
    cdef Py_UCS4 a, b
    a, b = s
    a, b = b, a
    return a + b


def b12(str s=None):
    return s[0]


def b13(str s):
    cdef Py_UCS4 c
    cdef dict counts = {}
    for c in s:
        counts[c] = counts.get(c, 0) + 1
    return counts


def b14(Py_UCS4 c):
    if c.isdigit():
        return 'digit'
    elif c in 'aeiou':
        return f'vowel {c} {c!r} {ord(c):x}'
    return c.upper() + c.lower()


def b15(str s):
    cdef Py_UCS4 c = s[0]
    cdef unsigned int u = c
    cdef long l = c
    cdef unsigned char b = <unsigned char>c
    cdef float f = c
    u += 1
    return u, l, b, f, c == u, chr(u)


def b16(str s):
    cdef str out = ''
    cdef Py_UCS4 c
    for c in reversed(s):
        out += c
    return out


def b17(bytes s):
    cdef Py_UCS4 c = s[0]
    return c


cdef int width(Py_UCS4 c, int n, const char* text) noexcept:
    return <int>c * n + text[0]


def passed(str s):
    cdef Py_UCS4 c = s[0]
    return width('a', 1, "A"), width(c, 2, "B"), width(98, c, b"C"), width(s[0], s[-1], "D")

# --- calls
passed("ab")
a1('ab')
(a3(s) for s in ('a',))
(a4(s) for s in ('a', 'x', 'é'))
(a5(s) for s in ('a', 'ab', '', 65, b'a', None, 1.5, '\U0001F600', -1, 2**21, 2**40,True))
(a6(s) for s in ('a', 'ab', '', 65, b'a', None, 1.5, '\U0001F600', -1, 2**21, 2**40, '\ud800', '\0'))
(a7(s) for s in ('a', '1', ' ', 'É', 'ß', '\u0660', '\u00b2', '\u01c5', '\n'))
(a8(s) for s in ('a', 'É', 'ß', 'ǆ', '1', '\u0130'))
(a9(s) for s in (65, -1, 0x110000, 0x1f600))
a10('12x3')
a11('az')
a11('\U0010ffff')
(a12('abc', i) for i in (0, -1, 3, -4))
a13('a')
a13('\U0001F600')
(a14(s) for s in ('a', '\U0001F600', 'ab', 65))
a15('abca')
a16('a')
a17('a')
a18('ab')
a18('ba')
(a19(x) for x in (65, -1, 0x110000))
caesar('xyz Ab', 3)
a20('Hello World')
a21()
a21('\0')
a22('abc')
(a23(s) for s in ('a','x', 'q'))
(e0(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e1(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e4(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e5(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e6(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e10(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e11(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e14(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e15(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e16(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e17(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e19(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e20(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e21(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e22(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e23(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e24(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e25(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e26(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e28(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e29(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e31(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e32(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e33(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e34(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e35(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e38(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e39(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e40(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e41(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e42(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e43(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e44(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e45(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e46(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e48(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e49(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e50(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e51(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e52(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e53(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e54(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e56(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e57(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e58(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e60(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e61(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e62(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e64(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e65(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e66(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
(e67(o, k) for o, k in (('a', 97), ('\0', -1), ('\u20ac', 8364)))
b1('a\0b')
b2('abc')
b3('q')
b4('x')
b4('y')
(b5(s) for s in ('a', 'ab', 5))
b6('a', 1)
b6('a', -98)
b7('abc', 1)
b9('a b\tc\n')
b11('ab')
b11('a')
b12('q')
b12(5)
b12('')
b13('abca')
(b14(c) for c in '1aB')
b15('a')
b15('\u20ac')
b16('abc')
b17(b'a')
