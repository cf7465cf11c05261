"""What goes into integers of C's: literals, lengths and counters wrap, Python's integers must fit."""
from cython.parallel cimport prange


cdef enum:
    NEG = -1
    BIG = 0xFFFFFFFF


def literals():
    cdef unsigned int x = -1
    cdef size_t n = -1
    cdef int b = 0xFFFFFFFF
    cdef unsigned int h = 2166136261
    cdef int h2 = 2166136261
    cdef unsigned int y = ~0
    cdef unsigned int z = NEG
    cdef int w = BIG
    cdef short s = 70000
    return x, n, b, h, h2, y, z, w, s


cdef unsigned int unsigned_of(unsigned int q) noexcept nogil:
    return q


def literals_passed(int a):
    return unsigned_of(-1), unsigned_of(a - 5), unsigned_of(~a)


def masked(unsigned int a):
    m = 0xFF
    h = a
    h = (h ^ 17) & m
    h = h * 16777619
    return h


def hashed(const unsigned char[:] data):
    cdef unsigned int h = 2166136261
    for i in range(data.shape[0]):
        h ^= data[i]
        h *= 16777619
    return h


def hashed_items(const unsigned char[:] data):
    cdef unsigned int h = 2166136261
    for c in data:
        h = (h ^ c) * 16777619
    return h


def weighted(double[:] v):
    cdef Py_ssize_t i
    cdef double s = 0
    for i in prange(v.shape[0], nogil=True):
        s += v[i] * i
    return s


def lengths(list xs, double[::1] v):
    n = len(xs)
    cdef int k = n - 5
    m = v.shape[0]
    cdef unsigned int u = m
    return k, u, n - m


def wrapped_indices(double[:, :] a, int w):
    h = a.shape[0]
    t = 0.0
    for i in range(h):
        for j in range(w):
            t += a[i, (i * 3 + j) % a.shape[1]]
    return t


def larger_squared(int a, long b):
    s = a if a > b else b
    return s * s


def in_place(int a):
    s = a
    s += 2147483647
    s <<= 2
    return s


def unsigned_kept(unsigned long u, int k):
    s = u
    cdef unsigned long back = s
    cdef int small = s >> 40
    return back, small, s - k


def below_zero(int k):
    s = k
    cdef unsigned int u = s - 1
    return u


def compare(int a, unsigned int b):
    s = a
    return s + 0 < b, a < b


def divisions(int a, int b):
    s = a
    return s // b, s % b, s / b


def stored(int a, unsigned char[:] v):
    s = a
    v[0] = s + 1
    return v[0]



def counter():
    cdef unsigned char c = 0
    for i in range(300):
        c = i
    n = 300
    cdef unsigned char d = n
    return c, d


def ternary(bint c):
    cdef int u = 1 if c else -1
    cdef unsigned int w = 7 if c else 9
    return u, w


def casts(int a):
    s = a
    t = s + 1
    return <long>t, <double>t


def lengths(o, str s, bytes t):
    cdef signed char a = len(s)
    cdef signed char b
    b = len(o) + 1
    cdef unsigned char c = len(t) - 10
    return a, b, c


def signs_in_tuple(unsigned long a, unsigned int b, unsigned char c):
    return (a if a > 5 else -1), (b if b > 5 else -1), (c if c > 5 else -1)


def long_or_negative(unsigned long a):
    return a if a > 5 else -1


def int_or_negative(unsigned int a):
    return a if a > 5 else -1


def long_or_long(unsigned long a, long b):
    return a if a > 5 else b


def returned_apart(unsigned long a):
    if a > 5:
        return a
    return -1


cdef returns_mixed(unsigned int a):
    if a:
        return a
    return -1


def call_returns_mixed(unsigned int a):
    return returns_mixed(a)


def first_of(list xs, size_t n):
    for i in range(n):
        if xs[i]:
            return n
    return -1

# --- calls
literals()
(literals_passed(a) for a in (0, 7))
masked(2**32 - 1)
hashed(np.frombuffer(b"hello world", np.uint8))
hashed_items(np.frombuffer(b"hello world", np.uint8))
weighted(f8(5))
lengths([1, 2], f8(3))
wrapped_indices(f8(3, 4), 4)
wrapped_indices(f8(0, 4), 4)
(larger_squared(a, b) for a in (3, 2**31 - 1) for b in (2, 2**31 + 5))
in_place(2147483647)
unsigned_kept(5, 9)
below_zero(0)
below_zero(5)
(compare(a, b) for a in (-1, 3) for b in (0, 4))
(divisions(a, b) for a in (7, -7) for b in (2, -2, 0))
stored(5, np.zeros(1, np.uint8))
stored(255, np.zeros(1, np.uint8))
counter()
(ternary(c) for c in (True, False))
casts(300)
hashed(np.zeros(0, np.uint8))
lengths([1] * 129, "a" * 300, b"c")
(signs_in_tuple(n, n, n) for n in (3, 7))
(long_or_negative(n) for n in (3, 7, 2**64-1))
(int_or_negative(n) for n in (3, 7))
(long_or_long(n, -2) for n in (3, 7))
(returned_apart(n) for n in (3, 7, 2**64-1))
(call_returns_mixed(n) for n in (0, 1))
first_of([0, 0], 2)
first_of([0, 1], 2)
