"""What keeps references: views, buffers, objects, memory of C's, errors, and values that come and go."""
import numpy as np

cimport numpy as cnp
from libc.stdlib cimport free, malloc

ctypedef fused number:
    int
    double

cdef struct Point:
    double x
    double y

cdef packed struct Record:
    int key
    double value

cdef double[:] kept = np.zeros(3)
cdef object last = None


cdef double added(double[:] v) except? -1:
    if v.shape[0] == 0:
        raise ValueError("nothing to add")
    return v[0] + v[v.shape[0] - 1]


def view_argument(double[:] v, Py_ssize_t i):
    v[i] = v[i]
    return v[i]


def view_result(double[:] v):
    return v[::-1]


def view_base(double[:] v):
    return v.base


def view_copied(double[:, :] m):
    cdef double[:, ::1] c = m.copy()
    cdef double[:] row = c[0]
    return row[0] + m.T[0, 0]


def view_kept(double[:] v):
    global kept
    kept = v
    kept = kept[1:]
    return kept[0]


def view_none(double[:] v):
    return v is None


def view_records(Record[:] v):
    cdef Record r = v[0]
    r.key += 1
    v[0] = r
    v[0].key -= 1
    return v[0]


def view_refused(int[:] v):
    return v[0]


def buffer(cnp.ndarray[cnp.float64_t, ndim=1] a):
    cdef cnp.ndarray[cnp.float64_t, ndim=1] out = np.empty_like(a)
    out[0] = a[0]
    return out


def objects(list items, dict table, str text, bytes raw):
    global last
    cdef list found = []
    cdef Py_ssize_t i
    for i in range(len(items)):
        found.append(items[i])
        table[i] = items[i]
    last = found
    found.append(text[0])
    found.append(raw[1:])
    found.append((i, text, 0.5))
    return found


def into_items(double[:] v, list items):
    cdef Py_ssize_t i
    for i in range(len(items)):
        v[i] = items[i]
    return v[0]


def raised(double[:] v):
    try:
        return added(v[:0])
    except ValueError as error:
        return str(error)


def failing(list items, Py_ssize_t i):
    return items[i].missing


def struct_both_ways(Point p):
    p.x += 1
    return p


def memory(int n):
    cdef Point* points = <Point*>malloc(n * sizeof(Point))
    cdef double total = 0
    cdef int i
    if points is NULL:
        raise MemoryError
    for i in range(n):
        points[i].x = i
        points[i].y = -i
        total += points[i].x
    free(points)
    return total


def fused(number[:] v, number x):
    v[0] = x
    return v[0]


def unlocked(double[:] v):
    cdef double s = 0
    cdef Py_ssize_t i
    with nogil:
        for i in range(v.shape[0]):
            s += v[i]
    return s


def formatted(int i, double x):
    return f"{i}:{x:.2f}" + "%d" % i


def keyed(list items, int n):
    return sorted(items, key=lambda item: -item * n)


def unpacked(*args, int n=1, **kwargs):
    a, *rest = args
    return a, rest, n, kwargs
