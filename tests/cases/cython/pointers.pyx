"""Pointers: address-of, indexing, arithmetic, NULL, pointers to elements and to pointers."""
from cython.operator cimport dereference
from cython.operator cimport dereference as deref


cdef void swap(double* a, double* b) noexcept nogil:
    cdef double t = a[0]
    a[0] = b[0]
    b[0] = t


cdef double total(const double* p, Py_ssize_t n) noexcept nogil:
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(n):
        s += p[i]
    return s


cdef int find(const int* p, int n, int which) noexcept nogil:
    cdef const int* start = p
    cdef const int* end = p + n
    while p < end:
        if p[0] == which:
            return p - start
        p += 1
    return -1


cdef int divmod_c(int a, int b, int* remainder) except? -1 nogil:
    remainder[0] = a % b
    return a // b


cdef int* choose(int* a, int* b, bint first) noexcept nogil:
    return a if first else b


def call_swap(double a, double b):
    swap(&a, &b)
    return a, b


def of_view(double[::1] a):
    if a.shape[0] == 0:
        return 0.0
    return total(&a[0], a.shape[0])


def of_row(double[:, ::1] a, Py_ssize_t i):
    return total(&a[i, 0], a.shape[1])


def write_through(double[::1] a):
    cdef double* p = &a[0]
    cdef double* last = &a[a.shape[0] - 1]
    while p <= last:
        p[0] = p[0] * 2
        p += 1


def call_find(int[::1] a, int which):
    return find(&a[0], <int>a.shape[0], which)


def out_argument(int a, int b):
    cdef int r = 0
    cdef int q = divmod_c(a, b, &r)
    return q, r


def call_choose(int a, int b, bint first):
    cdef int* p = choose(&a, &b, first)
    p[0] += 100
    return a, b


def null_check(bint with_value):
    cdef double x = 1.5
    cdef double* p = NULL
    if with_value:
        p = &x
    if p is NULL:
        return None
    if p != NULL:
        return p[0]


def pointer_truth(bint with_value):
    cdef int x = 3
    cdef int* p = &x if with_value else NULL
    if p:
        return "set"
    return "null" if not p else "never"


def negative_index(double[::1] a):
    cdef double* p = &a[2]
    return p[-1], p[0], p[1], (p - 2)[0]


def pointer_to_pointer(int a, int b):
    cdef int* p = &a
    cdef int** pp = &p
    pp[0][0] = 5
    pp[0] = &b
    p[0] = 6
    return a, b


def difference(double[::1] a, int i, int j):
    cdef double* p = &a[i]
    cdef double* q = &a[j]
    return q - p, p < q, p == q


def reinterpret(double x):
    cdef unsigned long bits = (<unsigned long*>&x)[0]
    return bits, (<unsigned char*>&x)[7]


def void_pointer(int x):
    cdef void* v = <void*>&x
    cdef int* p = <int*>v
    p[0] += 1
    return x


def strided(double[:, :] a):
    cdef char* p = <char*>&a[0, 0]
    cdef Py_ssize_t i, j
    cdef double s = 0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            s = 2 * s + (<double*>(p + i * a.strides[0] + j * a.strides[1]))[0]
    return s


def slices(double[::1] a):
    cdef double* p = &a[0]
    cdef double x
    out = []
    for x in p[:3]:
        out.append(x)
    for x in p[1:4]:
        out.append(x)
    return out


cdef void swap_ranges(double* p, double* q, Py_ssize_t n) noexcept nogil:
    cdef Py_ssize_t i
    cdef double t
    for i in range(n):
        t = p[i]
        p[i] = q[i]
        q[i] = t


cdef void add_ranges(double* into, const double* a, Py_ssize_t n) noexcept nogil:
    cdef Py_ssize_t i
    for i in range(n):
        into[i] += a[i]


def swapped_rows(double[:, ::1] a, Py_ssize_t last):
    """Each row with that one, itself among them."""
    cdef Py_ssize_t i
    for i in range(a.shape[0]):
        swap_ranges(&a[i, 0], &a[last, 0], a.shape[1])


def overlapping(double[::1] a, Py_ssize_t by):
    """Ranges that share items: what is read may have been stored just before."""
    cdef Py_ssize_t n = a.shape[0] - 2 * by - 2
    swap_ranges(&a[0], &a[by], n)
    add_ranges(&a[by], &a[0], n)
    add_ranges(&a[0], &a[by], n)
    for by in range(3):
        add_ranges(&a[by], &a[1], n)


def dereferenced(int n):
    cdef int a[4]
    cdef int *p = a
    cdef int **pp = &p
    cdef int k
    for k in range(4):
        a[k] = n * k
    p += 2
    deref(pp)[0] = 99
    return deref(p), dereference(p + 1), deref(deref(pp) - 1), a[2], p - a


# --- calls
(swapped_rows(f8(m, n), last) for m, n in ((4, 3), (5, 40), (1, 17)) for last in (0, m - 1))
(overlapping(f8(n), by) for n in (20, 90) for by in (0, 1, 2, 4, 7))
call_swap(1, 2)
(of_view(a) for a in (f8(0), f8(4)))
(of_row(f8(3, 4), i) for i in (0, 2))
write_through(f8(4))
(call_find(np.array([5, 3, 9], np.intc), w) for w in (5, 9, 7))
(out_argument(a, b) for a in (7, -7) for b in (2, 0))
(call_choose(1, 2, f) for f in (True, False))
(null_check(w) for w in (True, False))
(pointer_truth(w) for w in (True, False))
negative_index(f8(4))
pointer_to_pointer(1, 2)
(difference(f8(5), i, j) for i in (0, 3) for j in (1, 3))
(reinterpret(x) for x in (0.0, -1.5))
void_pointer(4)
strided(every2(f8(2, 3)))
strided(f8(3, 2).T)
slices(f8(5))
(reinterpret(x) for x in [nan, inf, -0.0])
dereferenced(5)
