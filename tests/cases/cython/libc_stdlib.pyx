"""libc.stdlib: abs, div, conversion of text, qsort, bsearch, random numbers of a seed."""
from libc.stdlib cimport abs as c_abs
from libc.stdlib cimport RAND_MAX, atof, atoi, atol, bsearch, free, labs, malloc, qsort, rand, srand, strtod, strtol


cdef int ascending(const void* a, const void* b) noexcept nogil:
    cdef int x = (<const int*>a)[0]
    cdef int y = (<const int*>b)[0]
    return (x > y) - (x < y)


cdef int by_value(const void* a, const void* b) noexcept nogil:
    cdef double x = (<double*>a)[0], y = (<double*>b)[0]
    if x < y:
        return 1
    if x > y:
        return -1
    return 0


def absolute(int x, long y):
    return c_abs(x), labs(y)


def numbers(bytes text):
    return atoi(text), atol(text), atof(text)


def sort(int[::1] a):
    qsort(&a[0], a.shape[0], sizeof(int), ascending)


def sort_down(double[::1] a):
    qsort(&a[0], <size_t>a.shape[0], sizeof(double), &by_value)


def search(int[::1] a, int key):
    cdef int* found = <int*>bsearch(&key, &a[0], a.shape[0], sizeof(int), ascending)
    if found is NULL:
        return -1
    return found - &a[0]


def parse(bytes text):
    cdef char* end
    cdef char* start = text
    cdef double x = strtod(start, &end)
    return x, end - start


def parse_base(bytes text, int base):
    return strtol(text, NULL, base)


def seeded(unsigned int seed):
    srand(seed)
    a = [rand() for _ in range(3)]
    srand(seed)
    return a == [rand() for _ in range(3)], 0 <= a[0] <= RAND_MAX, RAND_MAX

# --- calls
(absolute(x, y) for x in (5, -5) for y in (2**40, -(2**40)))
(numbers(t) for t in (b"12", b"-7.5xyz", b"abc", b""))
sort(np.array([3, 1, 2, -5, 3], np.intc))
sort_down(f8(5))
(search(np.array([1, 3, 5, 7], np.intc), k) for k in (1, 7, 4))
(parse(t) for t in (b"2.5e3 rest", b"x", b"  -1"))
(parse_base(t, b) for t in (b"ff", b"-101") for b in (2, 16))
seeded(42)
