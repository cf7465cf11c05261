"""Forms that real modules combine: names of two modules, lists as pointers, sizes in f-strings, brackets around types."""
cimport cython
from cpython cimport array
from cython cimport view
from libc cimport time
from libc.stdlib cimport free, realloc
import array
import time

import numpy as np


def both_modules(int n):
    cdef array.array a = array.array("i", range(n))
    cdef array.array b = array.clone(a, n, zero=True)
    array.zero(a)
    if n:
        b[0] = 7
        a.data.as_ints[0] = 3
    return a, b, array.typecodes


def python_time():
    cdef long now = time.time(NULL)
    return now > 0, callable(time.sleep)


def list_pointer(double x):
    cdef double* p = [1.0, x, 3.0]
    cdef int* q = [1, 2, 3]
    cdef double total = 0
    cdef int i
    for i in range(3):
        total += p[i] * q[i]
    q[1] = 9
    return total, q[1], q[2]


def separated(bytes text, char sep=b',', unsigned char other=b";"):
    cdef const char* s = text
    cdef Py_ssize_t i
    cdef int n = 0
    for i in range(len(text)):
        if s[i] == sep or s[i] == other:
            n += 1
    return n, sep, other


ctypedef fused any_pointer:
    (float*)
    (int*)


cdef int enlarge(any_pointer* p, size_t n) except -1 nogil:
    cdef any_pointer tmp = <any_pointer>realloc(p[0], n * sizeof(p[0][0]))
    if tmp == NULL or n > 1000:
        with gil:
            raise MemoryError(f"could not allocate {n} * {sizeof(p[0][0])} bytes")
    p[0] = tmp
    return 0


def enlarged(size_t n):
    cdef float* p = NULL
    cdef int* q = NULL
    try:
        enlarge(&p, n)
        enlarge(&q, n)
        p[n - 1] = 1.5
        q[n - 1] = 3
        return p[n - 1], q[n - 1], f"{sizeof(int)}"
    finally:
        free(p)
        free(q)


def inner(int[:, ::view.contiguous] a, double[::view.contiguous] b):
    a[0, 0] += 1
    return a[0, 0], a.strides[0], a.strides[1], b.shape[0]


def strided(double[::view.strided] b):
    return b[b.shape[0] - 1]

# --- calls
(both_modules(n) for n in (0, 1, 3))
python_time()
list_pointer(2.5)
separated(b"a,b;c")
separated(b"a-b", 45)
separated(b"a-b", b"-")
enlarged(4)
enlarged(1001)
inner(np.arange(6, dtype=np.int32).reshape(2, 3), np.ones(3))
inner(np.arange(12, dtype=np.int32).reshape(4, 3)[::2], np.ones(3))
inner(np.arange(6, dtype=np.int32).reshape(2, 3)[:, ::2], np.ones(3))
inner(np.ones((2, 3), np.int32, order="F"), np.ones(3))
inner(np.ones((2, 3), np.int32), np.ones(6)[::2])
inner(np.ones((2, 3)), np.ones(3))
strided(np.ones(6)[::-2])
