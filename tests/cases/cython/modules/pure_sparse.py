"""Sparse matrices and graphs as a scientific library writes them in pure mode."""
import cython
import numpy as np
from cython.cimports import numpy as cnp
from cython.cimports.libc.math import fabs, isnan, NAN
from cython.cimports.libc.stdlib import malloc, realloc, free

index_t = cython.typedef(cython.int)
value_t = cython.fused_type(cython.float, cython.double)
cnp.import_array()


@cython.boundscheck(False)
@cython.wraparound(False)
@cython.initializedcheck(False)
def csr_matvec(indptr: cython.int[::1], indices: cython.int[::1], data: value_t[::1], x: value_t[::1]):
    n: cython.Py_ssize_t = indptr.shape[0] - 1
    dtype = np.float32 if value_t is cython.float else np.float64
    out = np.zeros(n, dtype=dtype)
    o: value_t[::1] = out
    i: cython.Py_ssize_t
    k: cython.Py_ssize_t
    s: value_t
    for i in range(n):
        s = 0
        for k in range(indptr[i], indptr[i + 1]):
            s += data[k] * x[indices[k]]
        o[i] = s
    return out


def csr_transpose(n_cols: cython.int, indptr: cython.int[:], indices: cython.int[:], data: cython.double[:]):
    nnz: cython.int = indices.shape[0]
    n_rows: cython.int = indptr.shape[0] - 1
    tptr = np.zeros(n_cols + 1, dtype=np.intc)
    tind = np.empty(nnz, dtype=np.intc)
    tdat = np.empty(nnz)
    p: cython.int[:] = tptr
    q: cython.int[:] = tind
    d: cython.double[:] = tdat
    i: cython.int
    k: cython.int
    at: cython.int
    for k in range(nnz):
        p[indices[k] + 1] += 1
    for i in range(n_cols):
        p[i + 1] += p[i]
    place: cython.p_int = cython.cast(cython.p_int, malloc(cython.sizeof(cython.int) * (n_cols + 1)))
    if place == cython.NULL:
        raise MemoryError("no room")
    try:
        for i in range(n_cols):
            place[i] = p[i]
        for i in range(n_rows):
            for k in range(indptr[i], indptr[i + 1]):
                at = place[indices[k]]
                q[at] = i
                d[at] = data[k]
                place[indices[k]] += 1
    finally:
        free(place)
    return tptr, tind, tdat


Stack = cython.struct(items=cython.p_int, used=cython.Py_ssize_t, size=cython.Py_ssize_t)


@cython.cfunc
@cython.exceptval(-1)
def push(s: cython.pointer(Stack), item: cython.int) -> cython.int:
    grown: cython.p_int
    if s.used == s.size:
        grown = cython.cast(cython.p_int, realloc(s.items, 2 * s.size * cython.sizeof(cython.int)))
        if grown is cython.NULL:
            raise MemoryError()
        s.items = grown
        s.size *= 2
    s.items[s.used] = item
    s.used += 1
    return 0


@cython.cfunc
@cython.inline
def pop(s: cython.pointer(Stack)) -> cython.int:
    s.used -= 1
    return s.items[s.used]


def dfs_order(indptr: cython.int[:], indices: cython.int[:], root: cython.int = 0):
    n: cython.int = indptr.shape[0] - 1
    if not 0 <= root < n:
        raise ValueError(f"root {root} is not one of {n} nodes")
    seen = np.zeros(n, dtype=np.uint8)
    mark: cython.uchar[:] = seen
    order: list = []
    s: Stack
    s.items = cython.cast(cython.p_int, malloc(cython.sizeof(cython.int)))
    s.used = 0
    s.size = 1
    u: cython.int
    k: cython.int
    try:
        push(cython.address(s), root)
        while s.used:
            u = pop(cython.address(s))
            if mark[u]:
                continue
            mark[u] = 1
            order.append(u)
            for k in range(indptr[u + 1] - 1, indptr[u] - 1, -1):
                if not mark[indices[k]]:
                    push(cython.address(s), indices[k])
    finally:
        free(s.items)
    return order, s.size


@cython.cfunc
def heap_down(keys: cython.double[:], ids: cython.int[:], n: cython.Py_ssize_t, i: cython.Py_ssize_t) -> cython.void:
    child: cython.Py_ssize_t
    while True:
        child = 2 * i + 1
        if child >= n:
            return
        if child + 1 < n and keys[child + 1] < keys[child]:
            child += 1
        if keys[i] <= keys[child]:
            return
        keys[i], keys[child] = keys[child], keys[i]
        ids[i], ids[child] = ids[child], ids[i]
        i = child


def heapsort(x: cython.double[:]):
    keys = np.array(x)
    ids = np.arange(x.shape[0], dtype=np.intc)
    k: cython.double[:] = keys
    d: cython.int[:] = ids
    n: cython.Py_ssize_t = x.shape[0]
    i: cython.Py_ssize_t
    for i in range(n // 2 - 1, -1, -1):
        heap_down(k, d, n, i)
    out = np.empty(n)
    perm = np.empty(n, dtype=np.intc)
    for i in range(n):
        out[i] = k[0]
        perm[i] = d[0]
        k[0] = k[n - 1 - i]
        d[0] = d[n - 1 - i]
        heap_down(k, d, n - 1 - i, 0)
    return out, perm


def nan_stats(x: cython.double[:]) -> dict:
    n: cython.Py_ssize_t = 0
    mean: cython.double = 0
    m2: cython.double = 0
    delta: cython.double
    v: cython.double
    for v in x:
        if isnan(v):
            continue
        n += 1
        delta = v - mean
        mean += delta / n
        m2 += delta * (v - mean)
    if n == 0:
        return {"n": 0, "mean": NAN, "var": NAN}
    return {"n": n, "mean": mean, "var": m2 / (n - 1) if n > 1 else 0.0}


@cython.ccall
def jacobi(a: cython.double[:, :], b: cython.double[:], tol: cython.double = 1e-10, limit: cython.int = 100) -> tuple:
    n: cython.Py_ssize_t = b.shape[0]
    if a.shape[0] != n or a.shape[1] != n:
        raise ValueError("shapes do not fit: %d and %d" % (a.shape[0], n))
    x: cython.double[:] = np.zeros(n)
    y: cython.double[:] = np.zeros(n)
    it: cython.int = 0
    err: cython.double = 1
    i: cython.Py_ssize_t
    j: cython.Py_ssize_t
    s: cython.double
    while err > tol and it < limit:
        err = 0
        for i in range(n):
            s = b[i]
            for j in range(n):
                if i != j:
                    s -= a[i, j] * x[j]
            y[i] = s / a[i, i]
            err = max(err, fabs(y[i] - x[i]))
        x, y = y, x
        it += 1
    return np.asarray(x).tolist(), it


def flags(a: cython.bint, b: cython.bint = True, *rest, **named):
    return a and b, a or b, not a, a + b, rest, named


def mixed(n: index_t, x: cython.longlong = 3):
    k: index_t = n * 2
    return k // x, k % x, -k // x, k / x, k ** 2
# --- calls
csr_matvec(np.array([0, 1, 3], np.intc), np.array([0, 0, 1], np.intc), np.array([1.0, 2, 3]), np.array([1.0, 10]))
csr_matvec(np.array([0, 1, 3], np.intc), np.array([0, 0, 1], np.intc), np.array([1.0, 2, 3], np.float32), np.array([1.0, 10], np.float32))
csr_matvec(np.array([0, 1, 3], np.intc), np.array([0, 0, 1], np.intc), np.array([1, 2, 3]), np.array([1, 10]))
csr_matvec(np.array([0], np.intc), np.array([], np.intc), np.array([]), np.array([]))
csr_transpose(2, np.array([0, 1, 3], np.intc), np.array([0, 0, 1], np.intc), np.array([1.0, 2, 3]))
csr_transpose(1, np.array([0, 1, 3], np.intc), np.array([0, 0, 1], np.intc), np.array([1.0, 2, 3]))
csr_transpose(0, np.array([0], np.intc), np.array([], np.intc), np.array([]))
dfs_order(np.array([0, 2, 3, 3, 3], np.intc), np.array([1, 2, 3], np.intc))
dfs_order(np.array([0, 2, 3, 3, 3], np.intc), np.array([1, 2, 3], np.intc), 1)
dfs_order(np.array([0, 2, 3, 3, 3], np.intc), np.array([1, 2, 9], np.intc), 1)
heapsort(np.array([3.0, 1, 2, 5, 4]))
heapsort(np.array([]))
heapsort(np.array([1.0, 1.0, 0.5]))
nan_stats(np.array([1.0, np.nan, 3.0]))
nan_stats(np.array([np.nan]))
nan_stats(np.array([2.0]))
jacobi(np.array([[4.0, 1], [2, 5]]), np.array([1.0, 2]))
jacobi(np.array([[4.0, 1], [2, 5]]), np.array([1.0, 2]), limit=3)
flags(1)
flags([], 0)
flags("a", None, 3, k=4)
mixed(7)
mixed(-7, 2)
mixed(2**31)
