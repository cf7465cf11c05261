"""Defaults of C functions' parameters: null pointers, constants, no views."""
ctypedef struct S:
    int a
ctypedef double (*fn_t)(double) noexcept nogil
cdef double twice(double x) noexcept nogil:
    return 2 * x
cdef int f(int x, int *p=NULL, S *s = NULL) noexcept nogil:
    if p is not NULL:
        p[0] += x
    if s != NULL:
        s.a = x
    return x + 1
cdef double g(double x, fn_t k=NULL, double y=1.5, bint z=True):
    if k == NULL:
        return x
    return k(x) * y if z else -1
cdef enum Mode:
    FIRST = 3
DEF THREE = 3
cdef int h(int x, int y=FIRST, int z=THREE * 2, Mode m=FIRST) noexcept:
    return x * 1000 + y * 100 + z * 10 + m
cdef int view(double[:] v=None, double[:, ::1] w=None) noexcept:
    return (v is None) + 2 * (w is None)
def called(int x):
    cdef int y = 1
    cdef S s
    s.a = 0
    r = f(x), f(x, &y), f(x, NULL, &s), f(x, &y, &s)
    return r, y, s, g(x), g(x, twice), g(x, twice, 2), g(x, &twice, 3, False), h(x), h(x, 5), h(x, 5, 6), view(), view(None)


cdef list k(char c=c'a', float y=<float>0.1, object t=(1, 'a'), object u=(), int s=sizeof(int), unsigned char d=b'x', tuple v=(), double w=<int>2.7):
    return [c, y, t, u, s, d, v, w]


cpdef object cp(object t=(1, 2.5), char c=c'b', u=(), long n=<long>3.9):
    return t, c, u, n


def constants():
    return k(), k(1), k(1, 2, 3, 4, 5, 6, ()), k(c'b', 2, None)


def through():
    return cp(), cp(1)
# --- calls
(called(x) for x in [3, 0, -1])
constants()
through()
cp()
cp((), n=5)
