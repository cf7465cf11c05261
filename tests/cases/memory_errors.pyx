# cython: boundscheck=False, wraparound=False
"""Programs that use memory wrongly, each in the way that its last word names: valgrind must see all of them."""
from libc.stdlib cimport free, malloc
from libc.string cimport memcpy

cdef struct Pair:
    double x
    int n


def pointer_InvalidRead(int n):
    cdef double* p = <double*>malloc(n * sizeof(double))
    cdef double s = 0
    cdef int i
    for i in range(n):
        p[i] = i
    for i in range(n + 1):
        s += p[i]
    free(p)
    return s


def pointer_InvalidWrite(int n):
    cdef int* p = <int*>malloc(n * sizeof(int))
    p[n] = 3
    free(p)


def freed_InvalidRead(int n):
    cdef int* p = <int*>malloc(n * sizeof(int))
    p[0] = n
    free(p)
    return p[0]


def twice_InvalidFree(int n):
    cdef int* p = <int*>malloc(n * sizeof(int))
    free(p)
    free(p)


def inside_InvalidFree(int n):
    cdef char* p = <char*>malloc(n)
    free(p + 1)
    free(p)


def struct_InvalidRead(int n):
    cdef Pair* p = <Pair*>malloc(n * sizeof(Pair))
    p[0].n = 1
    cdef int found = p[n].n
    free(p)
    return found


def struct_UninitCondition(int n):
    cdef Pair* p = <Pair*>malloc(n * sizeof(Pair))
    if p[n - 1].n > 3:
        raise ValueError(n)
    free(p)


def copied_InvalidRead(int n):
    cdef char* p = <char*>malloc(n)
    cdef char* q = <char*>malloc(2 * n)
    memcpy(q, p, n + 1)
    free(p)
    free(q)


def view_InvalidRead(double[:] x):
    cdef double s = 0
    cdef Py_ssize_t i
    for i in range(x.shape[0] + 1):
        s += x[i]
    return s


def view_InvalidWrite(int[:, ::1] x):
    x[x.shape[0], 0] = 1


def view_of_pointer_InvalidRead(int n):
    cdef double* p = <double*>malloc(n * sizeof(double))
    cdef double[:] x = <double[:n]>p
    x[:] = 1
    free(p)
    return x[0]


def view_UninitCondition(int n):
    cdef double* p = <double*>malloc(n * sizeof(double))
    cdef double[::1] x = <double[:n]>p
    cdef Py_ssize_t i
    for i in range(n):
        if x[i] > 1e300:
            raise ValueError(n)
    free(p)


# --- calls
pointer_InvalidRead(5)
pointer_InvalidWrite(5)
freed_InvalidRead(5)
twice_InvalidFree(5)
inside_InvalidFree(5)
struct_InvalidRead(3)
struct_UninitCondition(3)
copied_InvalidRead(5)
view_InvalidRead(np.ones(1001))
view_InvalidWrite(np.ones((30, 40), np.intc))
view_of_pointer_InvalidRead(5)
view_UninitCondition(5)
