# cython: boundscheck=False, wraparound=False, cdivision=True
"""The watershed transform: pixels leave a heap of structs in order of height and age."""
import numpy as np

cimport numpy as cnp
from libc.stdlib cimport free, malloc, realloc

ctypedef cnp.int32_t DTYPE_INT32_t
ctypedef cnp.int8_t DTYPE_BOOL_t


cdef struct Heapitem:
    cnp.float64_t value
    cnp.int32_t age
    Py_ssize_t index
    Py_ssize_t source


cdef struct Heap:
    Py_ssize_t items
    Py_ssize_t space
    Heapitem* data
    Heapitem** ptrs


cdef inline int smaller(Heapitem* a, Heapitem* b) noexcept nogil:
    if a.value != b.value:
        return a.value < b.value
    return a.age < b.age


cdef Heap* heap_from_size(Py_ssize_t space) noexcept nogil:
    cdef Heap* heap = <Heap*>malloc(sizeof(Heap))
    cdef Py_ssize_t k
    heap.items = 0
    heap.space = space
    heap.data = <Heapitem*>malloc(space * sizeof(Heapitem))
    heap.ptrs = <Heapitem**>malloc(space * sizeof(Heapitem*))
    for k in range(space):
        heap.ptrs[k] = heap.data + k
    return heap


cdef void heap_done(Heap* heap) noexcept nogil:
    free(heap.data)
    free(heap.ptrs)
    free(heap)


cdef inline void swap(Py_ssize_t a, Py_ssize_t b, Heap* heap) noexcept nogil:
    heap.ptrs[a], heap.ptrs[b] = heap.ptrs[b], heap.ptrs[a]


cdef void heappop(Heap* heap, Heapitem* dest) noexcept nogil:
    cdef Py_ssize_t i = 0, smallest = 0, l, r
    dest[0] = heap.ptrs[0][0]
    heap.items -= 1
    if heap.items == 0:
        return
    swap(0, heap.items, heap)
    while True:
        l = i * 2 + 1
        r = l + 1
        if l < heap.items:
            if smaller(heap.ptrs[l], heap.ptrs[i]):
                smallest = l
            if r < heap.items and smaller(heap.ptrs[r], heap.ptrs[smallest]):
                smallest = r
        if smallest == i:
            break
        swap(i, smallest, heap)
        i = smallest


cdef void heappush(Heap* heap, Heapitem* new_elem) noexcept nogil:
    cdef Py_ssize_t child = heap.items, parent, k
    cdef Heapitem* new_data
    if heap.items == heap.space:
        heap.space *= 2
        new_data = <Heapitem*>realloc(heap.data, heap.space * sizeof(Heapitem))
        heap.ptrs = <Heapitem**>realloc(heap.ptrs, heap.space * sizeof(Heapitem*))
        for k in range(heap.items):
            heap.ptrs[k] = new_data + (heap.ptrs[k] - heap.data)
        for k in range(heap.items, heap.space):
            heap.ptrs[k] = new_data + k
        heap.data = new_data
    heap.ptrs[child][0] = new_elem[0]
    heap.items += 1
    while child > 0:
        parent = (child + 1) / 2 - 1
        if smaller(heap.ptrs[child], heap.ptrs[parent]):
            swap(parent, child, heap)
            child = parent
        else:
            break


cdef inline double distance(Py_ssize_t a, Py_ssize_t b, const Py_ssize_t[::1] strides) noexcept nogil:
    cdef Py_ssize_t i, q
    cdef double total = 0
    for i in range(strides.shape[0]):
        q = a / strides[i] - b / strides[i]
        a = a % strides[i]
        b = b % strides[i]
        total += q * q
    return total ** 0.5


def watershed_raveled(cnp.float64_t[::1] image, Py_ssize_t[::1] markers, Py_ssize_t[::1] structure,
                      DTYPE_BOOL_t[::1] mask, Py_ssize_t[::1] strides, cnp.double_t compactness,
                      DTYPE_INT32_t[::1] output, DTYPE_BOOL_t wsl):
    """Floods from the markers; `output` holds their labels and is filled."""
    cdef Heapitem elem
    cdef Heapitem new_elem
    cdef Py_ssize_t nneighbours = structure.shape[0], i, index = 0, neighbour = 0
    cdef DTYPE_INT32_t age = 1
    cdef bint compact = compactness > 0
    cdef Heap* hp = heap_from_size(2)
    with nogil:
        for i in range(markers.shape[0]):
            index = markers[i]
            elem.value = image[index]
            elem.age = 0
            elem.index = index
            elem.source = index
            heappush(hp, &elem)
        while hp.items > 0:
            heappop(hp, &elem)
            if compact or wsl:
                if output[elem.index] and elem.index != elem.source:
                    continue
                output[elem.index] = output[elem.source]
            for i in range(nneighbours):
                neighbour = structure[i] + elem.index
                if neighbour < 0 or neighbour >= output.shape[0] or not mask[neighbour]:
                    continue
                if output[neighbour]:
                    continue
                age += 1
                new_elem.value = image[neighbour]
                if compact:
                    new_elem.value += compactness * distance(neighbour, elem.source, strides)
                elif not wsl:
                    output[neighbour] = output[elem.index]
                new_elem.age = age
                new_elem.index = neighbour
                new_elem.source = elem.source
                heappush(hp, &new_elem)
        heap_done(hp)


def watershed(image, markers, mask=None, double compactness=0, bint line=False):
    """The front end: pads by a masked border and flattens."""
    image = np.pad(np.asarray(image, dtype=np.float64), 1)
    labels = np.pad(np.asarray(markers, dtype=np.int32), 1)
    allowed = np.zeros(image.shape, dtype=np.int8)
    inner = tuple(slice(1, -1) for _ in range(image.ndim))
    allowed[inner] = 1 if mask is None else np.asarray(mask, dtype=np.int8)
    strides = np.array([s // 8 for s in image.strides], dtype=np.intp)
    structure = np.concatenate([-strides, strides[::-1]]).astype(np.intp)
    flat = labels.ravel()
    watershed_raveled(image.ravel(), np.flatnonzero(flat).astype(np.intp), structure, allowed.ravel(), strides,
                      compactness, flat, line)
    return flat.reshape(labels.shape)[inner]

# --- calls
watershed(np.abs(np.sin(np.arange(42.0) * 0.9)).reshape(6, 7), np.eye(6, 7) * [[1], [0], [2], [0], [0], [3]])
watershed(np.array([[0, 1, 2, 1, 0]]), np.array([[1, 0, 0, 0, 2]]))
watershed(np.array([[0, 1, 2, 1, 0]]), np.array([[1, 0, 0, 0, 2]]), [[1, 1, 0, 1, 1]])
watershed(np.zeros((5, 5)), np.diag([1, 0, 0, 0, 2]), compactness=0.5)
watershed(np.zeros((5, 5)), np.diag([1, 0, 0, 0, 2]), line=True)
watershed(np.zeros(5), np.array([1, 0, 0, 0, 2]))
watershed(np.zeros((2, 2)), np.zeros((2, 2)))
watershed_raveled(np.zeros(3), np.zeros(1, np.intp), np.ones(1, np.intp), np.ones(3, np.int8), np.ones(1, np.intp), 0, np.zeros(3, np.int64), 0)
