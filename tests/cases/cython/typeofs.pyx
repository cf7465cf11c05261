"""typeof: the types of expressions and of inferred locals."""
cimport cython
from cython cimport typeof


def literals():
    return typeof(1), typeof(1.5), typeof("a"), typeof(True), typeof(None), typeof(1j)


def promotions(char c, unsigned char uc, short s, int i, unsigned int u, long l, float f, double d):
    return typeof(c + c), typeof(uc + s), typeof(i + u), typeof(l + u), typeof(f + f), typeof(f * 2), typeof(i + d)


def comparisons(int a, double b):
    return typeof(a < b), typeof(a and b), typeof(not a), typeof(a if a else b)


def division(int a, int b, double x):
    return typeof(a / b), typeof(a // b), typeof(a % b), typeof(a ** 2), typeof(x ** 2)


def beside_literals(short s, int i, unsigned int u, float f, double d, unsigned char c):
    return (typeof(i + 1), typeof(1 - i), typeof(i % 2), typeof(i // 2), typeof(i << 1), typeof(c & 1), typeof(s * 3),
            typeof(u + 1), typeof(i + -1), typeof((i + 1) * s), typeof(i + s), typeof(f * 2), typeof(f - 1), typeof(f // 2),
            typeof(f + 1.0), typeof(d * 2), typeof(i / 2), typeof(f ** 2), typeof(-i), typeof(i < 1))


def inferred(int n):
    x = 1.5
    y = n
    z = x * n
    w = True
    return typeof(x), typeof(y), typeof(z), typeof(w)


def inferred_object():
    x = []
    y = "abc"
    z = {}
    return typeof(x), typeof(y), typeof(z)


def views(double[:, ::1] a, const float[:] b):
    return typeof(a), typeof(b), typeof(a[0]), typeof(a[0, 0]), typeof(a.shape[0])


def loop_variable(int n):
    for i in range(n):
        pass
    return typeof(i)


def qualified(int x):
    return cython.typeof(x), cython.sizeof(cython.double)

cdef struct Point:
    double x
    int n


cimport numpy as cnp

ctypedef cnp.float64_t real

ctypedef fused number:
    int
    double


def declared(object o, list items, cnp.int16_t small, Py_ssize_t n, real r, cnp.ndarray[double, ndim=2] b, Point[:] v):
    cdef Point p
    cdef Point* q = &p
    cdef int a[3]
    cdef void* anything = NULL
    cdef unsigned long long wide = 1
    cdef double complex z = 0
    cdef dict d = {}
    cdef str text = ""
    return [typeof(o), typeof(items), typeof(small), typeof(n), typeof(r), typeof(b), typeof(v), typeof(p), typeof(q),
            typeof(anything), typeof(wide), typeof(z), typeof(d), typeof(text)]


def places():
    cdef Point p
    cdef Point* q = &p
    cdef int a[3]
    return typeof(p.x), typeof(q.n), typeof(q[0]), typeof(&p), typeof(a[0]), typeof(&a[1]), typeof(<float>1)


def of_fused(number x):
    cdef number y = x
    cdef number* p = &y
    return typeof(x), typeof(y), typeof(p)


def not_computed():
    calls = []
    return typeof([calls.append(1)]), calls

# --- calls
beside_literals(1, 2, 3, 4, 5, 6)
declared(None, [], 1, 2, 3, f8(2, 3), None)
places()
of_fused(3)
of_fused(2.5)
not_computed()
literals()
promotions(1, 2, 3, 4, 5, 6, 7, 8)
comparisons(1, 2)
division(4, 2, 1.5)
inferred(3)
inferred_object()
views(f8(2, 3), f8(2).astype("f4"))
loop_variable(3)
qualified(3)
