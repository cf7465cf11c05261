# cython: cpow=True
"""`**` under cpow=True: integers stay integers, floats never become complex."""
cimport cython


def int_int(int a, int b):
    return a ** b


def long_long_(long a, long b):
    return a ** b


def unsigned_int(unsigned int a, int b):
    return a ** b


def double_double(double a, double b):
    return a ** b


def double_int(double a, int b):
    return a ** b


def constants(int a, double x):
    return a ** 2, x ** 2, x ** 3, x ** 0.5, a ** -1


def literal_base(int n):
    cdef int r = 2 ** n
    return r


@cython.cpow(False)
def default_again(int a, int b):
    return a ** b


def cast(int a, int b):
    return <double>a ** b


def single_base(float a, int k, unsigned int u, short s, float b):
    return a ** k, a ** u, a ** s, a ** 2, a ** -1, a ** -2, a ** 3, a ** b, k ** a


def single_complex_base(float complex a, int k, unsigned int u, short s, float b):
    return a ** k, a ** u, a ** s, a ** 2, a ** -1, a ** -2, a ** 3, a ** b


@cython.cpow(False)
def single_base_again(float a, int k, unsigned int u, short s, float b):
    return a ** k, a ** u, a ** s, a ** 2, a ** -1, a ** -2, a ** 3, a ** b


@cython.cpow(False)
def single_complex_base_again(float complex a, int k, unsigned int u, short s, float b):
    return a ** k, a ** u, a ** s, a ** 2, a ** -1, a ** -2, a ** 3, a ** b

# --- calls
(int_int(a, b) for a in (2, -3, 0) for b in (0, 1, 3, 10, 31, 40))
(int_int(a, b) for a in (2, -3) for b in (-1, -2))
(long_long_(a, b) for a in (2, -3) for b in (0, 40, 63, 64))
(unsigned_int(a, b) for a in (2, 3) for b in (0, 31, 32))
(double_double(a, b) for a in (2.0, 0.5, -8.0, 0.0) for b in (0.5, -1.5, 3.0))
(double_int(a, b) for a in (2.0, -1.5) for b in (0, 3, -2))
(constants(a, x) for a in (3, -2) for x in (2.0, 0.25))
(literal_base(n) for n in (0, 5, 30))
(default_again(a, b) for a in (2, -3) for b in (3, -1))
(cast(a, b) for a in (2, -3) for b in (3, -1))
single_base(1.1, 3, 3, 3, 2.5)
single_complex_base(1.1+0.1j, 3, 3, 3, 2.5)
single_base_again(1.1, 3, 3, 3, 2.5)
single_complex_base_again(1.1+0.1j, 3, 3, 3, 2.5)
