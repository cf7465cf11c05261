# cython: boundscheck=False, wraparound=False, cdivision=True
"""A k-d tree of points: built in place on an index array, nodes are structs in one block of memory."""
import numpy as np

from libc.math cimport INFINITY, fabs
from libc.stdlib cimport free, malloc, realloc

ctypedef Py_ssize_t idx


cdef struct Node:
    idx start
    idx end
    idx left
    idx right
    int axis
    double split
    double low
    double high


cdef struct Tree:
    Node* nodes
    idx size
    idx capacity
    int dim
    int leaf_size


cdef idx new_node(Tree* tree, idx start, idx end) except -1 nogil:
    cdef Node* grown
    if tree.size == tree.capacity:
        tree.capacity = 2 * tree.capacity if tree.capacity else 8
        grown = <Node*>realloc(tree.nodes, tree.capacity * sizeof(Node))
        if grown == NULL:
            raise MemoryError("nodes of the tree")
        tree.nodes = grown
    tree.nodes[tree.size].start = start
    tree.nodes[tree.size].end = end
    tree.nodes[tree.size].left = -1
    tree.nodes[tree.size].right = -1
    tree.nodes[tree.size].axis = -1
    tree.size += 1
    return tree.size - 1


cdef inline void swap(idx* a, idx* b) noexcept nogil:
    cdef idx t = a[0]
    a[0] = b[0]
    b[0] = t


cdef void select(const double[:, ::1] points, idx* order, idx left, idx right, idx k, int axis) noexcept nogil:
    """Puts the k-th smallest along the axis at its place, the smaller ones before it."""
    cdef idx i, j, mid
    cdef double pivot
    while left < right:
        mid = (left + right) / 2
        pivot = points[order[mid], axis]
        i = left
        j = right
        while i <= j:
            while points[order[i], axis] < pivot:
                i += 1
            while points[order[j], axis] > pivot:
                j -= 1
            if i <= j:
                swap(&order[i], &order[j])
                i += 1
                j -= 1
        if k <= j:
            right = j
        elif k >= i:
            left = i
        else:
            return


cdef int widest(const double[:, ::1] points, const idx* order, idx start, idx end, double* low, double* high) noexcept nogil:
    cdef int axis, best = 0
    cdef idx i
    cdef double lo, hi, x, spread = -1
    for axis in range(<int>points.shape[1]):
        lo = INFINITY
        hi = -INFINITY
        for i in range(start, end):
            x = points[order[i], axis]
            if x < lo:
                lo = x
            if x > hi:
                hi = x
        if hi - lo > spread:
            spread = hi - lo
            best = axis
            low[0] = lo
            high[0] = hi
    return best


cdef idx build(Tree* tree, const double[:, ::1] points, idx* order, idx start, idx end) except -1 nogil:
    cdef idx node = new_node(tree, start, end)
    cdef idx middle, child
    cdef double low = 0, high = 0
    cdef int axis
    if end - start <= tree.leaf_size:
        return node
    axis = widest(points, order, start, end, &low, &high)
    if high <= low:
        return node
    middle = (start + end) / 2
    select(points, order, start, end - 1, middle, axis)
    tree.nodes[node].axis = axis
    tree.nodes[node].split = points[order[middle], axis]
    tree.nodes[node].low = low
    tree.nodes[node].high = high
    child = build(tree, points, order, start, middle)
    tree.nodes[node].left = child
    child = build(tree, points, order, middle, end)
    tree.nodes[node].right = child
    return node


cdef double squared(const double[:, ::1] points, idx i, const double* at) noexcept nogil:
    cdef double total = 0, d
    cdef Py_ssize_t k
    for k in range(points.shape[1]):
        d = points[i, k] - at[k]
        total += d * d
    return total


cdef void nearest(Tree* tree, const double[:, ::1] points, const idx* order, idx node, const double* at,
                  double* best, idx* found) noexcept nogil:
    cdef Node* n = &tree.nodes[node]
    cdef idx i
    cdef double d
    if n.axis < 0:
        for i in range(n.start, n.end):
            d = squared(points, order[i], at)
            if d < best[0] or (d == best[0] and order[i] < found[0]):
                best[0] = d
                found[0] = order[i]
        return
    d = at[n.axis] - n.split
    if d < 0:
        nearest(tree, points, order, n.left, at, best, found)
        if d * d <= best[0]:
            nearest(tree, points, order, n.right, at, best, found)
    else:
        nearest(tree, points, order, n.right, at, best, found)
        if d * d <= best[0]:
            nearest(tree, points, order, n.left, at, best, found)


cdef idx count_within(Tree* tree, const double[:, ::1] points, const idx* order, idx node, const double* at,
                      double radius) noexcept nogil:
    cdef Node* n = &tree.nodes[node]
    cdef idx i, count = 0
    if n.axis < 0:
        for i in range(n.start, n.end):
            count += squared(points, order[i], at) <= radius * radius
        return count
    if at[n.axis] - radius <= n.split:
        count += count_within(tree, points, order, n.left, at, radius)
    if at[n.axis] + radius >= n.split:
        count += count_within(tree, points, order, n.right, at, radius)
    return count


cdef int make(Tree* tree, const double[:, ::1] points, idx[::1] order, int leaf_size) except -1:
    if points.shape[0] == 0 or points.shape[1] == 0:
        raise ValueError("no points")
    if leaf_size < 1:
        raise ValueError(f"leaf_size must be positive, got {leaf_size}")
    tree.nodes = NULL
    tree.size = tree.capacity = 0
    tree.dim = <int>points.shape[1]
    tree.leaf_size = leaf_size
    with nogil:
        build(tree, points, &order[0], 0, points.shape[0])
    return 0


def query(const double[:, ::1] points, const double[:, ::1] targets, int leaf_size=2):
    """The nearest point of every target, its squared distance, and how many nodes the tree has."""
    cdef Tree tree
    cdef Py_ssize_t i
    order_array = np.arange(points.shape[0], dtype=np.intp)
    cdef idx[::1] order = order_array
    distances = np.full(targets.shape[0], np.inf)
    indices = np.full(targets.shape[0], -1, dtype=np.intp)
    cdef double[::1] d = distances
    cdef idx[::1] which = indices
    if targets.shape[1] != points.shape[1]:
        raise ValueError("points have %d coordinates, targets %d" % (points.shape[1], targets.shape[1]))
    make(&tree, points, order, leaf_size)
    try:
        with nogil:
            for i in range(targets.shape[0]):
                nearest(&tree, points, &order[0], 0, &targets[i, 0], &d[i], &which[i])
        return indices, distances, tree.size
    finally:
        free(tree.nodes)


def within(const double[:, ::1] points, const double[:, ::1] targets, double radius, int leaf_size=2):
    cdef Tree tree
    cdef Py_ssize_t i
    cdef idx[::1] order = np.arange(points.shape[0], dtype=np.intp)
    counts = np.zeros(targets.shape[0], dtype=np.intp)
    cdef idx[::1] out = counts
    make(&tree, points, order, leaf_size)
    for i in range(targets.shape[0]):
        out[i] = count_within(&tree, points, &order[0], 0, &targets[i, 0], radius)
    free(tree.nodes)
    return counts


def first_node(const double[:, ::1] points):
    """What the root looks like."""
    cdef Tree tree
    cdef idx[::1] order = np.arange(points.shape[0], dtype=np.intp)
    make(&tree, points, order, 1)
    node = tree.nodes[0]
    free(tree.nodes)
    return node

# --- calls
(query(np.sin(np.arange(40.0)).reshape(20, 2), np.cos(np.arange(10.0)).reshape(5, 2), n) for n in (1, 2, 5, 50))
query(np.ones((5, 2)), np.zeros((1, 2)))
query(np.sin(np.arange(60.0)).reshape(20, 3), np.cos(np.arange(9.0)).reshape(3, 3))
query(np.zeros((0, 2)), np.zeros((1, 2)))
query(np.zeros((3, 2)), np.zeros((1, 3)))
query(np.zeros((3, 2)), np.zeros((1, 2)), 0)
(within(np.sin(np.arange(40.0)).reshape(20, 2), np.cos(np.arange(10.0)).reshape(5, 2), r) for r in (0.0, 0.5, 3.0))
first_node(np.array([[0.0, 0], [1, 5], [2, 1]]))
