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


cdef struct Sides:
    unsigned long long[2][6] pieces
    int[2] counts


def by_comparison(str s, int piece):
    cdef Sides b = Sides()
    cdef Py_UCS4 c
    for c in s:
        b.pieces[c.islower()][piece] |= 1ULL << 3
        b.counts[c.islower()] += 1
    b.pieces[piece > 2][not piece] += 5
    return b, b.counts[piece > 2], (&b.counts[0] + (piece == 2))[0]


def part_written_out(double x, int i, int j):
    cdef double[4] a = [1, 2, 3, 4]
    a[i:j] = [7, x]
    a[2:] = [a[3], a[2]]
    return a


def part_from_array(double x, int i):
    cdef double[4] a = [1, 2, 3, 4]
    cdef double[2] two = [x, x]
    cdef double* p = &a[0]
    a[1:3] = two
    a[i:] = two
    p[:1] = [x + 1]
    return a


def part_of_row(int x, int i):
    cdef int[2][3] m = [[1, 2, 3], [4, 5, 6]]
    m[1][:2] = [8, 9]
    m[i][1:] = [x > 2, i]
    return m


cdef struct Named:
    double[3] last
    int[2][2] rows


def lists_without_lock(double x):
    cdef Named s
    cdef Named* p = &s
    cdef double[3] a = [1, 2, x]
    cdef double[2][3] rows
    with nogil:
        s.last = [x, 1, 2]
        p.rows = [[1, 2], [3, 4]]
        p.last[1:] = [5, x]
        a = [x, 2, x]
        a[:] = [x, 2, x + 1]
        rows[0] = [1, 2, x]
        rows[1][:] = [1, 2, x]
        a[:2] = [7, 8]
    return s, a, rows


cdef int[3] COUNTED = range(3)


cdef struct Filled:
    double[2] xs
    char name[4]


def from_ranges(int n):
    cdef int[5] a = range(5)
    cdef double[2] b = range(n)
    return a, b


def from_lists(int n):
    x = [1, 2, n]
    cdef int[3] a = x
    cdef double[3] b
    b = x
    cdef double[3] c = [i * 2 for i in range(3)]
    return a, b, c


def from_tuples(int n):
    x = (1, 2, n)
    cdef int[3] a = x
    y = 1, 2
    cdef double[2] b = y
    return a, b


def from_objects(x):
    cdef int[2] a = x
    cdef double[2][2] b = [x, x]
    return a, b


def whole_from(x):
    cdef double[3] a
    a[:] = x
    return a


def field_from(n):
    cdef Filled s
    s.xs = (n, 2)
    s.xs = [n, 2]
    x = [n, 5]
    s.xs = x
    return s.xs


def shadowed():
    COUNTED = range(3, 6)
    return list(COUNTED)


def counted_anew(int n):
    global COUNTED
    COUNTED = [n, n, n]
    r = range(n, n + 3)
    COUNTED = r
    return COUNTED


def from_literals():
    cdef char[5] a = b"hello"
    cdef unsigned char b[3]
    b = b"abc"
    cdef char c[2][3]
    c[0] = b"xyz"
    c[1] = b"uvw"
    a[:] = b"world"
    return a[:5], b[2], c[1][:3]


def from_bytes(bytes x):
    cdef char[5] a
    a = b"01234"
    a[:] = x
    return a[:5]


def part_of_literal(bytes x):
    cdef char text[6]
    text[:5] = b"hello"
    text[5] = 0
    return text


def whole_literal():
    cdef char text[5]
    text = b"hello"
    return text[:5]


def sliced_literal():
    cdef char text[5]
    text[:] = b"hello"
    return text[:5]


def part_of_bytes(bytes x):
    cdef char text[5]
    text[1:3] = x
    text[0] = text[3] = text[4] = c'z'
    return text[:5]


def unsigned_part():
    cdef unsigned char text[4]
    text[:3] = b"abc"
    text[3] = 0
    return text[0], text[2]


def parts_of_pointers(double[::1] v):
    cdef double[4] a = [0, 0, 0, 0]
    a[1:3] = &v[1]
    cdef double *p = a
    p[0:1] = &v[0]
    return a


cdef struct Label:
    char name[8]
    int n


def field_of_bytes(bytes x, int n):
    cdef Label r
    r.name[:n] = <char *>x
    r.n = n
    return r.name[:n], r.n


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
by_comparison("aAb", 2)
by_comparison("", 5)
part_written_out(9, 1, 3)
part_written_out(9, 1, 2)
part_written_out(9, 1, 4)
part_from_array(9, 2)
part_from_array(9, 1)
part_of_row(1, 0)
part_of_row(3, 1)
lists_without_lock(5)
from_ranges(2)
from_ranges(3)
from_lists(7)
from_tuples(9)
from_objects([1, 2])
from_objects((1, 2))
from_objects(np.array([1, 2], np.intc))
from_objects([1, 2, 3])
from_objects([1])
from_objects("ab")
from_objects(None)
whole_from([1, 2, 3])
whole_from(range(3))
whole_from([1, 2])
field_from(3)
shadowed()
counted_anew(4)
from_literals()
from_bytes(b'abcde')
from_bytes(b'abcdefg')
part_of_literal(b"")
whole_literal()
sliced_literal()
part_of_bytes(b"xy")
part_of_bytes(b"xyz")
unsigned_part()
parts_of_pointers(np.arange(4.))
field_of_bytes(b'abc', 3)
field_of_bytes(b'abc', 0)
