cimport cython
from cython cimport floating

ctypedef fused T:
    int
    double

ctypedef fused twice:
    int
    int

ctypedef fused nothing:
    pass

ctypedef fused views:
    double[:]
    float[:]

ctypedef fused unknown:
    nosuch
    int

cdef T placed

cdef struct Point:
    T x

cdef T by_argument(floating x):
    return x

cdef T returned(int x):
    return x

def local(int x):
    cdef T y = 1
    return y

def other(floating x):
    cdef T y = 1
    return y

def cast(int x):
    return <T>x, sizeof(T)

def tests(T x, int n):
    if T in double:
        return 1
    if floating is double:
        return 2
    if n is T:
        return 3
    return T is int

def items(views[:] x):
    return x

cdef pair(T x, floating y):
    return x

def calls(int x, k):
    return pair[int](x, 1.0), pair[int, float, double](x, 1.0), pair[float, float](x, 1), pair[k, k](x, 1.0)
