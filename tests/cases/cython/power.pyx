"""`**` with C types under the default cpow."""


def int_int(int a, int b):
    return a ** b


def int_const(int a):
    return a ** 0, a ** 1, a ** 2, a ** 3


def int_negative_const(int a):
    return a ** -1, a ** -2


def int_unsigned(int a, unsigned int b):
    return a ** b


def long_unsigned(long a, unsigned int b):
    return a ** b


def unsigned_unsigned(unsigned int a, unsigned int b):
    return a ** b


def double_int(double a, int b):
    return a ** b


def double_const(double a):
    return a ** 2, a ** 3, a ** 0.5, a ** -1


def double_double(double a, double b):
    return a ** b


def positive_base(double b):
    return 2.0 ** b, 10 ** b


def assigned(int a, int b):
    cdef int r = a ** b
    return r


def float_float(float a, float b):
    return a ** b


def to_double(double a, double b):
    cdef double r = a ** b
    return r


def inplace(double a, int n):
    a **= n
    return a


def pow_builtin(int a, int b):
    return pow(a, b)


def norm2(double x, double y):
    return (x ** 2 + y ** 2) ** 0.5


def literal_base(unsigned char n, unsigned int m, int k):
    return 2 ** n, 2147483647 ** n, 3 ** m, 2 ** k, (2 ** n) - 1, -2 ** n


def unsigned_base(unsigned long a, unsigned int b, short s, int k, bint t):
    return a ** s, b ** s, a ** k, b ** b, a ** t

# --- calls
(int_int(a, b) for a in (2, -3, 0) for b in (0, 1, 3, 10))
(int_int(a, b) for a in (2, -3) for b in (-1, -2))
int_int(0, -1)
(int_const(a) for a in (0, 2, -3, 2000))
(int_negative_const(a) for a in (2, -4))
int_negative_const(0)
(int_unsigned(a, b) for a in (2, -3, 0) for b in (0, 3, 10, 40))
(long_unsigned(a, b) for a in (2, -3, 10) for b in (0, 3, 40, 63, 64))
(unsigned_unsigned(a, b) for a in (2, 3) for b in (0, 31, 32))
(double_int(a, b) for a in (2.0, -1.5, 0.0) for b in (0, 1, 3, -2))
(double_const(a) for a in (2.0, 0.25, 9.0))
double_const(-4.0)
double_const(0.0)
(double_double(a, b) for a in (2.0, 0.5, 4.0) for b in (0.5, -1.5, 3.0, 0.0, inf, nan))
double_double(-8.0, 1 / 3)
double_double(-8.0, 3.0)
double_double(0.0, 0.0)
double_double(0.0, -1.0)
(positive_base(b) for b in (0.5, -2.0, 3.0))
(assigned(a, b) for a in (2, -3) for b in (0, 3, -1))
(float_float(a, b) for a in (2.0, 0.5) for b in (0.5, 3.0))
to_double(2.0, 0.5)
to_double(-8.0, 1 / 3)
(inplace(a, n) for a in (2.0, -1.5) for n in (0, 3, -1))
(pow_builtin(a, b) for a in (2, -3) for b in (0, 5))
pow_builtin(2, -1)
(norm2(x, y) for x in (3.0, 0.0) for y in (4.0, -1.5))
literal_base(40, 3, 3)
unsigned_base(3, 3, -1, 2, 1)
unsigned_base(3, 3, 3, -2, 0)
