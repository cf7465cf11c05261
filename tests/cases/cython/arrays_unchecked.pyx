"""Arrays without a declared type are objects: the directives for indices do not touch them, nor rows of buffers."""
# cython: boundscheck=False, wraparound=False
import numpy as np
cimport numpy as np

def chained(int n):
    chain = np.zeros(n, 'bool')
    chain[0] = chain[-1] = True
    return chain

def constants(int n):
    chain = np.zeros(n)
    chain[-1] = 2.5
    return chain, chain[-1], chain[-2]

def variable(int n, int k):
    chain = np.zeros(n)
    chain[k] = 2.5
    return chain, chain[k]

def object_items(x, int k):
    return x[k], x[-1], x[k - 1]

def untyped(int n):
    cdef np.ndarray chain = np.zeros(n)
    chain[-1] = 2.5
    return chain, chain[-1]

def in_place(int n, int k):
    chain = np.zeros((n, n))
    chain[-1, k] += 2.5
    chain[k] += 1
    return chain, chain[-1, -1], chain[-1][-1], chain[k, k]

def loop(int n, int k):
    chain = np.zeros((n, n))
    r = 0
    for i in range(-n, n + k):
        r += chain[i, i - 1]
        chain[i, 0] = i
    return chain, r

def of_view(int n):
    cdef double[:] v = np.arange(n, dtype=float)
    x = np.asarray(v)
    y = v.base
    x[-1] = 5
    return x[-1], v[n - 1], x[-n:-1]

def buffer_parts(np.ndarray[double, ndim=2] b, int k):
    return b[-1], b[k], b[-1:, -1], b[k, 1:], b[-1][-2]

def buffer_stores(np.ndarray[double, ndim=2] b, int k):
    b[-1] = k
    b[k] += 1
    b[1:, -1] = 7
    return b

def several(int n):
    out = [np.zeros(n), np.ones(n)]
    for a in out:
        a[-1] = 3
    b = np.empty(n, dtype=[('x', 'f8'), ('y', 'i4')])
    b[-1] = (1, 2)
    b['x'][-1] = 4
    m = np.zeros((n, n), dtype=bool)
    m[-1, 0] = not m[0, -1]
    m[:, -1] |= True
    return out, b[-1], m
# --- calls
buffer_parts(f8(3, 4), -2)
buffer_parts(f8(3, 4), 3)
buffer_parts(f8(0, 4), 0)
buffer_stores(f8(3, 4), -2)
buffer_stores(f8(3, 4), 3)
several(3)
several(1)
chained(3)
chained(1)
chained(0)
constants(3)
constants(1)
variable(3, -1)
variable(3, 2)
variable(3, 3)
variable(3, -4)
object_items("abc", 1)
object_items(np.arange(3), -1)
object_items(np.arange(3), 3)
untyped(3)
in_place(3, -2)
in_place(3, 3)
loop(3, 0)
loop(3, 1)
of_view(3)
