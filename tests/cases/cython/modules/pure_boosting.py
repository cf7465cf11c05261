"""Fast kernels for sorting and histogram binning in the style of a gradient-boosting library."""
# cython: boundscheck=False, wraparound=False, cdivision=True
import cython
import numpy as np
from cython.cimports.libc.math import sqrt, log, fabs, INFINITY
from cython.cimports.libc.stdlib import malloc, free
from cython.parallel import prange

NODE = cython.struct(feature=cython.int, threshold=cython.double, left=cython.int, right=cython.int, value=cython.double)
real = cython.fused_type(cython.float, cython.double)

MAX_BINS = 256


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def swap(values: cython.pointer(cython.double), order: cython.pointer(cython.int), i: cython.Py_ssize_t, j: cython.Py_ssize_t) -> cython.void:
    tv: cython.double = values[i]
    to: cython.int = order[i]
    values[i] = values[j]
    order[i] = order[j]
    values[j] = tv
    order[j] = to


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def median3(values: cython.pointer(cython.double), n: cython.Py_ssize_t) -> cython.double:
    a: cython.double = values[0]
    b: cython.double = values[n // 2]
    c: cython.double = values[n - 1]
    if a < b:
        if b < c:
            return b
        elif a < c:
            return c
        else:
            return a
    elif b < c:
        if a < c:
            return a
        else:
            return c
    else:
        return b


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def introsort(values: cython.pointer(cython.double), order: cython.pointer(cython.int), n: cython.Py_ssize_t, depth: cython.int) -> cython.void:
    pivot: cython.double
    i: cython.Py_ssize_t
    l: cython.Py_ssize_t
    r: cython.Py_ssize_t
    while n > 1:
        if depth <= 0:
            # insertion sort
            for i in range(1, n):
                l = i
                while l > 0 and values[l - 1] > values[l]:
                    swap(values, order, l - 1, l)
                    l -= 1
            return
        depth -= 1
        pivot = median3(values, n)
        i = l = 0
        r = n
        while i < r:
            if values[i] < pivot:
                swap(values, order, i, l)
                i += 1
                l += 1
            elif values[i] > pivot:
                r -= 1
                swap(values, order, i, r)
            else:
                i += 1
        introsort(values, order, l, depth)
        values += r
        order += r
        n -= r


def argsort(x: cython.double[::1]):
    n: cython.Py_ssize_t = x.shape[0]
    i: cython.Py_ssize_t
    values: cython.p_double = cython.cast(cython.p_double, malloc(n * cython.sizeof(cython.double)))
    order: cython.p_int = cython.cast(cython.p_int, malloc(n * cython.sizeof(cython.int)))
    if not values or not order:
        free(values)
        free(order)
        raise MemoryError()
    try:
        for i in range(n):
            values[i] = x[i]
            order[i] = i
        with cython.nogil:
            introsort(values, order, n, 2 * 20)
        out = np.empty(n, dtype=np.int32)
        view: cython.int[::1] = out
        for i in range(n):
            view[i] = order[i]
        return out
    finally:
        free(values)
        free(order)


def histogram(codes: cython.uchar[:], gradients: cython.double[:], n_bins: cython.int = MAX_BINS):
    sums = np.zeros((n_bins, 2))
    s: cython.double[:, ::1] = sums
    i: cython.Py_ssize_t
    for i in range(codes.shape[0]):
        s[codes[i], 0] += gradients[i]
        s[codes[i], 1] += 1
    return sums


@cython.cfunc
def gain(left: cython.double, n_left: cython.double, total: cython.double, n: cython.double, reg: cython.double) -> cython.double:
    right: cython.double = total - left
    return left * left / (n_left + reg) + right * right / (n - n_left + reg) - total * total / (n + reg)


def best_split(sums: cython.double[:, :], reg: cython.double = 1.0):
    n_bins: cython.Py_ssize_t = sums.shape[0]
    best: cython.double = -INFINITY
    where: cython.Py_ssize_t = -1
    k: cython.Py_ssize_t
    total: cython.double = 0
    n: cython.double = 0
    for k in range(n_bins):
        total += sums[k, 0]
        n += sums[k, 1]
    acc: cython.double = 0
    cnt: cython.double = 0
    g: cython.double
    for k in range(n_bins - 1):
        acc += sums[k, 0]
        cnt += sums[k, 1]
        if cnt == 0 or cnt == n:
            continue
        g = gain(acc, cnt, total, n, reg)
        if g > best:
            best, where = g, k
    return where, best


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def walk(nodes: cython.pointer(NODE), row: cython.double[:]) -> cython.double:
    at: cython.int = 0
    while nodes[at].feature >= 0:
        if row[nodes[at].feature] <= nodes[at].threshold:
            at = nodes[at].left
        else:
            at = nodes[at].right
    return nodes[at].value


def predict(tree: list, x: cython.double[:, :], threads: cython.int = 1):
    n_nodes: cython.Py_ssize_t = len(tree)
    nodes: cython.pointer(NODE) = cython.cast(cython.pointer(NODE), malloc(n_nodes * cython.sizeof(NODE)))
    i: cython.Py_ssize_t
    out = np.zeros(x.shape[0])
    o: cython.double[::1] = out
    try:
        for i in range(n_nodes):
            feature, threshold, left, right, value = tree[i]
            nodes[i].feature = feature
            nodes[i].threshold = threshold
            nodes[i].left = left
            nodes[i].right = right
            nodes[i].value = value
        for i in prange(x.shape[0], nogil=True, num_threads=threads):
            o[i] = walk(nodes, x[i])
    finally:
        free(nodes)
    return out


def scaled_norm(x: real[:], by: real):
    acc: real = 0
    i: cython.Py_ssize_t
    for i in range(x.shape[0]):
        acc += x[i] * x[i] * by
    return sqrt(acc), acc


def entropy(p: cython.double[:], base: cython.double = 2.0):
    h: cython.double = 0
    i: cython.Py_ssize_t
    for i in range(p.shape[0]):
        if p[i] > 0:
            h -= p[i] * log(p[i])
    return h / log(base) if fabs(base - 1) > 1e-12 else INFINITY


def make_node(feature: cython.int, value: cython.double):
    node: NODE = NODE(feature=feature, threshold=0.5, left=1, right=2, value=value)
    node.value *= 2
    return node
# --- calls
argsort(np.array([3.0, 1.0, 2.0]))
argsort(np.random.default_rng(0).normal(size=300))
argsort(np.array([]))
argsort(np.array([1.0, 1.0, 0.0, 1.0]))
argsort([1.0])
argsort(np.arange(4, dtype=np.float32))
histogram(np.array([0, 1, 1, 255], np.uint8), np.array([1.0, 2, 3, 4]))[[0, 1, 255]]
histogram(np.array([0, 1, 1, 2], np.uint8), np.array([1.0, 2, 3, 4]), 3)
histogram(np.array([0, 1, 1, 2], np.uint8), np.array([1.0, 2, 3, 4]), n_bins=4)
histogram(np.array([0, 1], np.int64), np.array([1.0, 2]), 3)
best_split(np.array([[1.0, 2], [-3, 4], [5, 6]]))
best_split(np.array([[1.0, 2], [-3, 4], [5, 6]]), 0.0)
best_split(np.zeros((0, 2)))
best_split(np.zeros((3, 2)), reg=2)
predict([(0, 0.5, 1, 2, 0.0), (-1, 0, 0, 0, 1.5), (-1, 0, 0, 0, -2)], np.array([[0.0], [1.0], [0.5]]))
predict([(0, 0.5, 1, 2, 0.0), (-1, 0, 0, 0, 1.5), (-1, 0, 0, 0, -2)], np.array([[0.0], [1.0], [0.5]]), 2)
predict([], np.zeros((0, 1)))
predict(((-1, 0, 0, 0, 1),), np.zeros((1, 1)))
scaled_norm(np.arange(3.0), 2)
scaled_norm(np.arange(3, dtype=np.float32), 2)
scaled_norm(np.arange(3), 2)
entropy(np.array([0.5, 0.25, 0.25]))
entropy(np.array([0.5, 0.25, 0.25]), base=1)
entropy(np.array([]))
make_node(3, 1.5)
make_node("a", 1.5)
