"""C arrays: both spellings, several dimensions, conversion from and to lists, slices, decay to pointers."""

DEF N = 3

cdef int[5] TABLE = [1, 2, 4, 8, 16]
cdef double GRID[2][3]


cdef double norm1(double* p, int n) noexcept nogil:
    cdef double s = 0
    cdef int i
    for i in range(n):
        s += p[i] if p[i] >= 0 else -p[i]
    return s


def filled(int n):
    cdef int a[6]
    cdef int i
    for i in range(6):
        a[i] = i * n
    return a[0], a[5], [a[i] for i in range(6)]


def to_list():
    cdef double[4] a
    cdef int i
    for i in range(4):
        a[i] = i / 2
    return a


def from_list(values):
    cdef int[3] a = values
    return a[0], a[1], a[2]


def two_dimensions():
    cdef int a[N][N]
    cdef int i, j
    for i in range(N):
        for j in range(N):
            a[i][j] = i * N + j
    return a[1][2], a, sizeof(a)


def new_style():
    cdef int[2][3] a
    a[1][2] = 7
    a[0][0] = 1
    return a[1][2], a[0][0]


def decay(double x, double y, double z):
    cdef double a[3]
    a[0], a[1], a[2] = x, y, z
    return norm1(a, 3), norm1(&a[1], 2), norm1(a + 2, 1)


def slices():
    cdef int[5] a = [10, 20, 30, 40, 50]
    cdef int x, s = 0
    for x in a[1:4]:
        s = s * 100 + x
    return s, [x for x in a[:2]]


def iterate():
    cdef int[4] a = [3, 1, 4, 1]
    cdef int x, s = 0
    for x in a:
        s = s * 10 + x
    return s


def table(int i):
    return TABLE[i]


def grid(int i, int j, double v):
    GRID[i][j] = v
    return GRID[i][j], GRID[0][0]


def histogram(const unsigned char[:] data):
    cdef long counts[256]
    cdef Py_ssize_t i
    for i in range(256):
        counts[i] = 0
    for i in range(data.shape[0]):
        counts[data[i]] += 1
    return {i: counts[i] for i in range(256) if counts[i]}


def assign_array():
    cdef int[3] a = [1, 2, 3]
    cdef int[3] b
    b = a
    b[0] = 9
    return a[0], b[0], len(b)


def view_of():
    cdef int[4] a = [1, 2, 3, 4]
    cdef int[:] v = a
    v[1] = 20
    return a[1], v.shape[0]

# --- calls
(filled(n) for n in (0, 3))
to_list()
from_list([1, 2, 3])
from_list((4, 5, 6))
from_list([1, 2])
from_list([1, 2, "a"])
from_list(5)
two_dimensions()
new_style()
decay(1, -2, 3)
slices()
iterate()
(table(i) for i in (0, 4))
grid(1, 2, 2.5)
grid(0, 0, 1)
histogram(b"abracadabra")
assign_array()
view_of()
histogram(b"")
