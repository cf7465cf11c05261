# cython: c_string_type=unicode, c_string_encoding=utf8
from libc.string cimport strlen, strcpy
from libc.stdlib cimport atof
cdef char* c_string = 'abcdefg'
cdef object py_unicode_object = c_string
py_bytes_object = <bytes>c_string


cdef struct S:
    char* name
    int n


def first():
    ustring: str = 'abc'
    cdef const char* s = ustring
    return s[0]


def objects():
    return py_unicode_object, py_bytes_object


def length(s):
    return strlen(s)


def number(str s):
    return atof(s), atof(s + "5")


def param(char* s):
    return s, s[:2], s[1:], strlen(s)


def array(int n):
    cdef char a[10]
    strcpy(a, "h\u00e9llo".encode())
    return a, a[:3], [a], (a, n)


def struct_(s):
    cdef S one
    one.name = s
    one.n = 3
    return one


cdef char* own(char* s):
    return s + 1


def called(s):
    return own(s), <str>own(s), <bytes>own(s), <object>own(s)


def declared(s):
    cdef char* p = s
    cdef str t = p
    cdef bytes b = p
    return t, b


def formatted(s):
    cdef char* p = s
    return f"{p}", "%s" % p


def wrong():
    cdef char a[3]
    a[0] = 255; a[1] = 65; a[2] = 0
    return a


cpdef char* cp(char* s):
    return s


def bytes_slice(bytes s):
    cdef char* p = s
    return <bytes>p[:2], p[:2]


# --- calls
first()
objects()
length("h\u00e9")
length(b"abc")
length(bytearray(b"abc"))
length(3)
number("1.5")
param("abc")
param(b"abc")
param(3)
array(3)
struct_("abc")
struct_(b"abc")
called("abc")
declared("abc")
formatted("abc")
wrong()
cp("abc")
bytes_slice(b"abc")
