"""cpdef functions: called from C and from Python, defaults, exceptions, results of every type."""


cpdef int add(int a, int b=1):
    return a + b


cpdef double ratio(double a, double b) except? -1:
    return a / b


cpdef void nothing(list a):
    a.append(len(a))


cpdef bint flag(int x):
    return x > 2


cpdef object anything(x):
    return [x]


cpdef list items(int n):
    return list(range(n))


cpdef str name(int n):
    return "n%d" % n


cpdef no_type(x, int y=3):
    return x, y


cpdef unsigned char byte(int x):
    return x


cpdef float single(float x):
    return x / 3


cpdef double complex turn(double complex z):
    return z * 1j


cpdef double mean(double[:] a) except? -1:
    cdef Py_ssize_t i
    cdef double s = 0
    if a.shape[0] == 0:
        raise ValueError("empty")
    for i in range(a.shape[0]):
        s += a[i]
    return s / a.shape[0]


cpdef int fails(int x) except -1:
    if x < 0:
        raise KeyError(x)
    return x


cpdef inline double fast(double x) noexcept nogil:
    return x * 0.5


def from_c(int n):
    cdef double x
    with nogil:
        x = fast(n)
    return add(n), add(n, 5), x, flag(n), name(n), no_type(n)


def recursive_fails(int x):
    return fails(x) + fails(x - 1)

# --- calls
add(1)
add(1, 2)
add(b=5, a=2)
add(2**31 - 1, 1)
ratio(1, 4)
ratio(1, 0)
ratio(-1, 1)
nothing([1])
(flag(x) for x in (1, 3))
anything(2)
items(3)
name(5)
no_type("a")
no_type("a", 7)
(byte(x) for x in (5, 256))
single(1)
turn(1 + 2j)
mean(f8(4))
mean(f8(0))
(fails(x) for x in (1, -1))
fast(3)
from_c(4)
(recursive_fails(x) for x in (3, 0))
add.__name__
add.__doc__
(ratio(x, 2) for x in [nan, inf, -0.0])
