# cython: boundscheck=False, wraparound=False, nonecheck=False, cdivision=True
# cython: language_level=3
"""A grid of cells over points of two or three dimensions: neighbours within a radius, pairs, thinning.

Cells are buckets of a hash table: counting sort puts the points of a bucket side by side.
"""
import numpy as np
cimport cython
cimport numpy as cnp
from cython cimport floating
from libc.math cimport floor, sqrt, INFINITY
from libc.stdint cimport int64_t, uint32_t, uint64_t
from libc.stdlib cimport free, malloc, realloc, qsort

cnp.import_array()

cdef struct Grid:
    Py_ssize_t dims
    Py_ssize_t count
    uint32_t mask
    double cell
    Py_ssize_t* starts
    Py_ssize_t* order

cdef struct Hit:
    double distance
    Py_ssize_t index

cdef struct Hits:
    Hit* items
    size_t used
    size_t room


cdef inline uint32_t hashed(int64_t x, int64_t y, int64_t z, uint32_t mask) noexcept nogil:
    cdef uint64_t h = <uint64_t>x * 73856093u ^ <uint64_t>y * 19349663u ^ <uint64_t>z * 83492791u
    return <uint32_t>(h ^ (h >> 32)) & mask


cdef inline int64_t cell_of(double x, double size) noexcept nogil:
    return <int64_t>floor(x / size)


cdef uint32_t bucket(floating* point, Py_ssize_t dims, double size, uint32_t mask) noexcept nogil:
    return hashed(cell_of(point[0], size), cell_of(point[1], size), cell_of(point[2], size) if dims > 2 else 0, mask)


cdef int build(Grid* grid, floating[:, ::1] points, double size) except -1 nogil:
    cdef Py_ssize_t n = points.shape[0], at
    cdef uint32_t where
    grid.dims, grid.count, grid.cell = points.shape[1], n, size
    grid.mask = 1
    while grid.mask < 2 * n:
        grid.mask <<= 1
    grid.mask -= 1
    grid.starts = <Py_ssize_t*>malloc((<size_t>grid.mask + 2) * sizeof(Py_ssize_t))
    grid.order = <Py_ssize_t*>malloc(max(n, 1) * sizeof(Py_ssize_t))
    if grid.starts is NULL or grid.order is NULL:
        with gil:
            raise MemoryError("no room for the grid")
    for at in range(<Py_ssize_t>grid.mask + 2):
        grid.starts[at] = 0
    for at in range(n):
        grid.starts[bucket(&points[at, 0], grid.dims, size, grid.mask) + 1] += 1
    for at in range(<Py_ssize_t>grid.mask + 1):
        grid.starts[at + 1] += grid.starts[at]
    for at in range(n - 1, -1, -1):
        where = bucket(&points[at, 0], grid.dims, size, grid.mask)
        grid.starts[where + 1] -= 1
        grid.order[grid.starts[where + 1]] = at
    return 0


cdef void release(Grid* grid) noexcept nogil:
    free(grid.starts)
    free(grid.order)
    grid.starts = grid.order = NULL


cdef int push(Hits* hits, double distance, Py_ssize_t index) except -1 nogil:
    cdef Hit* grown
    if hits.used == hits.room:
        grown = <Hit*>realloc(hits.items, (hits.room * 2 or 8) * sizeof(Hit))
        if grown == NULL:
            raise MemoryError()
        hits.items, hits.room = grown, hits.room * 2 if hits.room else 8
    hits.items[hits.used] = Hit(distance=distance, index=index)
    hits.used += 1
    return 0


cdef int nearer(const void* a, const void* b) noexcept nogil:
    cdef const Hit* x = <const Hit*>a
    cdef const Hit* y = <const Hit*>b
    if x.distance != y.distance:
        return -1 if x.distance < y.distance else 1
    return (x.index > y.index) - (x.index < y.index)


@cython.cdivision(False)
cdef Py_ssize_t look(Grid* grid, floating[:, ::1] points, floating* centre, double radius, Hits* hits) except -1 nogil:
    """Adds the points within the radius; how many were looked at."""
    cdef int64_t[3] low, high
    cdef int64_t x, y, z
    cdef Py_ssize_t axis, at, entry, seen = 0
    cdef uint32_t where
    cdef double difference, total
    low[2] = high[2] = 0
    for axis in range(grid.dims):
        low[axis] = cell_of(centre[axis] - radius, grid.cell)
        high[axis] = cell_of(centre[axis] + radius, grid.cell)
    for x in range(low[0], high[0] + 1):
        for y in range(low[1], high[1] + 1):
            for z in range(low[2], high[2] + 1):
                where = hashed(x, y, z, grid.mask)
                for entry in range(grid.starts[where + 1], grid.starts[where + 2] if where < grid.mask else grid.count):
                    at = grid.order[entry]
                    if (cell_of(points[at, 0], grid.cell) != x or cell_of(points[at, 1], grid.cell) != y
                            or grid.dims > 2 and cell_of(points[at, 2], grid.cell) != z):
                        continue
                    seen += 1
                    total = 0
                    for axis in range(grid.dims):
                        difference = points[at, axis] - centre[axis]
                        total += difference * difference
                    if total <= radius * radius:
                        push(hits, sqrt(total), at)
    return seen


cdef check(Py_ssize_t dims, double size):
    if dims not in (2, 3):
        raise ValueError("points have 2 or 3 coordinates, not {}".format(dims))
    if not size > 0 or size == INFINITY:
        raise ValueError(f"the size of a cell must be positive, not {size}")


def neighbours(floating[:, ::1] points, floating[::1] centre, double radius, double cell=1.0):
    """(distance, index) of the points within the radius, nearest first, and how many were looked at."""
    cdef Grid grid
    cdef Hits hits = Hits(NULL, 0, 0)
    cdef Py_ssize_t seen
    cdef size_t at
    check(points.shape[1], cell)
    if centre.shape[0] != points.shape[1]:
        raise ValueError("a centre has as many coordinates as the points")
    grid.starts = grid.order = NULL
    try:
        with nogil:
            build(&grid, points, cell)
            seen = look(&grid, points, &centre[0], radius, &hits)
            qsort(hits.items, hits.used, sizeof(Hit), nearer)
        return [(hits.items[at].distance, hits.items[at].index) for at in range(hits.used)], seen
    finally:
        release(&grid)
        free(hits.items)


def pairs(floating[:, ::1] points, double radius):
    """The pairs of points that are within the radius, as rows of an array."""
    cdef Grid grid
    cdef Hits hits
    cdef Py_ssize_t at
    cdef size_t other
    cdef list found = []
    check(points.shape[1], radius)
    hits.items, hits.used, hits.room = NULL, 0, 0
    grid.starts = grid.order = NULL
    try:
        build(&grid, points, radius)
        for at in range(points.shape[0]):
            hits.used = 0
            look(&grid, points, &points[at, 0], radius, &hits)
            for other in range(hits.used):
                if hits.items[other].index > at:
                    found.append((at, hits.items[other].index))
    finally:
        release(&grid)
        free(hits.items)
    found.sort(key=lambda pair: (pair[1] - pair[0], pair))
    return np.array(found, dtype=np.intp).reshape(-1, 2)


def thinned(floating[:, ::1] points, double radius, *extra):
    """A mask of points of which no two are within the radius; earlier ones are kept."""
    from itertools import chain
    cdef cnp.uint8_t[::1] kept = np.ones(points.shape[0], dtype=np.uint8)
    for a, b in chain(pairs(points, radius).tolist(), *extra):
        if kept[<Py_ssize_t>a] and kept[<Py_ssize_t>b]:
            kept[<Py_ssize_t>b] = 0
    return np.asarray(kept).view(np.bool_)

# --- calls
neighbours(f8(4, 2), np.array([0.5, 1.5]), 3.0)
neighbours(f8(4, 3), np.array([3.0, 4.0, 5.0]), 6.0, 2.0)
neighbours(np.zeros((5, 2), np.float32), np.zeros(2, np.float32), 0.0)
neighbours(np.zeros((0, 2)), np.zeros(2), 1.0)
neighbours(-f8(30, 3) % 7, np.zeros(3), 4.0, cell=0.75)
neighbours(f8(4, 2), np.zeros(3), 1.0)
neighbours(f8(4, 4), np.zeros(4), 1.0)
neighbours(f8(4, 2), np.zeros(2), 1.0, 0)
neighbours(f8(4, 2), np.zeros(2), 1.0, float("inf"))
neighbours(f8(4, 2), np.zeros(2, np.float32), 1.0)
neighbours(f8(4, 2)[:, ::-1], np.zeros(2), 1.0)
pairs(f8(4, 2), 3.0)
pairs(np.array([[0, 0], [0, 1], [1, 0], [5, 5], [-1, -1]], np.float32), 1.5)
pairs(np.zeros((0, 3)), 1.0)
pairs(f8(3, 2), -1.0)
thinned(np.array([[0, 0], [0, 1], [1, 0], [5, 5], [-1, -1.0]]), 1.5)
thinned(np.array([[0, 0], [0, 9.0]]), 1.5, [(0, 1)])
thinned(np.array([[0, 0], [0, 9.0]]), 1.5, 3)
