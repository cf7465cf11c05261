"""Numbers, pointers and arrays of C that become bytes, bytearrays and tuples."""
from libc.string cimport strlen
cdef char* P = b"hello"


def uchar_cast(unsigned char c):
    return <bytes>c


def char_declared(char c):
    cdef bytes b = c
    return b


def int_assigned(int c):
    cdef bytes b
    b = c
    return b


def int_cast(int c):
    return <bytes>c


cdef bytes g(int c):
    return c


def returned(int c):
    return g(c)


cdef take(bytes b):
    return b


def passed(int c):
    return take(c)


def array_as_tuple(int n):
    cdef int x[3]
    x[0] = n; x[1] = 2; x[2] = 3
    cdef tuple t = x
    return t, <tuple>x, <list>x, x


def pointer_casts():
    return <bytes>P, <bytearray>P, P, <object>P


def pointer_declared():
    cdef bytearray b = P
    cdef bytes c = P
    return b, c


def table_as_tuple(int n):
    cdef int x[2][2]
    x[0] = [1, 2]
    x[1] = [3, 4]
    cdef tuple t = x
    return t, <tuple>x[0]


cdef struct S:
    int a
    double b


def struct_as_dict(int n):
    cdef S s = S(n, 2)
    cdef dict d = s
    return d, <dict>s


def long_cast(long long c):
    return <bytes>c


def unsigned_cast(unsigned int c):
    return <bytes>c


def short_sum(short c):
    return <bytes> (c + 1)


def item_of_bytes(bytes s):
    cdef char c = s[0]
    return <bytes>c + b"x", <bytes>s[0]


def collected(int n):
    cdef list l = []
    cdef unsigned char c
    for c in b"abc":
        l.append(<bytes>c)
    return l


def character(Py_UCS4 c):
    return <str>c, <unicode>c


# --- calls
uchar_cast(200)
char_declared(-1)
char_declared(65)
int_assigned(65)
int_assigned(255)
int_assigned(256)
int_assigned(-1)
int_cast(66)
int_cast(300)
returned(65)
returned(-3)
passed(65)
array_as_tuple(4)
pointer_casts()
pointer_declared()
table_as_tuple(3)
struct_as_dict(3)
long_cast(2**40)
long_cast(65)
unsigned_cast(2**31)
unsigned_cast(65)
short_sum(64)
short_sum(255)
item_of_bytes(b"xyz")
collected(3)
character("x")
