"""libc.string: memory and C strings."""
from libc.string cimport memcmp, memcpy, memmove, memset, strchr, strcmp, strlen, strncmp, strstr


def length(bytes s):
    cdef char* p = s
    return strlen(p), strlen(s)


def compare(bytes a, bytes b):
    cdef int c = strcmp(a, b)
    return (c > 0) - (c < 0), strncmp(a, b, 2) == 0


def find(bytes s, int c):
    cdef const char* start = s
    cdef const char* found = strchr(start, c)
    return found - start if found is not NULL else -1


def contains(bytes s, bytes part):
    return strstr(s, part) != NULL


def copy(double[::1] to, const double[::1] source):
    memcpy(&to[0], &source[0], source.shape[0] * sizeof(double))


def shift(double[::1] a):
    memmove(&a[1], &a[0], (a.shape[0] - 1) * sizeof(double))
    a[0] = 0


def fill(unsigned char[::1] a, int value):
    memset(&a[0], value, a.shape[0])


def equal(const double[::1] a, const double[::1] b):
    return memcmp(&a[0], &b[0], a.shape[0] * sizeof(double)) == 0


def buffer_on_stack(bytes s):
    cdef char buffer[16]
    cdef Py_ssize_t n = min(len(s), 15)
    memset(buffer, 0, sizeof(buffer))
    memcpy(buffer, <const char*>s, n)
    return buffer[:n], strlen(buffer)

# --- calls
(length(s) for s in (b"", b"hello", b"a\x00b"))
(compare(a, b) for a in (b"abc", b"abd") for b in (b"abc", b"ab", b"b"))
(find(b"hello", c) for c in (108, 122))
(contains(b"hello", p) for p in (b"ell", b"", b"elo"))
copy(np.zeros(4), f8(3))
shift(f8(4))
fill(np.zeros(3, np.uint8), 7)
fill(np.zeros(3, np.uint8), 300)
equal(f8(3), f8(3))
equal(f8(3), np.zeros(3))
(buffer_on_stack(s) for s in (b"", b"hello", b"0123456789abcdefgh"))
