"""Strings: typed str and bytes, char*, slices, bytes from memory, iteration."""
from libc.string cimport strlen


def lengths(str s, bytes b):
    return len(s), len(b)


def item(bytes b, Py_ssize_t i):
    return b[i]


def char_item(bytes b, Py_ssize_t i):
    cdef unsigned char c = b[i]
    return c


def str_item(str s, Py_ssize_t i):
    return s[i]


def to_pointer(bytes b):
    cdef char* p = b
    cdef const unsigned char* q = b
    return p[0], q[0], strlen(p)


def from_pointer(bytes b, Py_ssize_t n):
    cdef char* p = b
    return p[:n], p[1:n], <bytes>p


def concatenate(str a, str b):
    return a + b + "!", a * 2, b in a


def formatted(int n, double x, s):
    return "%d %.2f %s" % (n, x, s), f"{n:04d} {x:.3f} {s!r}", "{} {}".format(n, x)


def encode(str s):
    cdef bytes b = s.encode("utf-8")
    return b, b.decode("utf-8") == s


def methods(str s):
    return s.upper(), s.split(","), s.startswith("a"), s.replace("a", "b"), s.find("b")


def joined(list parts):
    return ", ".join(parts)


def iterate(str s):
    out = []
    for c in s:
        out.append(c)
    return out


def iterate_bytes(bytes b):
    out = []
    for c in b:
        out.append(c)
    return out


def compare(str a, str b):
    return a == b, a < b, a is None


def hash_bytes(bytes b):
    cdef unsigned int h = 5381
    cdef unsigned char c
    for c in b:
        h = h * 33 ^ c
    return h


def none_string(str s):
    return s


def reverse(bytes b):
    cdef Py_ssize_t n = len(b), i
    cdef bytearray out = bytearray(n)
    for i in range(n):
        out[n - 1 - i] = b[i]
    return bytes(out)


def open_bounds(s, int i, int j):
    cdef char* text = s
    return text[i:j], text[i:None], text[None:i], text[None:None], s[None:j], s[i:None:None]

# --- calls
lengths("h\u00e9llo", b"abc")
(item(b"abc", i) for i in (0, -1, 3))
char_item(b"a\xff", 1)
(str_item("abc", i) for i in (0, -1, 3))
to_pointer(b"hello")
from_pointer(b"hello", 3)
concatenate("ab", "b")
formatted(7, 2.5, "x")
encode("h\u00e9")
methods("a,b,ab")
joined(["a", "b"])
joined([])
iterate("ab\u00e9")
iterate_bytes(b"ab\xff")
compare("a", "b")
(hash_bytes(b) for b in (b"", b"abc", b"\xff" * 5))
none_string(None)
none_string(b"a")
reverse(b"abc")
open_bounds(b"abcdef", 2, 3)
open_bounds(b"abcdef", 0, 6)
