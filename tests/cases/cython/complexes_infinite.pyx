"""C complex numbers as gcc computes them: infinities recovered from NaN, scaled division, zero divisors, `**`, `abs`."""
cimport cython
from cython.parallel cimport prange


cdef double complex made(double x, double y) noexcept nogil:
    """The two parts as they are: a complex argument of Python's is `x + y * 1j` in Cython."""
    cdef double complex z = 0
    z.real = x
    z.imag = y
    return z


cdef float complex made_single(float x, float y) noexcept nogil:
    cdef float complex z = 0
    z.real = x
    z.imag = y
    return z


def times(double a, double b, double c, double d):
    return made(a, b) * made(c, d)


def times_single(float a, float b, float c, float d):
    return made_single(a, b) * made_single(c, d)


def over(double a, double b, double c, double d):
    return made(a, b) / made(c, d)


def over_single(float a, float b, float c, float d):
    return made_single(a, b) / made_single(c, d)


@cython.cdivision(True)
def over_unchecked(double a, double b, double c, double d):
    return made(a, b) / made(c, d)


@cython.cdivision(True)
def over_unchecked_single(float a, float b, float c, float d):
    return made_single(a, b) / made_single(c, d)


def in_place(double x, double y):
    cdef double complex a = 1 + 2j, b = made(x, y)
    a *= b
    a /= b
    return a


def mixed(double a, double x, int n):
    cdef double complex z = made(a, 1)
    cdef float complex w = made_single(x, a)
    return z * x, x * z, z * n, n * z, w * x, z * w


def divided(double complex z, double x, int n):
    return z / x, n / z, x / z


def raised(double complex a, double complex b):
    return a ** b


def raised_single(float complex a, float complex b):
    return a ** b


def raised_by(double complex a, int n, double x):
    return a ** n, a ** 2, a ** x, a ** 0.5, a ** -1


def magnitude(double x, double y):
    return abs(made(x, y)), abs(made_single(y, x))


def of_array(double complex[:] a, double complex by):
    cdef Py_ssize_t i
    cdef double complex total = 1
    for i in range(a.shape[0]):
        total *= a[i]
        a[i] = a[i] / by
    return total


def product(double complex[::1] a):
    cdef Py_ssize_t i
    cdef double complex total = 1
    for i in prange(a.shape[0], nogil=True, num_threads=2):
        total *= a[i]
    return total


def in_place_single(float complex z):
    z /= z
    return z


def types(float complex z, double complex w, float f, double x, int n):
    return (cython.typeof(z / z), cython.typeof(z / f), cython.typeof(z / n), cython.typeof(n / z), cython.typeof(f / z),
            cython.typeof(z * z), cython.typeof(z / x), cython.typeof(z / w), z / z, z / f, z / n, z / 2, z / 3.0)


cdef double complex quotient(double complex a, double complex b) except *:
    return a / b


def called(double complex a, double complex b):
    try:
        return quotient(a, b)
    except ZeroDivisionError as error:
        return str(error)


def pythons(a, b):
    return a * b, a / b


# --- calls
(times(a, b, c, d) for a in (inf, -inf, nan, 0.0, -1.5) for b in (0.0, nan, -inf, 2.0) for c in (nan, 1.0, inf, -0.0) for d in (0.0, -2.0, nan))
(times_single(a, b, c, d) for a in (inf, nan, 1e30) for b in (0.0, nan, -inf) for c in (nan, 1e30, inf) for d in (0.0, -2.0))
(over(a, b, c, d) for a in (inf, nan, -0.0, -1.5) for b in (0.0, nan, -inf, 2.0) for c in (nan, 1.0, inf, -0.0) for d in (0.0, -2.0, nan, 3.0))
(over(a, b, c, d) for a in (1e308, 1e-310, 3.0) for b in (-1e308, 5e-324, 0.0) for c in (1e-310, -1.2e308, 7.0, 1e-300) for d in (5e-324, 1.7e308, 2e-160, -0.0))
(over_single(a, b, c, d) for a in (inf, nan, 3.0) for b in (0.0, 1e-40) for c in (nan, 1e38, inf, 0.0) for d in (0.0, -2.0, 1e-45))
(over_unchecked(a, b, c, d) for a in (inf, nan, 0.0, -3.0) for b in (0.0, nan, 2.0) for c in (0.0, -0.0) for d in (0.0, -0.0))
(over_unchecked_single(a, b, c, d) for a in (inf, nan, 0.0, -3.0) for b in (0.0, nan, 2.0) for c in (0.0, -0.0) for d in (0.0, -0.0))
(in_place(x, y) for x in (0.0, 1.0, inf) for y in (0.0, -2.0, nan, -inf))
(mixed(a, x, 3) for a in (inf, nan, 2.0) for x in (0.0, 1.5))
mixed(2.0, inf, 3)
(divided(complex(a, 1), x, n) for a in (inf, 2.0) for x in (0.0, inf, -1.5) for n in (0, 3))
divided(0j, 1.0, 1)
(raised(a, b) for a in (0j, 1 + 2j, complex(inf, 0), -1 + 0j) for b in (0j, 2 + 0j, -1 + 0j, 0.5j, complex(nan, 0)))
(raised_single(a, b) for a in (0j, 1 + 2j, -1 + 0j) for b in (0j, 2 + 0j, -1 + 0j, 0.5j))
raised(1e200 + 0j, 2 + 0j)
(raised_by(a, n, 1.5) for a in (1 + 2j, 0j) for n in (0, 3, -2))
(magnitude(a, b) for a in (3.0, inf, nan, 1e308) for b in (4.0, -inf, 1e308, 0.0))
of_array(np.array([1 + 1j, complex(inf, nan), 2]), 2j)
of_array(np.array([1 + 1j, 2]), 0j)
of_array(np.array([1 + 1j, 2, 3, 4j])[::-2], 1 - 1j)
of_array(np.zeros(0, complex), 0j)
(product(a) for a in (np.zeros(0, complex), np.array([1 + 1j, 2j, 3]), np.array([complex(inf, 0), 2j])))
(called(1 + 1j, b) for b in (0j, 2j))
pythons(complex(inf, nan), complex(1, 1))
pythons(1j, 0j)
types(0.1 + 0.7j, 2j, 0.3, 3, 3)
(in_place_single(z) for z in (1 + 2j, 0.1 + 0.7j))
