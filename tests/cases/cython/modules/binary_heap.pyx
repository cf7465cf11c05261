# cython: boundscheck=False, wraparound=False, cdivision=True
"""A binary heap on malloc with a cross-reference table, and shortest paths on a grid by it."""
import numpy as np

from libc.stdlib cimport free, malloc, realloc

ctypedef double VALUE_T
ctypedef Py_ssize_t REFERENCE_T
ctypedef REFERENCE_T INDEX_T

cdef VALUE_T INF = float("inf")


cdef struct Heap:
    VALUE_T* values
    REFERENCE_T* references
    INDEX_T* cross
    Py_ssize_t size
    Py_ssize_t capacity
    Py_ssize_t max_reference


cdef int heap_init(Heap* heap, Py_ssize_t capacity, Py_ssize_t max_reference) except -1:
    cdef Py_ssize_t i
    heap.size = 0
    heap.capacity = capacity if capacity > 0 else 1
    heap.max_reference = max_reference
    heap.values = <VALUE_T*>malloc(heap.capacity * sizeof(VALUE_T))
    heap.references = <REFERENCE_T*>malloc(heap.capacity * sizeof(REFERENCE_T))
    heap.cross = <INDEX_T*>malloc((max_reference + 1) * sizeof(INDEX_T))
    if heap.values is NULL or heap.references is NULL or heap.cross is NULL:
        heap_free(heap)
        raise MemoryError()
    for i in range(max_reference + 1):
        heap.cross[i] = -1
    return 0


cdef void heap_free(Heap* heap) noexcept nogil:
    free(heap.values)
    free(heap.references)
    free(heap.cross)
    heap.values = NULL
    heap.references = NULL
    heap.cross = NULL


cdef inline void place(Heap* heap, Py_ssize_t at, VALUE_T value, REFERENCE_T reference) noexcept nogil:
    heap.values[at] = value
    heap.references[at] = reference
    heap.cross[reference] = at


cdef void sift_up(Heap* heap, Py_ssize_t at) noexcept nogil:
    cdef VALUE_T value = heap.values[at]
    cdef REFERENCE_T reference = heap.references[at]
    cdef Py_ssize_t parent
    while at > 0:
        parent = (at - 1) >> 1
        if heap.values[parent] <= value:
            break
        place(heap, at, heap.values[parent], heap.references[parent])
        at = parent
    place(heap, at, value, reference)


cdef void sift_down(Heap* heap, Py_ssize_t at) noexcept nogil:
    cdef VALUE_T value = heap.values[at]
    cdef REFERENCE_T reference = heap.references[at]
    cdef Py_ssize_t child
    while True:
        child = 2 * at + 1
        if child >= heap.size:
            break
        if child + 1 < heap.size and heap.values[child + 1] < heap.values[child]:
            child += 1
        if value <= heap.values[child]:
            break
        place(heap, at, heap.values[child], heap.references[child])
        at = child
    place(heap, at, value, reference)


cdef int grow(Heap* heap) except -1 nogil:
    cdef Py_ssize_t capacity = heap.capacity * 2
    cdef VALUE_T* values = <VALUE_T*>realloc(heap.values, capacity * sizeof(VALUE_T))
    cdef REFERENCE_T* references
    if values is NULL:
        raise MemoryError("heap values")
    heap.values = values
    references = <REFERENCE_T*>realloc(heap.references, capacity * sizeof(REFERENCE_T))
    if references is NULL:
        raise MemoryError("heap references")
    heap.references = references
    heap.capacity = capacity
    return 0


cdef int push(Heap* heap, VALUE_T value, REFERENCE_T reference) except -1 nogil:
    """Adds a value or lowers the one that the reference has."""
    cdef Py_ssize_t at
    if reference < 0 or reference > heap.max_reference:
        raise ValueError("reference %d outside of range [0, %d]" % (reference, heap.max_reference))
    at = heap.cross[reference]
    if at >= 0:
        if value < heap.values[at]:
            heap.values[at] = value
            sift_up(heap, at)
        return 0
    if heap.size == heap.capacity:
        grow(heap)
    place(heap, heap.size, value, reference)
    heap.size += 1
    sift_up(heap, heap.size - 1)
    return 1


cdef VALUE_T pop(Heap* heap, REFERENCE_T* reference) noexcept nogil:
    cdef VALUE_T value
    if heap.size == 0:
        reference[0] = -1
        return INF
    value = heap.values[0]
    reference[0] = heap.references[0]
    heap.cross[reference[0]] = -1
    heap.size -= 1
    if heap.size:
        place(heap, 0, heap.values[heap.size], heap.references[heap.size])
        sift_down(heap, 0)
    return value


def heap_sort(double[:] values, Py_ssize_t capacity=2):
    cdef Heap heap
    cdef Py_ssize_t i
    cdef REFERENCE_T reference
    cdef VALUE_T value
    heap_init(&heap, capacity, values.shape[0])
    try:
        for i in range(values.shape[0]):
            push(&heap, values[i], i)
        out = []
        while heap.size:
            value = pop(&heap, &reference)
            out.append((value, reference))
        return out, heap.capacity
    finally:
        heap_free(&heap)


def operations(list steps, Py_ssize_t max_reference):
    """Runs ("push", value, reference) and ("pop",) and returns what pop gave."""
    cdef Heap heap
    cdef REFERENCE_T reference
    cdef VALUE_T value
    heap_init(&heap, 1, max_reference)
    out = []
    try:
        for step in steps:
            if step[0] == "push":
                push(&heap, step[1], step[2])
            elif step[0] == "pop":
                value = pop(&heap, &reference)
                out.append((value, reference))
            else:
                raise ValueError(f"no step {step[0]!r}")
        out.append(heap.size)
    finally:
        heap_free(&heap)
    return out


def distances(const double[:, ::1] costs, Py_ssize_t row, Py_ssize_t column):
    """The cheapest sum of costs from a start to every cell of a grid, through its four neighbours."""
    cdef Py_ssize_t rows = costs.shape[0], columns = costs.shape[1]
    cdef Py_ssize_t r, c, nr, nc, k
    cdef REFERENCE_T at
    cdef VALUE_T d, through
    cdef Heap heap
    cdef int[4] dr = [1, -1, 0, 0]
    cdef int[4] dc = [0, 0, 1, -1]
    out = np.full((rows, columns), np.inf)
    cdef double[:, ::1] best = out
    heap_init(&heap, 16, rows * columns)
    best[row, column] = costs[row, column]
    push(&heap, best[row, column], row * columns + column)
    with nogil:
        while heap.size:
            d = pop(&heap, &at)
            r = at / columns
            c = at % columns
            for k in range(4):
                nr = r + dr[k]
                nc = c + dc[k]
                if nr < 0 or nc < 0 or nr >= rows or nc >= columns or costs[nr, nc] < 0:
                    continue
                through = d + costs[nr, nc]
                if through < best[nr, nc]:
                    best[nr, nc] = through
                    with gil:
                        push(&heap, through, nr * columns + nc)
    heap_free(&heap)
    return out

# --- calls
heap_sort(np.array([5.0, 1.0, 4.0, 1.0, 3.0]))
heap_sort(np.zeros(0))
heap_sort(np.array([3.0, nan, 1.0]))
operations([("push", 5, 0), ("push", 3, 1), ("push", 1, 0), ("pop",), ("pop",), ("pop",)], 3)
operations([("push", 5, 9)], 3)
operations([("push", 5, -1)], 3)
operations([("peek",)], 3)
operations([("push", "x", 0)], 3)
distances(np.array([[1.0, 9, 1], [1, 9, 1], [1, 1, 1]]), 0, 0)
distances(np.array([[1.0, -1, 1], [1, -1, 1], [1, -1, 1]]), 2, 0)
distances((f8(6, 7) * 7.3) % 3, 3, 3)
