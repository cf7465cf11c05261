# cython: boundscheck=False, wraparound=False
"""Union-find on arrays: labels of graphs, spanning trees, and merges of a dendrogram."""
import numpy as np

cimport numpy as cnp

ctypedef cnp.npy_intp idx


cdef inline idx find(idx[::1] parent, idx x) noexcept nogil:
    cdef idx root = x, above
    while parent[root] != root:
        root = parent[root]
    while parent[x] != root:
        above = parent[x]
        parent[x] = root
        x = above
    return root


cdef inline bint union(idx[::1] parent, idx[::1] rank, idx a, idx b) noexcept nogil:
    """Joins the sets of two elements; tells whether they were apart."""
    cdef idx t
    a = find(parent, a)
    b = find(parent, b)
    if a == b:
        return False
    if rank[a] < rank[b]:
        t = a
        a = b
        b = t
    parent[b] = a
    if rank[a] == rank[b]:
        rank[a] += 1
    return True


cdef int check_edges(const idx[:, :] edges, idx n) except -1:
    cdef Py_ssize_t i
    if edges.shape[1] != 2:
        raise ValueError("edges must have two columns, got %d" % edges.shape[1])
    for i in range(edges.shape[0]):
        if not (0 <= edges[i, 0] < n and 0 <= edges[i, 1] < n):
            raise IndexError(f"edge {i} leaves the graph: {edges[i, 0]}, {edges[i, 1]}")
    return 0


def components(const idx[:, :] edges, idx n):
    """The number of components and a label for each node."""
    cdef idx[::1] parent = np.arange(n, dtype=np.intp)
    cdef idx[::1] rank = np.zeros(n, dtype=np.intp)
    cdef idx count = n, root
    cdef Py_ssize_t i
    check_edges(edges, n)
    with nogil:
        for i in range(edges.shape[0]):
            if union(parent, rank, edges[i, 0], edges[i, 1]):
                count -= 1
    labels = np.full(n, -1, dtype=np.intp)
    cdef idx[::1] out = labels
    cdef idx next_label = 0
    for i in range(n):
        root = find(parent, i)
        if out[root] < 0:
            out[root] = next_label
            next_label += 1
        out[i] = out[root]
    return count, labels


def spanning_tree(const idx[:, :] edges, const double[:] weights, idx n):
    """Kruskal: the edges of the lightest tree and its weight."""
    cdef idx[::1] parent = np.arange(n, dtype=np.intp)
    cdef idx[::1] rank = np.zeros(n, dtype=np.intp)
    cdef idx[::1] order = np.argsort(weights, kind="stable")
    cdef double total = 0
    cdef Py_ssize_t i, k
    chosen = []
    check_edges(edges, n)
    if weights.shape[0] != edges.shape[0]:
        raise ValueError("one weight for each edge")
    for k in range(order.shape[0]):
        i = order[k]
        if union(parent, rank, edges[i, 0], edges[i, 1]):
            chosen.append(i)
            total += weights[i]
            if len(chosen) == n - 1:
                break
    return chosen, total


def dendrogram(const double[:, ::1] points):
    """Single linkage: for each merge the two clusters, the distance and the size."""
    cdef Py_ssize_t n = points.shape[0], i, j, k, row = 0
    cdef double d, t
    pairs = []
    for i in range(n):
        for j in range(i + 1, n):
            d = 0
            for k in range(points.shape[1]):
                t = points[i, k] - points[j, k]
                d += t * t
            pairs.append((d, i, j))
    pairs.sort()
    cdef idx[::1] parent = np.arange(2 * n - 1, dtype=np.intp)
    cdef idx[::1] size = np.ones(2 * n - 1, dtype=np.intp)
    cdef idx a, b, made = n
    out = np.empty((n - 1, 4))
    cdef double[:, ::1] merges = out
    for d, i, j in pairs:
        a = find(parent, i)
        b = find(parent, j)
        if a == b:
            continue
        if a > b:
            a, b = b, a
        parent[a] = parent[b] = made
        size[made] = size[a] + size[b]
        merges[row, 0] = a
        merges[row, 1] = b
        merges[row, 2] = d ** 0.5
        merges[row, 3] = size[made]
        made += 1
        row += 1
        if row == n - 1:
            break
    return out


def grid_clusters(const unsigned char[:, :] occupied, bint diagonal=False):
    """Sizes of the clusters of occupied cells, largest first."""
    cdef Py_ssize_t rows = occupied.shape[0], columns = occupied.shape[1], r, c
    cdef idx[::1] parent = np.arange(rows * columns, dtype=np.intp)
    cdef idx[::1] rank = np.zeros(rows * columns, dtype=np.intp)
    for r in range(rows):
        for c in range(columns):
            if not occupied[r, c]:
                continue
            if c + 1 < columns and occupied[r, c + 1]:
                union(parent, rank, r * columns + c, r * columns + c + 1)
            if r + 1 < rows and occupied[r + 1, c]:
                union(parent, rank, r * columns + c, (r + 1) * columns + c)
            if diagonal and r + 1 < rows:
                if c + 1 < columns and occupied[r + 1, c + 1]:
                    union(parent, rank, r * columns + c, (r + 1) * columns + c + 1)
                if c > 0 and occupied[r + 1, c - 1]:
                    union(parent, rank, r * columns + c, (r + 1) * columns + c - 1)
    cdef dict sizes = {}
    for r in range(rows):
        for c in range(columns):
            if occupied[r, c]:
                root = find(parent, r * columns + c)
                sizes[root] = sizes.get(root, 0) + 1
    return sorted(sizes.values(), reverse=True)


def percolates(const unsigned char[:, :] occupied):
    """Whether occupied cells join the first row to the last."""
    cdef Py_ssize_t rows = occupied.shape[0], columns = occupied.shape[1], r, c
    cdef idx top = rows * columns, bottom = top + 1
    cdef idx[::1] parent = np.arange(top + 2, dtype=np.intp)
    cdef idx[::1] rank = np.zeros(top + 2, dtype=np.intp)
    with nogil:
        for c in range(columns):
            if occupied[0, c]:
                union(parent, rank, top, c)
            if occupied[rows - 1, c]:
                union(parent, rank, bottom, (rows - 1) * columns + c)
        for r in range(rows):
            for c in range(columns):
                if occupied[r, c]:
                    if r + 1 < rows and occupied[r + 1, c]:
                        union(parent, rank, r * columns + c, (r + 1) * columns + c)
                    if c + 1 < columns and occupied[r, c + 1]:
                        union(parent, rank, r * columns + c, r * columns + c + 1)
    return find(parent, top) == find(parent, bottom)

# --- calls
components(np.array([[0, 1], [2, 3], [3, 4], [1, 0]]), 6)
components(np.zeros((0, 2), np.intp), 3)
components(np.array([[0, 7]]), 6)
components(np.array([[0, 1, 2]]), 6)
spanning_tree(np.array([[0, 1], [1, 2], [2, 0], [2, 3]]), np.array([1.0, 5.0, 2.0, 0.5]), 4)
spanning_tree(np.array([[0, 1]]), np.array([1.0, 2.0]), 2)
dendrogram(np.array([[0.0, 0], [0, 1], [5, 5], [5, 6.5]]))
(grid_clusters((np.arange(30).reshape(5, 6) * 7 % 5 < 2).astype(np.uint8), d) for d in (False, True))
(percolates(np.array(a, np.uint8)) for a in ([[1, 0], [1, 1], [0, 1]], [[1, 0], [0, 1]], [[0]], [[1]]))
