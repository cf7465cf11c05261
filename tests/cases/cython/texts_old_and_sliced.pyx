"""Parts of C's character arrays, which may hold zeros, and built-ins by their names of Python 2."""
from libc.string cimport memset


def zeros_among(int n):
    cdef char[16] buf
    memset(buf, 0, 16)
    buf[0] = 65
    buf[2] = 66
    x = buf[:n]
    cdef char *p = buf
    y = p[:n]
    cdef bytes z = p[:n]
    return x, y, z, buf[:n], p[:n], p[1:n], <bytes>p[:n], buf[:3], (p[:n],), [buf[1:3]], len(buf[:n]), p[:n] + b'x', b'x' + p[:2]


def other_chars(int n):
    cdef unsigned char[4] u = [1, 0, 2, 0]
    cdef signed char s[4]
    s[:] = [1, 0, 3, 0]
    return u[:n], s[:n], <bytes>u[:n]


def decoded(int n):
    cdef char[4] buf
    buf[0] = buf[1] = buf[2] = buf[3] = c'a'
    return buf[:n].decode('ascii'), buf[:n], buf[:4].decode(), buf[1:3]


def kinds(obj, s):
    return isinstance(s, unicode), isinstance(s, (bytes, unicode)), isinstance(s, basestring), unicode(obj), unicode is str, type(s) is unicode


def declared(unicode u):
    cdef unicode v = u + u'x'
    return v, <unicode>v, len(v)


def counted(n):
    return [x for x in xrange(n)]


def character(n):
    return unichr(n)


def mixed(xs):
    def inner(x):
        return type(x).__name__ == 'bytes'
    kinds = [inner(x) for x in xs]
    more = sorted(xs, key=lambda x: isinstance(x, str))
    cdef Py_ssize_t i
    total = 0
    more = [x for x in more if isinstance(x, (bytes, basestring))]
    for i in xrange(len(xs)):
        total += i
    return kinds, more, total, LIMIT, {'unicode': 1}['unicode']


def own_names(data, xrange, unicode=1):
    """The same names, of its own."""
    cdef int i
    unichr, b = 1, 2
    out = []
    for i in range(3):
        out.append(data[i] * xrange)
        unichr += i
    return out, unicode, unichr, b, (lambda basestring: basestring + 1)(2), [a + unichr for a, unichr in enumerate(out)]


LIMIT = unicode(7) if isinstance(u'', unicode) else None
# --- calls
own_names([1, 2, 3], 4)
own_names(data=[1, 2, 3], xrange=2.5, unicode="u")
zeros_among(4)
zeros_among(0)
zeros_among(16)
other_chars(3)
other_chars(4)
decoded(2)
decoded(0)
kinds(1, "x")
kinds(1, b"x")
declared("a")
declared(b"a")
declared(None)
counted(3)
character(65)
mixed(["a", b"b", 3])
