"""Distances and polynomials: tables of function pointers, complex numbers, unions, records of arrays."""
# cython: cpow=True
cimport cython
import numpy as np
cimport numpy as np
from libc cimport math
from libc.math cimport M_PI, NAN, exp, fabs, floor, fmin, fmax, hypot, pow
from libc.stdint cimport uintptr_t
import operator

np.import_array()

DTYPE = np.float64
ctypedef np.float64_t DTYPE_t
ctypedef double (*metric_func)(const double*, const double*, const np.intp_t) noexcept nogil
ctypedef double complex zcomplex
ctypedef int (*compare_t)(const void*, const void*) noexcept nogil

cdef extern from *:
    """
    """

cdef double minkowski1(const double* x, const double* y, const np.intp_t n) noexcept nogil:
    cdef double d = 0
    cdef np.intp_t i
    for i in range(n):
        d += fabs(x[i] - y[i])
    return d

cdef double minkowski2(const double* x, const double* y, const np.intp_t n) noexcept nogil:
    cdef double d = 0
    cdef np.intp_t i
    for i in range(n):
        d += (x[i] - y[i]) ** 2
    return math.sqrt(d)

cdef metric_func[2] METRICS
METRICS[0] = minkowski1
METRICS[1] = &minkowski2

cdef int pairwise(metric_func f, const double[:, ::1] a, double[:, ::1] out) except? 1 nogil:
    cdef Py_ssize_t i, j
    for i in range(a.shape[0]):
        for j in range(i, a.shape[0]):
            out[i, j] = out[j, i] = f(&a[i, 0], &a[j, 0], a.shape[1])
    return 0

def distances(a, int which=0):
    cdef double[:, ::1] out = np.zeros((a.shape[0],) * 2)
    pairwise(METRICS[which], a, out)
    return np.asarray(out)

cdef inline zcomplex zmul(zcomplex a, zcomplex b) noexcept nogil:
    return a * b + 1j

@cython.cdivision(True)
cdef double horner(const double *coef, int n, double x) noexcept nogil:
    cdef double r = coef[n - 1]
    while n > 1:
        n -= 1
        r = r * x + coef[n - 1]
    return r

cdef double[3] C3 = [1.0, 2.0, 3.0]

def poly(double x):
    cdef double[3] c
    c[:] = [1., 0.5, 0.25]
    cdef double* p = [1.0, x, 3.0]
    cdef int* q = [1, 2, 3]
    return horner(p, 3, x), q[2], horner(c, 3, x), horner(&C3[0], 3, x), horner(C3, 2, x)

def zpoly(double complex z, zcomplex w=1j):
    cdef zcomplex total = 0
    total += zmul(z, w)
    total.imag -= 0.5
    return total, total.real, z.conjugate(), abs(z)

cdef struct nodeinfo:
    np.intp_t children, start
    double[2] bounds

cdef union bits:
    double d
    unsigned long long u
    unsigned char[8] b

def double_bits(double x):
    cdef bits u
    u.d = x
    return u.u, u.b[7], <int>u.b[0]

def nodes(int n):
    cdef nodeinfo[4] pool
    cdef nodeinfo* p = pool
    cdef nodeinfo tmp
    cdef int i
    for i in range(4):
        p.children = i
        p.start = n
        p.bounds[0] = -i
        p.bounds[1] = i
        p += 1
    tmp = pool[2]
    return tmp, p - pool, (<uintptr_t>p - <uintptr_t>pool) // sizeof(nodeinfo)

def filter1d(np.ndarray[DTYPE_t, ndim=1] x, np.ndarray[DTYPE_t, ndim=1] w, mode="reflect"):
    cdef np.ndarray[DTYPE_t, ndim=1] out = np.empty_like(x)
    cdef Py_ssize_t n = x.shape[0], half = w.shape[0] // 2, i, k
    cdef int idx
    cdef DTYPE_t acc
    cdef bint reflect = mode == "reflect"
    for i in range(n):
        acc = 0
        for k in range(-half, half + 1):
            idx = i + k
            if reflect:
                if idx < 0: idx = -idx - 1
                elif idx >= n: idx = 2 * n - idx - 1
            else:
                idx = min(max(idx, 0), n - 1)
            acc += x[idx] * w[k + half]
        out[i] = acc
    return out

cdef class_like(object x):
    return x

cdef tuple minmax(double[:] a):
    cdef double lo = a[0], hi = a[0]
    for v in a[1:]:
        lo = fmin(lo, v)
        hi = fmax(hi, v)
    return lo, hi

def ranges(double[:, :] a):
    return [minmax(row) for row in a], class_like(3)

def rounding(double x):
    return math.floor(x), math.ceil(x), math.lround(x), <int>math.trunc(x), math.fmod(x, 2)
# --- calls
distances(np.arange(6.).reshape(3, 2))
distances(np.arange(6.).reshape(3, 2), 1)
poly(2.0)
zpoly(1 + 2j)
zpoly(1 + 2j, 2)
double_bits(-1.5)
nodes(3)
filter1d(np.arange(5.), np.array([1., 2., 1.]))
filter1d(np.arange(5.), np.array([1., 2., 1.]), "nearest")
ranges(np.arange(6.).reshape(2, 3))
rounding(-2.5)
