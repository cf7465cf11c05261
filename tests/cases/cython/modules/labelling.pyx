# cython: cdivision=True, boundscheck=False, nonecheck=False, wraparound=False
"""Connected components of images by one scan with a forest of provisional labels."""
import numpy as np

cimport numpy as cnp
from libc.stdlib cimport free, malloc

ctypedef cnp.intp_t DTYPE_t


cdef DTYPE_t find_root(DTYPE_t* forest, DTYPE_t n) noexcept nogil:
    """Find the root of node n."""
    cdef DTYPE_t root = n
    while forest[root] < root:
        root = forest[root]
    return root


cdef inline void set_root(DTYPE_t* forest, DTYPE_t n, DTYPE_t root) noexcept nogil:
    """Sets all nodes on the way to point at the root."""
    cdef DTYPE_t j
    while forest[n] < n:
        j = forest[n]
        forest[n] = root
        n = j
    forest[n] = root


cdef inline void join_trees(DTYPE_t* forest, DTYPE_t n, DTYPE_t m) noexcept nogil:
    """Joins two trees that contain nodes n and m."""
    cdef DTYPE_t root, root_m
    if n != m:
        root = find_root(forest, n)
        root_m = find_root(forest, m)
        if root > root_m:
            root = root_m
        set_root(forest, n, root)
        set_root(forest, m, root)


cdef DTYPE_t scan(DTYPE_t[:, ::1] data, DTYPE_t* forest, DTYPE_t background, int connectivity) noexcept nogil:
    cdef DTYPE_t rows = data.shape[0], cols = data.shape[1]
    cdef DTYPE_t r, c, at, count = 0
    for r in range(rows):
        for c in range(cols):
            at = r * cols + c
            forest[at] = at
            if data[r, c] == background:
                continue
            if c > 0 and data[r, c] == data[r, c - 1]:
                join_trees(forest, at, at - 1)
            if r > 0:
                if data[r, c] == data[r - 1, c]:
                    join_trees(forest, at, at - cols)
                if connectivity == 2:
                    if c > 0 and data[r, c] == data[r - 1, c - 1]:
                        join_trees(forest, at, at - cols - 1)
                    if c + 1 < cols and data[r, c] == data[r - 1, c + 1]:
                        join_trees(forest, at, at - cols + 1)
    return count


cdef DTYPE_t resolve(DTYPE_t* forest, DTYPE_t[:, ::1] data, DTYPE_t background) noexcept nogil:
    """Turns the forest into labels from 1 on; the data hold them afterwards, 0 is the background."""
    cdef DTYPE_t counter = 1, i, r, c
    cdef DTYPE_t cols = data.shape[1]
    for r in range(data.shape[0]):
        for c in range(cols):
            i = r * cols + c
            if data[r, c] == background:
                data[r, c] = 0
            elif forest[i] == i:
                data[r, c] = counter
                counter += 1
            else:
                data[r, c] = data[forest[i] / cols, forest[i] % cols]
    return counter - 1


def label(image, DTYPE_t background=0, int connectivity=1):
    """The labelled image and the number of labels."""
    cdef DTYPE_t count
    cdef DTYPE_t* forest
    if image.ndim != 2:
        raise NotImplementedError("images of two dimensions, got %d" % image.ndim)
    if connectivity not in (1, 2):
        raise ValueError("Connectivity must be 1 or 2, got {0}".format(connectivity))
    data_array = np.array(image, order="C", dtype=np.intp)
    cdef DTYPE_t[:, ::1] data = data_array
    forest = <DTYPE_t*>malloc(max(data_array.size, 1) * sizeof(DTYPE_t))
    if forest is NULL:
        raise MemoryError()
    try:
        with nogil:
            scan(data, forest, background, connectivity)
            count = resolve(forest, data, background)
    finally:
        free(forest)
    return data_array, count


def properties(const DTYPE_t[:, :] labels, DTYPE_t count):
    """Area, bounding box and centroid of each label."""
    cdef DTYPE_t r, c, k
    areas = np.zeros(count + 1, dtype=np.intp)
    boxes = np.zeros((count + 1, 4), dtype=np.intp)
    centroids = np.zeros((count + 1, 2))
    cdef DTYPE_t[::1] area = areas
    cdef DTYPE_t[:, ::1] box = boxes
    cdef double[:, ::1] centre = centroids
    box[:, :2] = max(labels.shape[0], labels.shape[1])
    for r in range(labels.shape[0]):
        for c in range(labels.shape[1]):
            k = labels[r, c]
            if k < 0 or k > count:
                raise IndexError(f"label {k} at ({r}, {c})")
            area[k] += 1
            centre[k, 0] += r
            centre[k, 1] += c
            box[k, 0] = min(box[k, 0], r)
            box[k, 1] = min(box[k, 1], c)
            box[k, 2] = max(box[k, 2], r + 1)
            box[k, 3] = max(box[k, 3], c + 1)
    for k in range(count + 1):
        if area[k]:
            centre[k, 0] /= area[k]
            centre[k, 1] /= area[k]
    return areas[1:], boxes[1:], centroids[1:]


def remove_small(DTYPE_t[:, :] labels, DTYPE_t min_size):
    """Sets labels of fewer pixels to 0, in place, and returns how many are left."""
    cdef DTYPE_t r, c, most = 0, left = 0
    for r in range(labels.shape[0]):
        for c in range(labels.shape[1]):
            most = max(most, labels[r, c])
    cdef DTYPE_t[::1] sizes = np.zeros(most + 1, dtype=np.intp)
    for r in range(labels.shape[0]):
        for c in range(labels.shape[1]):
            sizes[labels[r, c]] += 1
    for r in range(labels.shape[0]):
        for c in range(labels.shape[1]):
            if sizes[labels[r, c]] < min_size:
                labels[r, c] = 0
    for r in range(1, most + 1):
        left += sizes[r] >= min_size
    return left

# --- calls
(label(np.arange(30).reshape(5, 6) * 7 % 5 // 2, connectivity=c) for c in (1, 2))
label(np.array([[1, 1, 0], [0, 1, 2], [2, 0, 2]]))
label(np.array([[1, 1, 0], [0, 1, 2]]), background=1)
label(np.zeros((0, 3)))
label(np.zeros(3))
label(np.zeros((2, 2)), 0, 3)
properties(np.array([[1, 1, 0], [0, 1, 2], [2, 0, 2]]), 2)
properties(np.array([[1, 5]]), 2)
remove_small(np.array([[1, 1, 0], [0, 1, 2], [3, 0, 2]]), 2)
