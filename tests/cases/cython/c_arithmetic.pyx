# cython: language_level=3
"""Arithmetic on numbers of C's: declared parameters, literals, powers, in-place operators, overflow of shifts."""
cimport cython


def uc(unsigned char a):
    a += 1
    return a


def add(int a):
    return a + 4294967296


def ipow(int a, int b):
    return a ** b


def ipow3(int a):
    return a ** 3


def idiv(int a, int b):
    a /= b
    return a


def fadd(float a):
    return a + 0.1


def fpow(float a, float b):
    return a ** b


def dmod(double a, double b):
    return a % b


def mm(int a, double b):
    return min(a, b), max(a, b)


@cython.overflowcheck(True)
def shl(int a, int b):
    return a << b


def big(long a):
    cdef double x = a
    return x


def powi(int x, int y):
    cdef int r = x ** y
    return r


def powaug(int x, int y):
    x **= y
    return x


def fpi(float a):
    return a ** 2


def fpd(float a):
    return a ** 0.5


def dpi(double a, int b):
    return a ** b


@cython.cpow(True)
def cp(int a, int b, double d, double e):
    return a ** b, d ** e


def upow(unsigned int a, unsigned int b):
    return a ** b


def f2(float a):
    return a * 2, a + 1, 1.5 * a


def u1(unsigned int a):
    return a - 1, a + -1, -1 < a, a == -1


def uch(unsigned char a):
    return a - 1, a == -1, a < 256, ~a


def lng(long a):
    return a + 1, 2 * a, a - 4294967296


def loop(int n):
    cdef unsigned char c = 250
    cdef int i
    for i in range(n):
        c += 1
    return c


def fdivs(int a, int b):
    return a / b


def aug(short a, long b):
    a += b
    a *= 3
    a -= 1
    return a


def augf(float a, double b):
    a += b
    a *= 1.1
    return a


def augd(double a, long b):
    a += b
    return a


def aint(int a, double b):
    a += <int>b
    a //= 2
    a <<= 3
    a ^= 5
    return a


def mod(double a, double b):
    return a % b


def modf(float a, float b):
    return a % b


def b2(bint a, bint b):
    return a & b, a | b, a ^ b, a + b, a and b


def imin(int a, int b, long c):
    return min(a, b), max(a, c), min(a, 3), max(a, b, c)


def address(int c):
    cdef int x = 5
    cdef int* p = &x if c else NULL
    return p == NULL

# --- calls
uc(255)
add(1)
ipow(2, -1)
ipow(2, 3)
ipow(2, 40)
ipow3(2000)
idiv(7, 2)
idiv(-7, 2)
idiv(1, 0)
fadd(0.5)
fpow(1.1, 2.3)
dmod(-0.0, 2.0)
mm(1, 2.5)
mm(3, 2.5)
shl(1, 40)
shl(3, 2)
big(9007199254740993)
uc(256)
uc(-1)
powi(2, 3)
powi(2, -1)
powi(2, 40)
powi(-3, 3)
powaug(2, 3)
powaug(2, -1)
fpi(1.1)
fpd(2.25)
dpi(-1.5, 3)
dpi(2.0, -2)
cp(2, -1, -8.0, 0.3333333333333333)
cp(3, 4, 2.0, 0.5)
upow(3, 5)
upow(2, 40)
f2(0.1)
u1(0)
u1(4294967295)
uch(255)
uch(0)
lng(9223372036854775807)
loop(10)
fdivs(7, 2)
aug(32000, 70000)
augf(0.1, 0.3)
augd(0.5, 9007199254740993)
aint(7, 3.9)
imin(3, -4, 1099511627776)
address(1)
address(0)
(mod(a, b) for a in (-0.0, 0.0, -7.5, 7.5) for b in (2.0, -2.0, 0.0, nan))
(modf(a, b) for a in (-0.0, 0.0, -7.5, 7.5, 0.1) for b in (2.0, -2.0, 0.3))
(b2(a, b) for a in (False, True) for b in (False, True))
