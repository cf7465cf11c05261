"""libc.complex, and the same functions of complex.h in both sizes."""
from libc.complex cimport cabs, cacos, cacosh, carg, casin, casinh, catan, catanh, ccos, ccosh, cexp, cimag, clog, clog10
from libc.complex cimport conj, cpow, cproj, creal, csin, csinh, csqrt, ctan, ctanh

cimport cython

cdef extern from "complex.h" nogil:
    float complex cexpf(float complex z)
    float cabsf(float complex z)
    float complex my_sqrt "csqrtf"(float complex z)


ctypedef double complex (*function)(double complex) noexcept nogil


def trigonometric(double complex z):
    return ccos(z), csin(z), ctan(z), ccosh(z), csinh(z), ctanh(z)


def inverse(double complex z):
    return cacos(z), casin(z), catan(z), cacosh(z), casinh(z), catanh(z)


def exponential(double complex z):
    return cexp(z), clog(z), clog10(z), csqrt(z)


def powers(double complex x, double complex y):
    return cpow(x, y), csqrt(x) * csqrt(y)


def parts(double complex z):
    return cabs(z), carg(z), cimag(z), creal(z), conj(z), cproj(z), cython.typeof(cabs(z)), cython.typeof(conj(z))


def single(float complex z):
    return cexpf(z), cabsf(z), my_sqrt(z), cython.typeof(cabsf(z))


def of_reals(double x, int n):
    return cexp(x), csqrt(n), cabs(x), carg(n)


def over(double complex[:] a):
    cdef Py_ssize_t i
    cdef double complex total = 0
    with nogil:
        for i in range(a.shape[0]):
            a[i] = cexp(a[i]) / csqrt(a[i] + 1)
            total += a[i]
    return total


def pointed(double complex z, bint which):
    cdef function f = csqrt if which else cexp
    return f(z)


# --- calls
(trigonometric(z) for z in (0j, 1 + 2j, -0.5 - 3j, 700 + 1j, 1e-300j))
(inverse(z) for z in (0j, 1 + 2j, -0.5 - 3j, 2 + 0j, -2 + 0j, 1e300 + 1e300j))
(exponential(z) for z in (0j, 1 + 2j, -1 + 0j, complex(-1, -0.0), 710 + 1j, -1e308 + 1e308j, 5e-324j))
(powers(x, y) for x in (0j, 2 + 1j, -1 + 0j) for y in (0j, 0.5 + 0j, 2 - 1j, -1 + 0j))
(parts(z) for z in (0j, 3 - 4j, complex(-1, -0.0), 1e308 + 1e308j))
(single(z) for z in (0j, 1 + 2j, 100 + 1j, -4 + 0j))
(of_reals(x, n) for x in (0.0, -2.5, nan) for n in (0, -4, 9))
(over(np.array(a, np.complex128)) for a in ([], [0, 1j, -1], [1 + 1j, 2.5]))
over(np.arange(6, dtype=np.complex128)[::-2])
(pointed(2 - 1j, which) for which in (True, False))
parts("1")
single(None)
