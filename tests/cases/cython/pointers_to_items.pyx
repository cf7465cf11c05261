"""Lists that are written out where a pointer is wanted: of numbers, functions, structs and addresses, at module level too."""

ctypedef double (*fp)(double) noexcept


cdef double f(double x) noexcept:
    return x + 1


cdef double g(double x) noexcept:
    return x * 2


cdef struct P:
    int x
    double y


cdef struct S:
    double *xs
    fp *fs

cdef fp *table = [f, g]
cdef double *weights = [1, 2.5, 4]
cdef char **names = [b"a", b"bc"]
cdef P *points = [P(1, 2.0), P(3, 4.0)]
cdef const int *primes = [2, 3, 5, 7]
cdef S s0

s0.xs = [7, 8]
s0.fs = [g, f]


def at_module(int i, double x):
    return table[i](x), weights[i], names[i], points[i], primes[i], s0.xs[i], s0.fs[i](x)


def functions(int i, double x):
    cdef fp *t = [f, g]
    return t[i](x)


def texts(int i):
    cdef char **t = [b"a", b"bc"]
    return t[i]


def structs(int i):
    cdef P *t = [P(1, 2.0), P(3, 4.0)]
    return t[i]


def addresses(int i):
    cdef int a, b
    a, b = 5, 6
    cdef int **t = [&a, &b]
    return t[i][0]


def structs_written_out(int i):
    cdef P *t = [[1, 2.0], [3, 4]]
    return t[i]


cdef int total(int *p, int n):
    cdef int i, s = 0
    for i in range(n):
        s += p[i]
    return s


cdef double call(fp *fs, double x):
    return fs[0](fs[1](x))


def arguments(int a):
    return total([a, 2, 3], 3), call([f, g], a), call([g, f], a)


def fields(double a):
    cdef S s
    s.xs = [a, 2]
    s.fs = [f, g]
    return s.xs[0] + s.xs[1] + s.fs[1](a)


def numbers(double a):
    cdef double *p = [a, 2, 3]
    cdef double *q = [3, 4, a]
    return p[0] + q[2]


# --- calls
(at_module(i, 2.5) for i in (0, 1))
(functions(i, 3) for i in (0, 1))
(texts(i) for i in (0, 1))
(structs(i) for i in (0, 1))
(addresses(i) for i in (0, 1))
(structs_written_out(i) for i in (0, 1))
arguments(5)
fields(3)
numbers(9)
