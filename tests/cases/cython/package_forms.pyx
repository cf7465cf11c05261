"""Forms that published packages have: trailing commas, fields of cnp.dtype, types and annotations together."""
cimport cython
from cython cimport floating
cimport numpy as cnp
import numpy as np
from numpy.typing import NDArray
from libc.math cimport exp, sqrt, abs
DEF NULL_IDX = -9999
cdef fused dz:
    cnp.float64_t
    cnp.complex128_t


cdef floating _dot(int n, const floating* x, int incx, const floating* y, int incy) noexcept nogil:
    cdef floating s = 0
    cdef int i
    for i in range(n):
        s += x[i * incx] * y[i * incy]
    return s


cdef int helper(int a, double b, char* c) except -1:
    return a + <int>b


def dots(floating[::1] a, floating[::1] b):
    return _dot(a.shape[0], &a[0], 1, &b[0], 1), helper(1, 2.5, b"c")


def total(dz[:] a):
    cdef dz s = 0
    cdef Py_ssize_t i, j,
    for i in range(a.shape[0]):
        s = s + a[i]
    return s


cdef:
    Py_ssize_t k1, k2=0, \
         k3 = 2,
    double d1,


def annotated(cnp.ndarray[cnp.float64_t, mode="c", ndim=2] a: NDArray, eps: float, *, rng=None):
    """Doc."""
    global NULL_IDX
    cdef int m = a.shape[0], n = a.shape[1],
    return m, n, eps, rng, NULL_IDX


def absolute(double x, int y):
    return abs(x), abs(y)


def dt(cnp.dtype d):
    return d.itemsize


def dt2(a):
    cdef cnp.dtype d = a.dtype
    return d, d.kind


def kinds(a):
    cdef cnp.dtype d = a.dtype if hasattr(a, "dtype") else a
    if d.kind == c'f' or d.kind == b'i':
        return d.kind, d.type, d.type_num, d.alignment, chr(d.byteorder), d.str, d.flags
    return None


cdef struct Node:
    int a, b,
    double c


def node():
    cdef Node x
    x.a = 1
    x.b = 2
    x.c = 3
    return x


ctypedef fused DTYPE_t:
    float
    float complex
    double
    double complex
    long double
    long double complex
    object


def filt(DTYPE_t [:] x, DTYPE_t k):
    cdef Py_ssize_t i
    for i in range(x.shape[0]):
        x[i] = x[i] * k
    return np.asarray(x), k3


def ld(long double x, long double complex z):
    return x * 2, z * 2


from libc.stdint cimport int32_t


cdef extern from "math.h":
    double cbrt(double x);
    double hypot(double, double);
    double fmax(double a, double b)
cdef int* em = [0, 0, 31, 59, 90]
cdef int32_t* month_offset = [
    0, 31, 59,
    90, 120]


def months(int i):
    return em[i], month_offset[i]


def families(int short=True, unsigned long int long_=3, double complex z=1j):
    return short, long_, z


def declared_with_semicolons(double x):
    return cbrt(x), hypot(x, 1), fmax(x, 2)


def copy_of_const(const double[:, :] quat, int mode):
    cdef double[:, :] quat_mut
    if mode:
        quat_mut = quat.copy()
    else:
        quat_mut = np.roll(quat, -1, axis=1)
    quat_mut[0, 0] = 7
    return np.asarray(quat_mut)


def shaped(double[:, :, ::1] out):
    cdef Py_ssize_t a, b, c
    with nogil:
        a, b = out.shape[:2]
    b, c = out.shape[1:3]
    return a, b, c


# --- calls
dots(np.arange(3.0), np.arange(3.0))
dots(np.arange(3, dtype=np.float32), np.arange(3, dtype=np.float32))
total(np.arange(3.0))
total(np.arange(3.0) * 1j)
annotated(np.zeros((2, 3)), 0.5)
annotated(np.zeros((2, 3)), 0.5, rng=3)
absolute(-2.5, -3)
dt(np.dtype("f4"))
dt2(np.zeros(3))
node()
filt(np.arange(3.0), 2.0)
filt(np.arange(3, dtype=np.float32), 2.0)
filt(np.arange(3.0) * 1j, 2.0)
ld(1.5, 2j)
dt([3])
kinds(np.zeros(3))
kinds(np.zeros(3, np.int32))
kinds([3])
months(2)
months(4)
families()
families(2, 3)
declared_with_semicolons(8)
copy_of_const(np.zeros((2, 2)), 1)
copy_of_const(np.zeros((2, 2)), 0)
shaped(np.zeros((2, 3, 4)))
