"""Items of `bytes` and `bytearray`: an `int` of C's where one of C's picks it, which any width takes as it is."""


def signed_char(bytes b, Py_ssize_t i):
    cdef char c = b[i]
    return c


def explicit_signed_char(bytes b, Py_ssize_t i):
    cdef signed char c = b[i]
    return c


def cast_char(bytes b, Py_ssize_t i):
    return <char>b[i], <unsigned char>b[i], b[i]


def into_int(bytes b, Py_ssize_t i):
    cdef int c = b[i]
    c = b[0]
    return c


def into_uchar(bytes b, Py_ssize_t i):
    cdef unsigned char c = b[i]
    c += b[i]
    return c


def loop_char(bytes b):
    cdef char c
    s = 0
    for c in b:
        s += c
    return s


def loop_inferred(bytes b):
    s = 0
    for c in b:
        s += c
    return s


def of_bytearray(bytearray b, Py_ssize_t i):
    cdef char c = b[i]
    return c


def untyped(b, Py_ssize_t i):
    cdef char c = b[i]
    return c


cdef char result(bytes b):
    return b[0]


def call_result(bytes b):
    return result(b)


def store(char[:] v, bytes b):
    v[0] = b[0]
    return v[0]


cdef char passed(char c):
    return c


def call_passed(bytes b):
    return passed(b[0])


def array_item(bytes b):
    cdef char[2] c = [b[0], b[0]]
    c[0] = b[0]
    return c[0], c[1]


def shifts(bytes b, Py_ssize_t i, bytearray r):
    return b[i] << 24, r[i] << 24, b[i] * 16777216, b[i] + 1, -b[i], ~b[i], b[i] << 31


def local(bytes b, Py_ssize_t i):
    c = b[i]
    d = c << 24
    return c, d


def looped(bytes b):
    out = []
    for c in b:
        out.append(c << 24)
    return out


def looped_array(bytearray b):
    out = []
    for c in b:
        out.append(c << 24)
    return out


def divided(bytes b):
    return b[0] / 2, b[0] // 2, b[0] % 7, b[0] ** 2, b[0] - b[1], b[0] * b[1] * b[0] * b[1]


def assembled(bytes b):
    return b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3], (b[0] << 24) + b[1]


def of_literal(int i):
    s = b"\xff\xfe"
    return s[i] << 24, b"\xff\xfe"[i] << 24, b"\xff"[0] << 24


def picked_by_object(bytes b, i):
    return b[i] << 24


def picked_by_counter(bytes b):
    out = []
    for i in range(len(b)):
        out.append(b[i] << 24)
    return out


def picked_by_sum(bytes b, int n):
    i = 0
    i += n
    return b[i] << 24


def gathered(bytearray b):
    return [c << 24 for c in b], [c for c in b]

# --- calls
signed_char(b"a\xff", 1)
explicit_signed_char(b"a\xff", 1)
cast_char(b"a\xff", 1)
into_int(b"a\xff", 1)
into_uchar(b"a\xff", 1)
loop_char(b"a\xff")
loop_inferred(b"a\xff")
of_bytearray(bytearray(b"a\xff"), 1)
untyped(b"a\xff", 1)
untyped([300, 200], 1)
call_result(b"\xff")
store(np.zeros(2, np.int8), b"\xff")
call_passed(b"\xff")
array_item(b"\xff")
shifts(b"\xff", 0, bytearray(b"\xff"))
local(b"\xff", 0)
looped(b"\xff")
looped_array(bytearray(b"\xff"))
divided(b"\xff\x07")
assembled(b"\xff\xfe\xfd\xfc")
of_literal(0)
picked_by_object(b"a\xff", 1)
picked_by_counter(b"a\xff")
picked_by_sum(b"a\xff", 1)
gathered(bytearray(b"a\xff"))
(signed_char(b"ab", i) for i in (-1, -2, -3, 2))
(of_literal(i) for i in (-1, 1, 2))
