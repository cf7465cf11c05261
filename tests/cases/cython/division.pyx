"""`/`, `//` and `%` of integers without cdivision: floors, checks, texts."""


def floordiv(int a, int b):
    return a // b


def modulo(int a, int b):
    return a % b


def truediv(int a, int b):
    return a / b


def floordiv_long(long a, long b):
    return a // b, a % b


def floordiv_unsigned(unsigned int a, unsigned int b):
    return a // b, a % b


def floordiv_uchar(unsigned char a, unsigned char b):
    return a // b, a % b, a / b


def floordiv_schar(signed char a, signed char b):
    return a // b, a % b


def mixed_signs(int a, unsigned int b):
    return a // b, a % b


def by_constant(int a):
    return a // 3, a % 3, a // -3, a % -3, a // 1, a % 1, a / 2


def constant_by(int b):
    return 10 // b, 10 % b, -10 // b, -10 % b


def divmod_c(int a, int b):
    return divmod(a, b)


def divmod_double(double a, double b):
    return divmod(a, b)


def inplace(int a, int b):
    a //= b
    return a


def inplace_mod(int a, int b):
    a %= b
    return a


def in_nogil(int a, int b):
    cdef int q = 0
    with nogil:
        q = a // b
    return q


def gcd(long a, long b):
    while b:
        a, b = b, a % b
    return a


def digits(unsigned long n):
    cdef list out = []
    while n:
        out.append(n % 10)
        n //= 10
    return out


def wrap_index(Py_ssize_t i, Py_ssize_t n):
    return (i % n + n) % n

# --- calls
(floordiv(a, b) for a in (7, -7, 0, 2**31 - 1, -(2**31)) for b in (1, 2, -2, 7, -7))
(modulo(a, b) for a in (7, -7, 0, 2**31 - 1, -(2**31)) for b in (1, 2, -2, 7, -7))
(truediv(a, b) for a in (7, -7, 0) for b in (2, -2, 3))
floordiv(1, 0)
modulo(1, 0)
truediv(1, 0)
(floordiv_long(a, b) for a in (7, -7, 2**63 - 1, -(2**63)) for b in (2, -2, 10, -3))
floordiv_long(-(2**63), -1)
floordiv_long(5, 0)
(floordiv_unsigned(a, b) for a in (7, 2**32 - 1) for b in (2, 2**32 - 1, 0))
(floordiv_uchar(a, b) for a in (7, 255) for b in (2, 255, 0))
(floordiv_schar(a, b) for a in (7, -7, 127) for b in (2, -2))
(mixed_signs(a, b) for a in (7, -7) for b in (2, 5))
(by_constant(a) for a in (0, 7, -7, 2**31 - 1))
(constant_by(b) for b in (3, -3, 0))
(divmod_c(a, b) for a in (7, -7) for b in (2, -2, 0))
(divmod_double(a, b) for a in (7.5, -7.5) for b in (2.0, -2.0, 0.0))
(inplace(a, b) for a in (7, -7) for b in (2, -2, 0))
(inplace_mod(a, b) for a in (7, -7) for b in (2, -2, 0))
(in_nogil(a, b) for a in (7, -7) for b in (2, 0))
(gcd(a, b) for a in (12, -12, 0) for b in (18, -18, 0))
(digits(n) for n in (0, 7, 12345, 2**64 - 1))
(wrap_index(i, n) for i in (-5, 0, 7) for n in (3, 4))
(divmod_double(x, y) for x in [nan, inf, -0.0, 5.5] for y in [2.0, inf, -0.0])
