"""Views of structs: nested and array fields, what fits and what does not, copies, objects, buffers, memory of C's."""
cimport cython
cimport numpy as cnp
from cython.parallel cimport prange
from libc.stdlib cimport free, malloc

import numpy as np

ctypedef cnp.float64_t real

cdef struct Point:
    real x
    double y

cdef struct Pair:
    double re
    double im

cdef struct Pixel:
    unsigned char r
    unsigned char g, b

cdef packed struct Mixed:
    char tag
    cnp.int16_t small
    long long big
    float f

cdef struct Segment:
    Point start
    Point end
    int id

ctypedef struct Cell:
    int corner[4]
    double grid[2][3]
    char name[8]

cdef struct Wave:
    double complex z
    float complex w

ctypedef Mixed Alias

cdef Point[:] kept = None

point = np.dtype([("x", "f8"), ("y", "f8")])
pixel = np.dtype([("r", "u1"), ("g", "u1"), ("b", "u1")])
mixed = np.dtype([("tag", "i1"), ("small", "i2"), ("big", "i8"), ("f", "f4")])
segment = np.dtype([("start", point), ("end", point), ("id", "i4")], align=True)
cell = np.dtype([("corner", "i4", 4), ("grid", "f8", (2, 3)), ("name", "S8")], align=True)
wave = np.dtype([("z", "c16"), ("w", "c8")], align=True)


def points(n):
    return np.array([(i + 0.5, -i) for i in range(n)], point)


def segments(n):
    return np.array([((i, 1), (2, i), i) for i in range(n)], segment)


def cells(n):
    a = np.zeros(n, cell)
    a["corner"] = np.arange(4 * n).reshape(n, 4)
    a["grid"] = np.arange(6 * n).reshape(n, 2, 3) / 2
    a["name"] = b"ab"
    return a


def sum_points(Point[:] a):
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i].x * a[i].y
    return s


def sizes(Point[:] a):
    return a.itemsize, a.nbytes, a.size, sizeof(Segment), sizeof(a[0])


def complex_pairs(Pair[:] a):
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i].re - a[i].im
    return s


def sum_contiguous(const Point[:, ::1] a):
    cdef double s = 0
    cdef Py_ssize_t i, j
    with nogil:
        for i in range(a.shape[0]):
            for j in range(a.shape[1]):
                s += a[i, j].x - a[i, j].y
    return s


def pixels(Pixel[:] a):
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        a[i].r += 200
        a[i].g = a[i].r
        a[i].b -= 1


def alias(Alias[:] a, int i):
    a[i].small = a[i].tag * 2
    a[i].big = a[i].small + 1
    a[i].f /= 2
    return a[i].tag, a[i].small, a[i].big, a[i].f


def nested(Segment[::1] a, Py_ssize_t i):
    cdef Segment s = a[i]
    s.id = 99
    a[i].start.x += 1
    a[i].end = a[i].start
    a[i].id *= 2
    return s.start.x, s.id, a[i].end.x, a[i]


def array_fields(Cell[:] a, int i, int j):
    cdef int* corner = a[i].corner
    corner[0] = 7
    a[i].corner[j] += 10
    a[i].grid[1][2] = a[i].grid[0][j] * 3
    a[i].name[0] = b"x"
    return a[i].corner[0], a[i].corner[j], a[i].grid[1][2], a[i]


def waves(Wave[:] a):
    a[0].z = a[0].z * 1j
    a[0].w = a[0].w + 1
    return a[0].z.real, a[0].w.imag, a[0]


@cython.boundscheck(False)
@cython.wraparound(False)
def unchecked(Point[::1] a):
    cdef Py_ssize_t i
    for i in range(a.shape[0] - 1):
        a[i].x = a[i + 1].y


def wrapped(Point[:] a, int i):
    a[i].x = 1
    return a[i].y


def whole(Point[:] a, int i, int j):
    cdef Point p = a[i]
    p.x += 1
    a[j] = p
    a[i] = a[j]
    return p


def from_dict(Point[:] a, d):
    a[0] = d


def fill(Point[:, :] a):
    cdef Point p = Point(1, 2)
    a[:, 0] = p
    a[0, ...] = a[1, ...]


def copy_over(Point[:] a):
    a[1:] = a[:-1]


def sliced(Point[:] a):
    cdef Point[:] b = a[::-2]
    b[0].x = 100
    return b, b[0].x, b.shape[0]


def copies(Point[:] a):
    cdef Point[::1] b = a.copy()
    b[0].x = 50
    return b, a[0].x


def copies_fortran(Point[:, :] a):
    cdef Point[::1, :] b = a.copy_fortran()
    return b, b.is_f_contig()


def transposed(Point[:, :] a):
    cdef Point[:, :] b = a.T
    b[1, 0].x = 9
    return b


def returned(Point[:] a):
    return a


def dtype_of(Segment[:] a):
    cdef Segment[:] b = a[1:]
    r = np.asarray(b)
    return r.dtype, r, np.asarray(a.copy()).dtype


def as_object(Point[:] a):
    cdef object o = a
    o[1] = {"x": 7, "y": 8}
    o[-1] = o[0]
    return o[1], len(o), memoryview(o).format, o.itemsize, [p["x"] for p in o]


def base_of(Point[:] a):
    return a.base is not None, type(a.base).__name__


def iterate(Point[:] a):
    cdef Point p
    cdef double s = 0
    for p in a:
        s += p.x
    return s


def none(Point[:] a=None):
    return a is None


def none_item(Point[:] a):
    return a[0].x


cdef double total(const Point[:] a) noexcept nogil:
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        s += a[i].x
    return s


cdef void shift(Point* p, Py_ssize_t n, double by) noexcept nogil:
    cdef Py_ssize_t i
    for i in range(n):
        p[i].x += by


def handed(Point[::1] a):
    if a.shape[0]:
        shift(&a[0], a.shape[0], 2)
    return total(a), total(a[1:])


def field_address(Point[:] a):
    cdef double* y = &a[0].y
    y[0] = 3
    return a[0].y


def keep(Point[:] a):
    global kept
    kept = a
    kept[0].x = 11
    return kept


def parallel(Point[:] a):
    cdef Py_ssize_t i
    cdef double s = 0
    for i in prange(a.shape[0], nogil=True):
        a[i].x = a[i].y * 2
        s += a[i].x
    return s


def buffers(cnp.ndarray[Point, ndim=1] a):
    cdef Py_ssize_t i
    cdef Point p
    for i in range(a.shape[0]):
        a[i].x += 1
    p = a[0]
    a[1] = p
    return a, p, a.dtype.names


def from_pointer(int n):
    cdef Point* p = <Point*>malloc(n * sizeof(Point))
    cdef Point[:] a = <Point[:n]>p
    cdef int i
    for i in range(n):
        a[i].x = i
        p[i].y = 2 * i
    try:
        return a[n - 1].y, np.array(np.asarray(a)), a[0]
    finally:
        free(p)


def over_array():
    cdef Point p[3]
    cdef Point[:] a = p
    cdef int i
    for i in range(3):
        a[i].x = i
        a[i].y = 1
    return p[2].x, sum_points(a)


def one_type(Segment[:] a, Cell[:] b, Mixed[:] c, Pixel[:] d):
    return len(a), len(b), len(c), len(d)

# --- calls
sum_points(points(3))
sum_points(points(5)[::-2])
sum_points(points(0))
sum_points(ro(points(2)))
sum_points(np.arange(4).astype(complex))
sum_points(points(4).reshape(2, 2))
sum_points(f8(4))
sum_points(np.zeros(2, [("a", "f8"), ("b", "f8")]))
sum_points(np.zeros(2, [("a", "f8"), ("b", "f4")]))
sum_points(np.zeros(2, [("a", "f8"), ("b", "i8")]))
sum_points(np.zeros(2, [("a", "f8"), ("b", "f8"), ("c", "f8")]))
sum_points(np.zeros(2, [("a", "f8")]))
sum_points(np.zeros(2, {"names": ["a", "b"], "formats": ["f8", "f8"], "offsets": [0, 16]}))
sum_points(np.zeros(2, {"names": ["a", "b"], "formats": ["f8", "f8"], "offsets": [0, 8], "itemsize": 24}))
sum_points(np.zeros(2, [("a", ">f8"), ("b", ">f8")]))
sum_points(np.zeros(2, "S16"))
sum_points([1, 2])
sum_points(None)
sizes(points(3))
complex_pairs(np.arange(4) * (1 + 2j))
complex_pairs(np.arange(4).astype("c8"))
complex_pairs(f8(2))
complex_pairs(points(2))
sum_contiguous(points(6).reshape(2, 3))
sum_contiguous(ro(points(6).reshape(2, 3)))
sum_contiguous(points(6).reshape(2, 3).T)
pixels(np.array([(1, 2, 3), (100, 0, 0)], pixel))
pixels(np.zeros(2, [("r", "i1"), ("g", "u1"), ("b", "u1")]))
alias(np.array([(1, 2, 3, 4), (5, 6, 7, 9)], mixed), 1)
alias(np.array([(1, 2, 3, 4)], mixed), 3)
alias(np.zeros(2, [("tag", "i1"), ("small", "i2"), ("big", "i8"), ("f", "f8")]), 0)
alias(np.zeros(2, [("tag", "u1"), ("small", "u2"), ("big", "i8"), ("f", "f4")]), 0)
nested(segments(3), 1)
nested(segments(3), -1)
nested(segments(3), 3)
nested(segments(4)[::2], 0)
nested(np.zeros(2, [("x", "f8"), ("y", "f8"), ("a", "f8"), ("b", "f8"), ("id", "i4"), ("pad", "i4")]), 0)
nested(np.zeros(2, np.dtype([("x", "f8"), ("y", "f8"), ("a", "f8"), ("b", "f8"), ("id", "i4")], align=True)), 0)
nested(np.zeros(2, np.dtype([("s", point), ("e", [("x", "f8"), ("y", "f4")]), ("id", "i4")], align=True)), 0)
array_fields(cells(2), 1, 2)
array_fields(np.zeros(2, np.dtype([("corner", "i4", 3), ("grid", "f8", (2, 3)), ("name", "S8")], align=True)), 0, 0)
array_fields(np.zeros(2, np.dtype([("corner", "i4", 4), ("grid", "f8", (3, 2)), ("name", "S8")], align=True)), 0, 0)
array_fields(np.zeros(2, np.dtype([("corner", "i4", 4), ("grid", "f8", 6), ("name", "S8")], align=True)), 0, 0)
array_fields(np.zeros(2, np.dtype([("corner", "i4", 4), ("grid", "f8", (2, 3)), ("name", "S7")], align=True)), 0, 0)
waves(np.array([(1 + 2j, 3j)], wave))
waves(np.zeros(1, np.dtype([("z", "f8", 2), ("w", "c8")], align=True)))
unchecked(points(4))
wrapped(points(3), -1)
wrapped(points(3), -4)
wrapped(points(0), 0)
wrapped(ro(points(3)), 0)
whole(points(3), 0, 2)
from_dict(points(2), {"x": 3, "y": 4})
from_dict(points(2), {"x": 3})
from_dict(points(2), 5)
fill(points(6).reshape(2, 3))
copy_over(points(4))
sliced(points(5))
copies(points(3))
copies(points(4)[::-1])
copies_fortran(points(6).reshape(2, 3))
transposed(points(6).reshape(2, 3))
returned(points(2))
returned(points(4)[::2])
dtype_of(segments(3))
as_object(points(3))
base_of(points(3))
iterate(points(3))
none()
none(points(1))
none_item(None)
handed(points(3))
handed(points(0))
field_address(points(2))
keep(points(2))
parallel(points(100))
buffers(points(3))
buffers(f8(3))
from_pointer(3)
over_array()
one_type(segments(1), cells(2), np.zeros(3, mixed), np.zeros(4, pixel))
one_type(segments(1), cells(2), np.zeros(3, pixel), np.zeros(4, pixel))
