"""Typed memoryviews: indexing, layouts, bounds, dtypes, ranks and their errors."""


def total(double[:] a):
    cdef Py_ssize_t i
    cdef double s = 0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def total_contiguous(double[::1] a):
    cdef Py_ssize_t i
    cdef double s = 0
    for i in range(a.shape[0]):
        s += a[i]
    return s


def total_2d(double[:, ::1] a):
    cdef Py_ssize_t i, j
    cdef double s = 0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            s = s * 2 + a[i, j]
    return s


def total_fortran(double[::1, :] a):
    cdef Py_ssize_t i, j
    cdef double s = 0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            s = s * 2 + a[i, j]
    return s


def total_strided(double[:, :] a):
    cdef Py_ssize_t i, j
    cdef double s = 0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            s = s * 2 + a[i, j]
    return s


def get(double[:] a, Py_ssize_t i):
    return a[i]


def get_int(double[:] a, int i):
    return a[i]


def get_unsigned(double[:] a, unsigned int i):
    return a[i]


def get_2d(int[:, :] a, int i, int j):
    return a[i, j]


def put(double[:] a, Py_ssize_t i, double v):
    a[i] = v


def inplace(long[:] a, Py_ssize_t i):
    a[i] += 5
    a[i] *= 2
    return a[i]


def store_wraps(unsigned char[:] a, int v):
    a[0] = v
    return a[0]


def sizes(double[:, :] a):
    return a.shape[0], a.shape[1], a.strides[0], a.strides[1], a.ndim, a.size, a.nbytes, a.itemsize


def length(double[:] a):
    return len(a)


def const_sum(const double[:] a):
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i]
    return s


def bytes_sum(const unsigned char[:] a):
    cdef long s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i]
    return s


def float_sum(float[:] a):
    cdef float s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i]
    return s


def not_none(double[:] a not None):
    return a.shape[0]


def may_be_none(double[:] a):
    return a is None


def three(double[:, :, :] a, int i, int j, int k):
    return a[i, j, k]

# --- calls
(total(a) for a in (f8(0), f8(1), f8(5)))
total(every2(f8(4)))
total(rev(f8(4)))
total(ro(f8(4)))
total(f8(2, 2))
total(i8(3))
total(f8(3).astype("f4"))
total(swapped(f8(3)))
total(None)
total([1.0, 2.0])
total(3.0)
total(array.array("d", [1.0, 2.5]))
total(array.array("f", [1.0, 2.5]))
total(memoryview(array.array("d", [1.0, 2.5])))
total_contiguous(f8(4))
total_contiguous(every2(f8(4)))
total_contiguous(rev(f8(4)))
total_contiguous(f8(4)[1:3])
total_2d(f8(2, 3))
total_2d(fort(f8(2, 3)))
total_2d(f8(3))
total_2d(f8(0, 3))
total_fortran(fort(f8(2, 3)))
total_fortran(f8(2, 3))
total_strided(f8(2, 3))
total_strided(fort(f8(2, 3)))
total_strided(every2(f8(2, 3)))
total_strided(f8(2, 3).T)
total_strided(f8(2, 3)[::-1, ::-1])
(get(f8(3), i) for i in (0, 2, -1, -3, 3, -4))
(get_int(f8(3), i) for i in (0, -3, 3, -4))
(get_unsigned(f8(3), i) for i in (0, 2, 3))
(get_2d(np.arange(6, dtype=np.intc).reshape(2, 3), i, j) for i in (0, -1, 2, -3) for j in (0, -1, 3))
get_2d(i8(2, 3), 0, 0)
(put(f8(3), i, 9) for i in (0, -1, 3))
inplace(i8(3), 1)
(store_wraps(np.zeros(2, np.uint8), v) for v in (7, 256, -1, 300))
store_wraps(np.zeros(2, np.int8), 1)
store_wraps(np.zeros(2, np.bool_), 1)
sizes(f8(2, 3))
sizes(fort(f8(2, 3)))
sizes(every2(f8(2, 3)))
length(f8(4))
const_sum(ro(f8(4)))
const_sum(f8(4))
bytes_sum(b"abc\xff")
bytes_sum(bytearray(b"abc"))
bytes_sum(np.arange(5, dtype=np.uint8))
bytes_sum("abc")
float_sum(f8(4).astype("f4"))
float_sum(f8(4))
not_none(f8(3))
not_none(None)
may_be_none(None)
may_be_none(f8(1))
three(f8(2, 3, 4), 1, 2, 3)
three(f8(2, 3, 4), 1, 3, 0)
(total(np.array(v)) for v in [[nan, 1.0], [-0.0], [inf, -inf]])
