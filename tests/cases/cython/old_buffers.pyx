"""Old buffer syntax: cnp.ndarray[T, ndim=n] arguments and locals, with methods of arrays beside indexing."""
import numpy as np

cimport cython
cimport numpy as cnp

cnp.import_array()

DTYPE = np.float64
ctypedef cnp.float64_t DTYPE_t


def total(cnp.ndarray[DTYPE_t, ndim=1] a):
    cdef Py_ssize_t i
    cdef double s = 0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def total_2d(cnp.ndarray[cnp.double_t, ndim=2] a):
    cdef Py_ssize_t i, j
    cdef double s = 0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            s = 2 * s + a[i, j]
    return s


def one_dimension(cnp.ndarray[int] a):
    return a[0], a[-1], a.shape[0]


def contiguous(cnp.ndarray[double, ndim=2, mode="c"] a):
    return a[0, 1]


def fortran(cnp.ndarray[double, ndim=2, mode="fortran"] a):
    return a[0, 1]


def not_none(cnp.ndarray[double, ndim=1] a not None):
    return a.shape[0]


def local_array(int n):
    cdef cnp.ndarray[DTYPE_t, ndim=1] out = np.zeros(n, dtype=DTYPE)
    cdef int i
    for i in range(n):
        out[i] = i * 0.5
    return out


def smooth(cnp.ndarray[DTYPE_t, ndim=1] a):
    cdef cnp.ndarray[DTYPE_t, ndim=1] out = np.empty_like(a)
    cdef Py_ssize_t i, n = a.shape[0]
    for i in range(n):
        out[i] = (a[max(i - 1, 0)] + a[i] + a[min(i + 1, n - 1)]) / 3
    return out


def methods(cnp.ndarray[DTYPE_t, ndim=2] a):
    return a.sum(), a.mean(axis=0), a.T.shape, a.dtype, a.size, a.ndim


def slices(cnp.ndarray[DTYPE_t, ndim=2] a):
    return a[0], a[:, 1], a[1:, 1:]


def expressions(cnp.ndarray[DTYPE_t, ndim=1] a, double x):
    return a * x + 1, a > 1, -a


def bounds(cnp.ndarray[DTYPE_t, ndim=1] a, int i):
    return a[i]


@cython.boundscheck(False)
@cython.wraparound(False)
def fast(cnp.ndarray[cnp.int64_t, ndim=1] a):
    cdef Py_ssize_t i
    cdef cnp.int64_t best = a[0]
    for i in range(1, a.shape[0]):
        if a[i] > best:
            best = a[i]
    return best


def store(cnp.ndarray[cnp.uint8_t, ndim=1] a, int v):
    a[0] = v
    return a[0]


def rebound(cnp.ndarray[DTYPE_t, ndim=1] a):
    a = a[::2]
    return a[1], a.shape[0]


def untyped(cnp.ndarray a):
    return a.shape[0], a.ndim, a.size, a[0]


def indexed_by_array(cnp.ndarray[DTYPE_t, ndim=1] a, cnp.ndarray[cnp.intp_t, ndim=1] which):
    return a[which]

def objects(cnp.ndarray[object] a):
    return a[0], a[-1]


def objects_2d(cnp.ndarray[object, ndim=2, mode="c"] a):
    return a[0, 1]


def local_objects(x):
    cdef cnp.ndarray[object] a = x
    return a[0]


def size_of(cnp.ndarray[double] a):
    return len(a)


def rest(cnp.ndarray[double] a):
    return a[1:]


def cleared(cnp.ndarray[double] a):
    a[:] = 0



def cast_bytes(cnp.ndarray[cnp.uint8_t, ndim=1, cast=True] a):
    return a[0], a.dtype


def cast_sum(cnp.ndarray[double, ndim=2, cast=True, mode="c"] a):
    cdef double s = 0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            s += a[i, j]
    return s


def cast_local(x):
    """The array that it was is given back, with its own dtype."""
    cdef cnp.ndarray[cnp.int64_t, cast=True] v = x
    v[0] = 5
    return v


def not_cast(cnp.ndarray[double, cast=False] a):
    return a[0]


# --- calls
(cast_bytes(np.array([1, 0], d)) for d in (np.int8, np.uint8, np.bool_, np.int16, 'S1', 'S2', np.float64))
(cast_sum(np.array([[1, 2], [3, 4]], d)) for d in (np.float64, np.int64, np.uint64, np.float32, np.complex64, np.complex128, 'datetime64[s]'))
cast_sum(np.zeros((0, 3), np.int64))
cast_sum(np.zeros((2, 3), np.int64).T)
cast_sum(np.zeros(3, np.int64))
(cast_local(np.array([1, 2], d)) for d in (np.float64, np.int64, np.uint64, 'timedelta64[s]', np.int32))
cast_local(None)
cast_local(np.array([1, 2, 3, 4], np.uint64)[::-2])
(not_cast(np.array([1, 2], d)) for d in (np.float64, np.int64))
total(f8(4))
total(every2(f8(4)))
total(ro(f8(4)))
total(f8(2, 2))
total(f8(3).astype("f4"))
total([1.0])
total_2d(f8(2, 3))
total_2d(fort(f8(2, 3)))
one_dimension(np.arange(3, dtype=np.intc))
contiguous(f8(2, 2))
contiguous(fort(f8(2, 2)))
fortran(fort(f8(2, 2)))
fortran(f8(2, 2))
not_none(f8(2))
not_none(None)
local_array(4)
smooth(f8(5) ** 2)
methods(f8(2, 3))
slices(f8(3, 3))
expressions(f8(3), 2)
(bounds(f8(3), i) for i in (0, -1, 3))
fast(i8(5))
(store(np.zeros(1, np.uint8), v) for v in (7, 256))
rebound(f8(5))
untyped(f8(3))
untyped([1])
indexed_by_array(f8(4), np.array([0, 2]))
total(f8(0))
total(rev(f8(4)))
(total(np.array(v)) for v in [[nan, 1.0], [-0.0], [inf, -inf]])
objects(np.array([1, "x"], object)), objects(np.array([None, 2.5], object)[::-1])
objects(f8(2))
objects(np.zeros((2, 2), object))
objects([1])
objects_2d(np.array([[1, "x"]], object))
objects_2d(np.zeros((2, 2)))
objects_2d(np.zeros(2, object))
objects_2d(np.zeros((2, 2), object).T)
local_objects(np.array(["y"], object))
local_objects(f8(2))
local_objects(np.zeros((2, 2), object))
size_of(f8(3))
size_of(None)
rest(f8(3))
rest(None)
cleared(f8(3))
cleared(None)
