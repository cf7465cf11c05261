"""C complex numbers: arithmetic, parts, conversions."""


def identity(double complex z):
    return z


def single(float complex z):
    return z


def arithmetic(double complex a, double complex b):
    return a + b, a - b, a * b


def divide(double complex a, double complex b):
    return a / b


def parts(double complex z):
    return z.real, z.imag, z.conjugate()


def set_parts(double x, double y):
    cdef double complex z = 0
    z.real = x
    z.imag = y
    return z


def mixed(double complex z, double x, int n):
    return z + x, z * n, x - z, n / z


def literal(double x):
    cdef double complex z = x + 2j
    return z, z * 1j


def equal(double complex a, double complex b):
    return a == b, a != b


def magnitude(double complex z):
    return abs(z)


def negative(double complex z):
    return -z, +z


def power(double complex z):
    return z ** 2


def mandelbrot(double complex c, int limit):
    cdef double complex z = 0
    cdef int n
    for n in range(limit):
        if z.real * z.real + z.imag * z.imag > 4:
            return n
        z = z * z + c
    return limit


def total(double complex[:] a):
    cdef double complex s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i]
    return s


def fill(double complex[:, ::1] a):
    cdef Py_ssize_t i, j
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a[i, j] = i + 1j * j


def cast(double x):
    return <double complex>x


def parts_changed(double x, double y):
    cdef double complex z = 1 + 2j
    z.real = x
    z.imag = y
    z.real += 1
    z.imag *= 2
    return z, z.real, z.imag


def float_parts(float x):
    cdef float complex z
    z.real = x
    z.imag = 2
    return z

# --- calls
(identity(z) for z in COMPLEXES)
(identity(z) for z in (1, 2.5, True))
(identity(z) for z in ("1j", None))
(single(z) for z in (0.1 + 0.2j, 1e300 + 0j))
(arithmetic(a, b) for a in (1 + 2j, -0.5j, 3) for b in (2 - 1j, 4))
(divide(a, b) for a in (1 + 2j, -0.5j, 3) for b in (2 - 1j, 4, 1j))
divide(1 + 1j, 0)
(parts(z) for z in (1 + 2j, -0.0 - 3j))
set_parts(1.5, -2)
mixed(1 + 2j, 0.5, 3)
literal(1.5)
(equal(a, b) for a in (1 + 2j, 3) for b in (1 + 2j, 3))
(magnitude(z) for z in (3 + 4j, -1, 0, complex(inf, 1)))
(negative(z) for z in (1 + 2j, 0j))
power(1 + 2j)
(mandelbrot(c, 50) for c in (0, 1, -0.5 + 0.5j, 0.3 + 0.6j))
total(np.arange(4) * (1 + 2j))
total(f8(3))
fill(np.zeros((2, 3), complex))
cast(2.5)
parts_changed(1.5, -0.0)
float_parts(1.5)
total(f8(0))
divide(complex(nan, inf), 1j)
divide(complex(-0.0, 0.0), 2)
