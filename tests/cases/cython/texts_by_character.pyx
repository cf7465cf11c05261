"""Items of `str`, `bytes` and `bytearray` that are declared: C's characters, by index, in loops and after `in`."""


def as_ints(bytes x):
    cdef int c
    out = []
    for c in x:
        out.append(c)
    return out


def as_chars(bytes x):
    cdef char c
    out = []
    for c in x:
        out.append(c)
    return out


def as_unsigned(bytes x):
    cdef unsigned char c = 7
    out = []
    for c in x:
        out.append(c)
    return out, c


def of_slice(bytes x):
    cdef short c
    out = []
    for c in x[1:]:
        out.append(c)
    return out


def as_doubles(bytes x):
    cdef double c
    out = []
    for c in x:
        out.append(c)
    return out


def as_objects(bytes x):
    return [c for c in x], [c + 1 for c in x[::-1]]


def enumerated(bytes x):
    cdef unsigned char c
    cdef int i
    s = 0
    for i, c in enumerate(x):
        s += i * c
    return s


def rebound(bytes x):
    cdef unsigned char c
    s = 0
    for c in x:
        x = b"zz"
        s += c
    return s, x


def of_text(str x):
    cdef Py_UCS4 c
    cdef int n = 0
    for c in x:
        if c == u'a':
            n += 1
    return n


def of_literal():
    cdef char c
    cdef int s = 0
    for c in b"ab\xff":
        s += c
    return s


def indexed(bytes x, int i):
    cdef char c = x[i]
    cdef unsigned char d = x[i]
    cdef int e = x[i]
    return c, d, e, x[i] == b'a', x[i] == 97, x[i] in b"a", len(x)


def among(char c, unsigned char d, bytes x, int k):
    return c in b",;", d not in b"ab", c in x, d in b"", b"a" in x, c == b",", k in x, k in b"abc", k in b'a'


def separators(bytes x, Py_UCS4 c, str s):
    cdef int n = 0
    cdef char ch
    for ch in x:
        if ch in b" \t\n":
            n += 1
        elif ch in b"\xe9\xe8":
            n += 100
    return n, c in u"abc", c in s, s[0] in u"ab"


def of_pointer(char c, bytes x):
    cdef const char *p = x
    cdef bytes local = b"xyz"
    return p[0] in b"abc" and p[1] not in b"abc", c in local


def lens(str a, bytes b, bytearray c, list d, tuple e, dict f, set g):
    cdef Py_ssize_t n = len(a) + len(b) + len(c)
    return n, len(d), len(e), len(f), len(g)


def untyped(a):
    return len(a)


def slices(str a, int i):
    return len(a[i:]), a[i:][0], len(a[:i])


def zipped(str a, bytes b):
    cdef Py_UCS4 c
    cdef unsigned char d
    out = []
    for c, d in zip(a, b):
        out.append((c, d))
    for i, c in enumerate(a, 5):
        out.append((i, c))
    for c in reversed(a):
        out.append(c)
    for x in b:
        out.append(x * 1000000000000)
    for d in reversed(b):
        out.append(d)
    return out, [d for d in b], [x for x in a if x in "ab"], {x: b[0] for x in a}


def of_bytearray(bytearray a, int i):
    cdef unsigned char c
    cdef int s = 0
    for c in a:
        s += c
        if i and len(a) > 1:
            a.pop()
    return s, a[0], a[-1], s in a, len(a)


def hashed(str a, bytes b):
    cdef unsigned long h = 5381
    cdef Py_UCS4 c
    cdef char d
    for c in a:
        h = h * 33 + c
    for d in b:
        h = (h << 5) ^ d
    return h


def palindrome(str s):
    cdef Py_ssize_t i = 0, j = len(s) - 1
    while i < j:
        if s[i] != s[j]:
            return False
        i += 1
        j -= 1
    return True


def pythons_sum(bytes data):
    h = 0
    for c in data:
        h = h * 31 + c
    return h


def item_types(bytes b, int i):
    x = b[i]
    y = b[i] * 10000000
    return x, y, b[i] + 1, -b[i], b[i] == 97, b[i] < b[0], chr(b[i])

# --- calls
as_ints(b"a\xe9\xff")
as_ints(None)
as_chars(b"a\xe9\xff")
as_unsigned(b"a\xe9\xff")
as_unsigned(b"")
as_unsigned(None)
of_slice(b"a\xe9\xff")
as_doubles(b"a\xe9\xff")
as_objects(b"a\xe9\xff")
enumerated(b"a\xe9\xff")
enumerated(None)
rebound(b"a\xe9\xff")
of_text("banana")
of_text(None)
of_literal()
indexed(b"a\xe9\xff", 1)
indexed(b"a\xe9\xff", -1)
indexed(b"a\xe9\xff", 0)
indexed(b"a\xe9\xff", 3)
among(44, 44, b"xyz,", 44)
among(-23, 0xe9, b"\xe9", 300)
among(-23, 0xe9, b"\xe9", 97)
among(-23, 0xe9, None, 97)
separators(b"a b\xe9\t", "b", "ab")
separators(b"", "x", "xy")
separators(b"", "x", "")
separators(b"", "x", None)
of_pointer(120, b"ax")
of_pointer(119, b"aa")
lens("ab", b"abc", bytearray(b"x"), [1], (2, 3), {}, {1})
lens(None, b"abc", bytearray(b"x"), [1], (2, 3), {}, {1})
lens("ab", b"abc", bytearray(b"x"), [1], (2, 3), None, {1})
untyped("abc")
untyped(5)
slices("hello", 2)
slices("hello", 5)
slices(None, 5)
zipped("abc", b"xyz")
zipped("\u20ac\U0001f600", b"\xff\xfe\xfd")
zipped("", b"")
of_bytearray(bytearray(b"abc"), 0)
of_bytearray(bytearray(b"abc"), 1)
of_bytearray(bytearray(b""), 1)
hashed("na\u00efve", b"a\xff")
hashed(None, b"a\xff")
hashed("", None)
palindrome("abcba")
palindrome("\u20acb\u20ac")
palindrome("ab")
palindrome("")
palindrome(None)
pythons_sum(b"abcdefghijklmnopqrstuvwxyz")
item_types(b"a\xff", 1)
item_types(b"a\xff", -2)
item_types(b"a\xff", -3)
item_types(b"a\xff", 300)
