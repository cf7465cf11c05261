"""Defaults that are computed: once, where the function is defined, into a variable of C's."""
import numpy as np
cimport cython
G = 7
H = [1, 2]
arr = np.arange(4.0)

cdef double K = 2.5

ctypedef double (*curve)(double)

cdef double doubled(double x):
    return 2 * x

cdef double tripled(double x):
    return 3 * x

def helper(n):
    print("helper", n)
    return n + 1

cdef int f1(int x, int y=G):
    return x + y

cdef int f2(int x, int y=G * 2 + 1):
    return x + y

cdef int f3(int x, int y=helper(4)):
    return x + y

cdef double f4(double x, curve g=doubled):
    return g(x)

cdef list f5(int x, object o=[]):
    o.append(x)
    return o

cdef double f6(int x, double[:] v=arr):
    return v[x]

cdef int f7(int x, bint b=5):
    return x + b

cdef double f8(double x, double y=K):
    return x * y

cdef object f9(int x, list o=H, str s="ab", dict d={}):
    d[x] = len(o)
    return (x, o, s, d)

G = 100
K = 3.5

def call1(x): return f1(x), f1(x, 1)
def call2(x): return f2(x), f2(x, 1)
def call3(x): return f3(x), f3(x, 1)
def call4(x): return f4(x), f4(x, tripled)
def call5(x): return f5(x), f5(x, [9])
def call6(x): return f6(x), f6(x, np.ones(3))
def call7(x): return f7(x), f7(x, 3), f7(x, False)
def call8(x): return f8(x), f8(x, 1)
def call9(x): return f9(x), f9(x, [9]), f9(x, [9], "q"), f9(x, [9], "q", {})
from libc.float cimport DBL_MAX
from libc.math cimport INFINITY, sqrt, M_PI
cimport numpy as cnp
ctypedef fused real:
    float
    double
cdef enum Kind:
    RED = 2
    BLUE = 5
ctypedef double (*metric)(double, double) noexcept nogil
ctypedef struct Point:
    double x
    double y
cdef double l1(double a, double b) noexcept nogil:
    return a - b if a > b else b - a
cdef double l2(double a, double b) noexcept nogil:
    return (a - b) * (a - b)
cdef Point ORIGIN
ORIGIN.x = 1
ORIGIN.y = 2
cdef int table[4]
table[:] = [1, 2, 3, 4]
METRICS = {"a": 1}
EPS = np.finfo(np.float64).eps
_tol = 1e-3 * EPS

cdef double dist(double a, double b, metric m=l2, double scale=sqrt(4.0)) noexcept nogil:
    return m(a, b) * scale

cdef double big(double a, double top=DBL_MAX, double inf=INFINITY, double h=M_PI / 2) noexcept nogil:
    return a if a < top else h

cdef double origin(Point p=ORIGIN) noexcept nogil:
    return p.x + p.y

cdef int first(int *t=table, int n=3) noexcept nogil:
    cdef int i, s = 0
    for i in range(n):
        s += t[i]
    return s

cdef double tol(double x, double eps=EPS, double t=_tol * 2):
    return x if x > eps else t

cdef real fused_one(real x, real y=2, int n=RED | BLUE):
    return x * y + n

cdef real fused_two(real x, double y=EPS * 0 + 2):
    return x * y

cdef kinds(Kind k=BLUE, int j=RED + 1):
    return k, j

cdef str named(str s="a" + "b", bytes b=b"x" * 3, tuple t=(1, [2]), d=dict(a=1)):
    return s + repr(b) + repr(t) + repr(d)

cdef double fromlist(double x, list l=[1.0, 2.0], int k=len([1, 2, 3])):
    return x + l[0] + k

@cython.boundscheck(False)
cdef int decorated(int x, int y=METRICS["a"]):
    return x + y

def computed(double x):
    cdef double s = 0
    cdef int i
    with nogil:
        for i in range(3):
            s += dist(x, i) + dist(x, i, l1) + dist(x, i, l1, 3)
    return (s, big(x), big(1e400), big(x, 1), origin(), first(), first(table, 2), tol(x), tol(0), fused_one(x),
            fused_one(<float>x), fused_one(x, 3), kinds(), kinds(RED), named(), fromlist(x), decorated(4))
def fused(double x):
    return fused_two(x), fused_two(<float>x, 3)
def positional(double x):
    return named("q", b"r", (5,)), dist(x, 1, l2, 2)

cpdef int p1(int x, int y=G):
    return x + y

cpdef list p2(int x, list o=[], str s="a" + "b"):
    o.append(s)
    return o

cpdef double p3(double x, double y=K, double[:] v=arr * 2):
    return x * y + v[1]

def from_c(int x):
    return p1(x), p1(x, 1), p2(x), p2(x, [1]), p3(x), p3(x, 1)
# --- calls
call1(1)
call2(1)
call3(1)
call4(1.5)
call5(1)
call5(2)
call6(1)
call7(1)
call8(2.0)
call9(1)
call9(2)
computed(1.5)
computed(-2)
fused(1.5)
positional(1)
from_c(1)
from_c(2)
p1(1)
p2(1)
p2(1, o=[])
p3(2)
p3(2, v=np.zeros(2))
