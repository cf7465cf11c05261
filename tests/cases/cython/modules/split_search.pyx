# cython: boundscheck=False
# cython: wraparound=False
# cython: cdivision=True
# cython: initializedcheck=False
"""The search for the best split of a decision tree, with the sums of one sorted pass."""
import numpy as np

cimport numpy as cnp
from libc.math cimport INFINITY, log2
from libc.stdlib cimport free, malloc
from libc.string cimport memcpy, memset

ctypedef cnp.float32_t DTYPE_t
ctypedef cnp.float64_t DOUBLE_t
ctypedef cnp.npy_intp SIZE_t
ctypedef cnp.uint32_t UINT32_t

cdef DTYPE_t FEATURE_THRESHOLD = 1e-7


cdef enum:
    RAND_R_MAX = 2147483647


cdef struct SplitRecord:
    SIZE_t feature
    SIZE_t pos
    double threshold
    double improvement
    double impurity_left
    double impurity_right


cdef inline UINT32_t our_rand_r(UINT32_t* seed) noexcept nogil:
    if seed[0] == 0:
        seed[0] = 1
    seed[0] ^= <UINT32_t>(seed[0] << 13)
    seed[0] ^= <UINT32_t>(seed[0] >> 17)
    seed[0] ^= <UINT32_t>(seed[0] << 5)
    return seed[0] % (<UINT32_t>RAND_R_MAX + 1)


cdef inline SIZE_t rand_int(SIZE_t low, SIZE_t high, UINT32_t* state) noexcept nogil:
    return low + our_rand_r(state) % (high - low)


cdef inline void swap(DTYPE_t* values, SIZE_t* samples, SIZE_t i, SIZE_t j) noexcept nogil:
    values[i], values[j] = values[j], values[i]
    samples[i], samples[j] = samples[j], samples[i]


cdef inline DTYPE_t median3(DTYPE_t* values, SIZE_t n) noexcept nogil:
    cdef DTYPE_t a = values[0], b = values[n / 2], c = values[n - 1]
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


cdef void introsort(DTYPE_t* values, SIZE_t* samples, SIZE_t n, int depth) noexcept nogil:
    cdef DTYPE_t pivot
    cdef SIZE_t i, l, r
    while n > 1:
        if depth <= 0:
            heapsort(values, samples, n)
            return
        depth -= 1
        pivot = median3(values, n)
        i = l = 0
        r = n
        while i < r:
            if values[i] < pivot:
                swap(values, samples, i, l)
                i += 1
                l += 1
            elif values[i] > pivot:
                r -= 1
                swap(values, samples, i, r)
            else:
                i += 1
        introsort(values, samples, l, depth)
        values += r
        samples += r
        n -= r


cdef void sift_down(DTYPE_t* values, SIZE_t* samples, SIZE_t start, SIZE_t end) noexcept nogil:
    cdef SIZE_t child, maxind, root = start
    while True:
        child = root * 2 + 1
        maxind = root
        if child < end and values[maxind] < values[child]:
            maxind = child
        if child + 1 < end and values[maxind] < values[child + 1]:
            maxind = child + 1
        if maxind == root:
            break
        swap(values, samples, root, maxind)
        root = maxind


cdef void heapsort(DTYPE_t* values, SIZE_t* samples, SIZE_t n) noexcept nogil:
    cdef SIZE_t start = (n - 2) / 2, end = n
    while True:
        sift_down(values, samples, start, end)
        if start == 0:
            break
        start -= 1
    end = n - 1
    while end > 0:
        swap(values, samples, 0, end)
        sift_down(values, samples, 0, end)
        end = end - 1


cdef double gini(const double* counts, SIZE_t n_classes, double total) noexcept nogil:
    cdef double squares = 0
    cdef SIZE_t k
    for k in range(n_classes):
        squares += counts[k] * counts[k]
    return 1 - squares / (total * total) if total > 0 else 0


cdef double entropy(const double* counts, SIZE_t n_classes, double total) noexcept nogil:
    cdef double e = 0, p
    cdef SIZE_t k
    for k in range(n_classes):
        p = counts[k] / total
        if p > 0.0:
            e -= p * log2(p)
    return e


ctypedef double (*impurity_t)(const double*, SIZE_t, double) noexcept nogil


cdef int best_split(const DTYPE_t[:, :] X, const SIZE_t[::1] y, const DOUBLE_t[::1] weights, SIZE_t[::1] samples,
                    SIZE_t n_classes, SIZE_t min_leaf, impurity_t impurity, SplitRecord* best) except -1 nogil:
    cdef SIZE_t n = samples.shape[0], feature, i, p
    cdef DTYPE_t* values = <DTYPE_t*>malloc(n * sizeof(DTYPE_t))
    cdef SIZE_t* order = <SIZE_t*>malloc(n * sizeof(SIZE_t))
    cdef double* left = <double*>malloc(n_classes * sizeof(double))
    cdef double* right = <double*>malloc(n_classes * sizeof(double))
    cdef double* total = <double*>malloc(n_classes * sizeof(double))
    cdef double w_total = 0, w_left, w, parent, il, ir, improvement
    if not values or not order or not left or not right or not total:
        free(values)
        free(order)
        free(left)
        free(right)
        free(total)
        raise MemoryError()

    memset(total, 0, n_classes * sizeof(double))
    for i in range(n):
        total[y[samples[i]]] += weights[samples[i]]
        w_total += weights[samples[i]]
    parent = impurity(total, n_classes, w_total)
    best.feature = -1
    best.pos = n
    best.threshold = 0
    best.improvement = -INFINITY

    for feature in range(X.shape[1]):
        for i in range(n):
            order[i] = samples[i]
            values[i] = X[samples[i], feature]
        introsort(values, order, n, 2 * <int>log2(n))
        if values[n - 1] <= values[0] + FEATURE_THRESHOLD:
            continue
        memset(left, 0, n_classes * sizeof(double))
        memcpy(right, total, n_classes * sizeof(double))
        w_left = 0
        p = 0
        while p < n - 1:
            w = weights[order[p]]
            left[y[order[p]]] += w
            right[y[order[p]]] -= w
            w_left += w
            p += 1
            if values[p] <= values[p - 1] + FEATURE_THRESHOLD:
                continue
            if p < min_leaf or n - p < min_leaf:
                continue
            il = impurity(left, n_classes, w_left)
            ir = impurity(right, n_classes, w_total - w_left)
            improvement = parent - w_left / w_total * il - (w_total - w_left) / w_total * ir
            if improvement > best.improvement:
                best.feature = feature
                best.pos = p
                best.improvement = improvement
                best.impurity_left = il
                best.impurity_right = ir
                best.threshold = values[p] / 2.0 + values[p - 1] / 2.0
                if best.threshold == values[p] or best.threshold == INFINITY:
                    best.threshold = values[p - 1]
    free(values)
    free(order)
    free(left)
    free(right)
    free(total)
    return 0


def find_split(const DTYPE_t[:, :] X, const SIZE_t[::1] y, weights=None, SIZE_t min_leaf=1, str criterion="gini"):
    """The best split of all samples as a dict, or None."""
    cdef SplitRecord best
    cdef SIZE_t[::1] samples = np.arange(X.shape[0], dtype=np.intp)
    cdef DOUBLE_t[::1] w
    cdef SIZE_t n_classes = 0, i
    cdef impurity_t impurity
    if X.shape[0] != y.shape[0]:
        raise ValueError("X has %d rows, y %d" % (X.shape[0], y.shape[0]))
    if criterion == "gini":
        impurity = gini
    elif criterion == "entropy":
        impurity = entropy
    else:
        raise KeyError(criterion)
    if weights is None:
        w = np.ones(X.shape[0])
    else:
        w = np.asarray(weights, dtype=np.float64)
    for i in range(y.shape[0]):
        n_classes = max(n_classes, y[i] + 1)
    with nogil:
        best_split(X, y, w, samples, n_classes, min_leaf, impurity, &best)
    return best if best.feature >= 0 else None


def sort_values(DTYPE_t[::1] values, int depth=-1):
    """Sorts in place and returns the order; a depth of 0 makes it heapsort."""
    order = np.arange(values.shape[0], dtype=np.intp)
    cdef SIZE_t[::1] samples = order
    if values.shape[0] > 1:
        introsort(&values[0], &samples[0], values.shape[0], 30 if depth < 0 else depth)
    return order


def randoms(UINT32_t seed, SIZE_t low, SIZE_t high, int n):
    return [rand_int(low, high, &seed) for _ in range(n)], seed

# --- calls
(find_split(np.sin(np.arange(30.0)).reshape(10, 3).astype("f4"), np.arange(10) % 3, criterion=c) for c in ("gini", "entropy"))
find_split(np.array([[0, 1], [1, 1], [2, 1], [3, 1]], "f4"), np.array([0, 0, 1, 1]))
find_split(np.array([[0, 1], [1, 1], [2, 1], [3, 1]], "f4"), np.array([0, 1, 1, 1]), [1, 5, 1, 1], 2)
find_split(np.ones((4, 2), "f4"), np.array([0, 1, 0, 1]))
find_split(np.ones((4, 2), "f4"), np.array([0, 1]))
find_split(np.ones((4, 2), "f4"), np.array([0, 1, 0, 1]), criterion="mse")
find_split(np.ones((4, 2)), np.array([0, 1, 0, 1]))
(sort_values(np.array([3, 1, 2, 2, -5, 9, 1], "f4"), d) for d in (-1, 0, 1))
sort_values(np.zeros(0, "f4"))
randoms(1, 0, 10, 8)
randoms(0, 5, 7, 5)
