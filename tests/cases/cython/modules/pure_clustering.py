"""Clustering, neighbours and metrics as a learning library writes them in pure mode."""
import cython
import numpy as np
from cython.cimports.libc.math import sqrt, fabs, pow, exp, INFINITY
from cython.cimports.libc.stdlib import malloc, free, calloc
from cython.parallel import prange, parallel

floating = cython.fused_type(cython.float, cython.double)
FLAGS = {"euclidean": 0, "manhattan": 1}
EPS: cython.double = 1e-12
CHUNK = cython.declare(cython.Py_ssize_t, 4)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def euclidean(a: cython.pointer(cython.const[cython.double]), b: cython.pointer(cython.const[cython.double]), n: cython.Py_ssize_t) -> cython.double:
    s: cython.double = 0
    i: cython.Py_ssize_t
    t: cython.double
    for i in range(n):
        t = a[i] - b[i]
        s += t * t
    return sqrt(s)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def manhattan(a: cython.p_double, b: cython.p_double, n: cython.Py_ssize_t) -> cython.double:
    s: cython.double = 0
    i: cython.Py_ssize_t
    for i in range(n):
        s += fabs(a[i] - b[i])
    return s


@cython.boundscheck(False)
@cython.wraparound(False)
def pairwise(x: cython.double[:, ::1], y: cython.double[:, ::1] = None, metric: str = "euclidean", n_threads: cython.int = 2):
    if y is None:
        y = x
    if metric not in FLAGS:
        raise ValueError(f"unknown metric {metric!r}")
    kind: cython.int = FLAGS[metric]
    n: cython.Py_ssize_t = x.shape[0]
    m: cython.Py_ssize_t = y.shape[0]
    d: cython.Py_ssize_t = x.shape[1]
    if y.shape[1] != d:
        raise ValueError("dimensions differ")
    out = np.empty((n, m))
    o: cython.double[:, ::1] = out
    i: cython.Py_ssize_t
    j: cython.Py_ssize_t
    if n == 0 or m == 0 or d == 0:
        return np.zeros((n, m))
    for i in prange(n, nogil=True, schedule="dynamic", num_threads=n_threads):
        for j in range(m):
            if kind == 0:
                o[i, j] = euclidean(cython.address(x[i, 0]), cython.address(y[j, 0]), d)
            else:
                o[i, j] = manhattan(cython.address(x[i, 0]), cython.address(y[j, 0]), d)
    return out


@cython.wraparound(False)
def lloyd(x: floating[:, :], centers: floating[:, :], weights: floating[:] = None, iters: cython.int = 5):
    n: cython.Py_ssize_t = x.shape[0]
    d: cython.Py_ssize_t = x.shape[1]
    k: cython.Py_ssize_t = centers.shape[0]
    labels = np.full(n, -1, dtype=np.int32)
    lab: cython.int[::1] = labels
    sums = np.zeros((k, d), dtype=np.float32 if floating is cython.float else np.float64)
    s: floating[:, ::1] = sums
    counts = np.zeros(k)
    c: cython.double[::1] = counts
    it: cython.int
    i: cython.Py_ssize_t
    j: cython.Py_ssize_t
    f: cython.Py_ssize_t
    best: cython.double
    dist: cython.double
    w: floating
    arg: cython.int = 0
    changed: cython.bint
    inertia: cython.double = 0
    for it in range(iters):
        changed = False
        inertia = 0
        sums[:] = 0
        counts[:] = 0
        for i in range(n):
            best = INFINITY
            for j in range(k):
                dist = 0
                for f in range(d):
                    dist += (x[i, f] - centers[j, f]) * (x[i, f] - centers[j, f])
                if dist < best:
                    best = dist
                    arg = j
            w = 1 if weights is None else weights[i]
            if lab[i] != arg:
                changed = True
                lab[i] = arg
            inertia += best * w
            c[arg] += w
            for f in range(d):
                s[arg, f] += x[i, f] * w
        if not changed:
            break
        for j in range(k):
            if c[j] > EPS:
                for f in range(d):
                    centers[j, f] = s[j, f] / c[j]
    return labels, inertia, it


def parallel_sums(x: cython.double[:], n_threads: cython.int = 2):
    n: cython.Py_ssize_t = x.shape[0]
    i: cython.Py_ssize_t
    k: cython.int
    buf: cython.p_double
    out = np.zeros(3)
    o: cython.double[::1] = out
    total: cython.double = 0
    with cython.nogil, parallel(num_threads=n_threads):
        buf = cython.cast(cython.p_double, calloc(3, cython.sizeof(cython.double)))
        for i in prange(n):
            buf[i % 3] += x[i]
            total += x[i]
        with cython.gil:
            for k in range(3):
                o[k] += buf[k]
        free(buf)
    return out, total


@cython.ccall
def log_sum_exp(x: cython.double[:], axis: cython.int = 0) -> cython.double:
    m: cython.double = -INFINITY
    s: cython.double = 0
    v: cython.double
    for v in x:
        if v > m:
            m = v
    if m == -INFINITY:
        return m
    for v in x:
        s += exp(v - m)
    return m + np.log(s)


def roc_auc(y: cython.int[:], score: cython.double[:]) -> float:
    order: cython.Py_ssize_t[:] = np.argsort(np.asarray(score), kind="stable")
    pos: cython.double = 0
    neg: cython.double = 0
    area: cython.double = 0
    i: cython.Py_ssize_t
    for i in range(order.shape[0]):
        if y[order[i]]:
            pos += 1
            area += neg
        else:
            neg += 1
    if pos == 0 or neg == 0:
        raise ValueError("one class only")
    return area / (pos * neg)


def chunks(n: cython.Py_ssize_t):
    return [(a, min(a + CHUNK, n)) for a in range(0, n, CHUNK)]


def minkowski(a: cython.double[:], b: cython.double[:], p: cython.double = 2):
    s: cython.double = 0
    i: cython.Py_ssize_t
    if p < 1:
        raise ValueError("p must be at least 1")
    for i in range(min(a.shape[0], b.shape[0])):
        s += pow(fabs(a[i] - b[i]), p)
    return pow(s, 1 / p)
# --- calls
pairwise(np.arange(6.0).reshape(3, 2))
pairwise(np.arange(6.0).reshape(3, 2), np.ones((1, 2)), "manhattan")
pairwise(np.zeros((0, 2)))
pairwise(np.arange(6.0).reshape(3, 2)[::-1])
lloyd(np.array([[0.0, 0], [0, 1], [5, 5], [6, 5]]), np.array([[0.0, 0], [5, 5]]))
lloyd(np.array([[0.0, 0], [0, 1], [5, 5], [6, 5]], np.float32), np.array([[0.0, 0], [5, 5]], np.float32))
lloyd(np.array([[0.0, 0], [0, 1], [5, 5], [6, 5]]), np.array([[0.0, 0], [5, 5]]), np.array([1.0, 3, 1, 0.5]), 1)
lloyd(np.array([[0.0, 0], [0, 1], [5, 5], [6, 5]]), np.array([[0.0, 0], [5, 5]], np.float32))
lloyd(np.zeros((2, 2), int), np.zeros((1, 2), int))
parallel_sums(np.arange(10.0))
parallel_sums(np.arange(10.0), 1)
parallel_sums(np.array([]))
log_sum_exp(np.array([1.0, 2, 3]))
log_sum_exp(np.array([]))
log_sum_exp(np.array([-np.inf]))
roc_auc(np.array([0, 1, 0, 1], np.intc), np.array([0.1, 0.4, 0.35, 0.8]))
chunks(10)
chunks(0)
minkowski(np.array([0.0, 3]), np.array([4.0, 0]))
minkowski(np.array([0.0, 3]), np.array([4.0, 0]), 1)
