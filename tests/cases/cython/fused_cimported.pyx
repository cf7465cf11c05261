# with: fused_shared.pxd fused_shared.pyx
"""Fused types and functions that come through `cimport` of a `.pxd` of one's own."""
cimport fused_shared
cimport fused_shared as shared
from fused_shared cimport any_number, clip, image, mixed, real, square as squared, total

ctypedef double (*unary)(double) noexcept nogil


def calls(double x, float y):
    return clip(x, 0, 1), clip(y, <float>0.5, <float>2.5), shared.clip(x, -1, 0), fused_shared.clip[float](y, 0, 1)


def squares(int n, long long m, double x):
    return squared(n), squared(m), squared(x), squared[double](n), shared.square(m)


def views(double[:] a, float[:] b):
    return total(a), shared.total(b), total[double](a)


def both(double x, float y, int n):
    return mixed(x, n), mixed(y, n), mixed[double, int](y, n), shared.mixed(x, <long long>n)


def pointer(double x):
    cdef unary f = squared[double]
    return f(x)


def own(real x, real[:] xs):
    cdef real y = clip(x, 0, 1)
    xs[0] = y
    return y, total(xs)


def named(shared.real x):
    if shared.real is double:
        return "double", x
    return "float", x


def number(any_number x):
    return sizeof(any_number), squared(x)


def threshold(image[:, :] a, double at):
    cdef Py_ssize_t i, j, count = 0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            count += a[i, j] > at
    if image is double:
        return "float64", count
    return "uint8", count

# --- calls
(calls(x, y) for x in (-2.0, 0.5, 3.0) for y in (0.25, 3.0))
squares(3, 1 << 20, 1.5)
squares(-3, -4, 0.0)
views(f8(3), np.array([1, 20, -3], np.float32))
views(f8(0), np.zeros(0, np.float32))
both(1.5, 2.5, 3)
pointer(1.5)
own(1.5, f8(3))
own(0.25, np.ones(2, np.float32))
own(0.25, np.ones(2, np.int32))
named(1.5)
number(3)
number(2.5)
number("a")
threshold(np.arange(6, dtype=np.uint8).reshape(2, 3), 2.5)
threshold(np.arange(6.0).reshape(2, 3), 2.5)
threshold(np.arange(6).reshape(2, 3), 2.5)
