"""sizeof of types, places and expressions, which are not computed."""
cimport numpy as cnp

cdef struct Pair:
    int a
    double b


def of_expressions(int i, double d, unsigned char k, float f, bint t, double complex z):
    cdef Pair s
    s.a = 1
    return (sizeof(i + i), sizeof(i + d), sizeof(d * 2), sizeof(k + k), sizeof(f * f), sizeof(i < d), sizeof(t and t),
            sizeof(s), sizeof(s.a), sizeof(z * z), sizeof(-k), sizeof(k), sizeof(<char>1), sizeof(&i))


def computed(int n):
    cdef size_t q = n * sizeof(n * 2.0)
    return q, sizeof(n) - 10


def sizes():
    return (sizeof(char), sizeof(short), sizeof(int), sizeof(long), sizeof(long long), sizeof(float), sizeof(double),
            sizeof(size_t), sizeof(void*), sizeof(Pair), sizeof(int[10]), sizeof(cnp.float32_t))


def of_places(int i, double[:] v):
    cdef double d
    cdef char c
    cdef int[5] a
    cdef int* p = a
    cdef float f
    return sizeof(i), sizeof(d), sizeof(c), sizeof(a), sizeof(p), sizeof(p[0]), sizeof(a[0]), sizeof(f)

def of_views(double[:] a, const int[:, ::1] b):
    return sizeof(a), sizeof(b), sizeof(a.T)


def of_objects(x, list y):
    return sizeof(x + 1), sizeof(y), sizeof(x), sizeof(y.pop)

# --- calls
of_objects(1, [])
of_views(f8(3), None)
of_places(1, None)
of_expressions(1, 2.0, 3, 1.5, True, 1j)
computed(4)
sizes()
