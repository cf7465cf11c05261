"""Memory from libc.stdlib and cpython.mem: buffers, growth, errors, try/finally."""
from cpython.mem cimport PyMem_Free, PyMem_Malloc, PyMem_Realloc
from libc.stdlib cimport calloc, free, malloc, realloc
from libc.string cimport memcpy, memset


def squares(int n):
    cdef int* p = <int*>malloc(n * sizeof(int))
    cdef int i
    if not p:
        raise MemoryError()
    try:
        for i in range(n):
            p[i] = i * i
        return [p[i] for i in range(n)]
    finally:
        free(p)


def zeroed(int n):
    cdef double* p = <double*>calloc(n, sizeof(double))
    cdef double s = 0
    cdef int i
    if p == NULL:
        raise MemoryError("no memory")
    for i in range(n):
        s += p[i]
        p[i] = i
    for i in range(n):
        s += p[i]
    free(p)
    return s


def growing(int n):
    cdef Py_ssize_t capacity = 2, size = 0
    cdef long* p = <long*>PyMem_Malloc(capacity * sizeof(long))
    cdef long* bigger
    cdef int i
    if not p:
        raise MemoryError
    for i in range(n):
        if size == capacity:
            capacity *= 2
            bigger = <long*>PyMem_Realloc(p, capacity * sizeof(long))
            if not bigger:
                PyMem_Free(p)
                raise MemoryError
            p = bigger
        p[size] = i * 3
        size += 1
    out = [p[i] for i in range(size)]
    PyMem_Free(p)
    return out, capacity


def raises_inside(int n):
    cdef double* p = <double*>malloc(n * sizeof(double))
    if p is NULL:
        raise MemoryError()
    try:
        p[0] = 1
        if n > 3:
            raise ValueError("too many: %d" % n)
        return p[0]
    finally:
        free(p)


def copies(double[::1] a):
    cdef Py_ssize_t n = a.shape[0]
    cdef double* p = <double*>malloc(n * sizeof(double))
    cdef Py_ssize_t i
    memcpy(p, &a[0], n * sizeof(double))
    memset(&a[0], 0, n * sizeof(double))
    for i in range(n):
        a[n - 1 - i] = p[i]
    free(p)


def matrix(int rows, int columns):
    cdef double** m = <double**>malloc(rows * sizeof(double*))
    cdef int i, j
    cdef double trace = 0
    for i in range(rows):
        m[i] = <double*>calloc(columns, sizeof(double))
        for j in range(columns):
            m[i][j] = i * 10 + j
    for i in range(min(rows, columns)):
        trace += m[i][i]
    for i in range(rows):
        free(m[i])
    free(m)
    return trace


cdef struct Item:
    double key
    int value


def sorted_items(double[:] keys):
    cdef Py_ssize_t n = keys.shape[0], i, j
    cdef Item* items = <Item*>malloc(n * sizeof(Item))
    cdef Item t
    for i in range(n):
        items[i].key = keys[i]
        items[i].value = <int>i
    for i in range(1, n):
        t = items[i]
        j = i - 1
        while j >= 0 and items[j].key > t.key:
            items[j + 1] = items[j]
            j -= 1
        items[j + 1] = t
    order = [items[i].value for i in range(n)]
    free(items)
    return order


def grown_by_realloc(int n):
    cdef int* p = NULL
    cdef int i
    cdef long s = 0
    for i in range(n):
        p = <int*>realloc(p, (i + 1) * sizeof(int))
        p[i] = i
    for i in range(n):
        s += p[i]
    free(p)
    return s



# --- calls
(squares(n) for n in (0, 1, 5))
(zeroed(n) for n in (1, 4))
(growing(n) for n in (0, 2, 9))
(raises_inside(n) for n in (1, 4))
copies(f8(5))
(matrix(r, c) for r in (1, 3) for c in (2, 4))
sorted_items(np.array([3.0, 1.0, 2.0, 1.0]))
(grown_by_realloc(n) for n in (0, 6))
