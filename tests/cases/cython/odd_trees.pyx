"""Splits of trees: records, pointers to fused pointers, random numbers, sorting two arrays at once."""
from libc.math cimport NAN, isnan, INFINITY, log as ln, sqrt
from libc.stdlib cimport malloc, free, realloc, calloc
from libc.string cimport memcpy, memset
from libc.stdint cimport uint8_t, int32_t, uint32_t, SIZE_MAX
import numpy as np
cimport numpy as cnp
cimport cython
cnp.import_array()

ctypedef cnp.float32_t DTYPE_t
ctypedef cnp.float64_t DOUBLE_t
ctypedef cnp.npy_intp SIZE_t
ctypedef cnp.npy_uint32 UINT32_t

cdef enum:
    RAND_R_MAX = 2147483647

cdef DTYPE_t FEATURE_THRESHOLD = 1e-7
cdef SIZE_t _TREE_LEAF = -1

cdef struct SplitRecord:
    SIZE_t feature
    SIZE_t pos
    double threshold
    double improvement
    unsigned char missing_go_to_left

cdef inline UINT32_t our_rand_r(UINT32_t* seed) nogil:
    if (seed[0] == 0):
        seed[0] = 1
    seed[0] ^= <UINT32_t>(seed[0] << 13)
    seed[0] ^= <UINT32_t>(seed[0] >> 17)
    seed[0] ^= <UINT32_t>(seed[0] << 5)
    return seed[0] % (<UINT32_t>RAND_R_MAX + 1)

cdef inline SIZE_t rand_int(SIZE_t low, SIZE_t high, UINT32_t* random_state) noexcept nogil:
    return low + our_rand_r(random_state) % (high - low)

cdef inline double rand_uniform(double low, double high, UINT32_t* random_state) noexcept nogil:
    return ((high - low) * <double> our_rand_r(random_state) / <double> RAND_R_MAX) + low

cdef inline void _init_split(SplitRecord* self, SIZE_t start_pos) noexcept nogil:
    self.improvement = -INFINITY
    self.pos = start_pos
    self.feature = 0
    self.threshold = 0.
    self.missing_go_to_left = False

ctypedef fused realloc_ptr:
    (float*)
    (int*)
    (SplitRecord*)
    (double*)

cdef int safe_realloc(realloc_ptr* p, size_t nelems) except -1 nogil:
    cdef size_t nbytes = nelems * sizeof(p[0][0])
    if nbytes / sizeof(p[0][0]) != nelems:
        with gil:
            raise MemoryError(f"could not allocate ({nelems} * {sizeof(p[0][0])}) bytes")
    cdef realloc_ptr tmp = <realloc_ptr>realloc(p[0], nbytes)
    if tmp == NULL:
        with gil:
            raise MemoryError(f"could not allocate {nbytes} bytes")
    p[0] = tmp
    return 0

def reallocs(int n):
    cdef double* p = NULL
    cdef int* q = NULL
    safe_realloc(&p, n)
    safe_realloc(&q, n)
    cdef int i
    for i in range(n):
        p[i] = i * .5
        q[i] = i
    cdef double s = 0
    for i from 0 <= i < n:
        s += p[i] * q[i]
    free(p); free(q)
    return s

def record(SIZE_t start):
    cdef SplitRecord best, current
    _init_split(&best, start)
    current = best
    current.improvement = 2
    if current.improvement > best.improvement:
        best = current
    return best

def randoms(UINT32_t seed, SIZE_t n):
    cdef UINT32_t state = seed
    cdef SIZE_t i
    cdef cnp.ndarray[SIZE_t, ndim=1, mode='c'] out = np.empty(n, dtype=np.intp)
    for i in range(n):
        out[i] = rand_int(0, 100, &state)
    return out, rand_uniform(0, 1, &state)

cdef void introsort(DTYPE_t[::1] feature_values, SIZE_t[::1] samples, SIZE_t n) noexcept nogil:
    if n == 0:
        return
    cdef int maxd = 2 * <int>ln(n)
    cdef SIZE_t i, j
    cdef DTYPE_t v
    cdef SIZE_t s
    for i in range(1, n):
        v, s = feature_values[i], samples[i]
        j = i
        while j > 0 and feature_values[j - 1] > v:
            feature_values[j], samples[j] = feature_values[j - 1], samples[j - 1]
            j -= 1
        feature_values[j] = v; samples[j] = s

def sort(DTYPE_t[::1] values):
    cdef SIZE_t[::1] samples = np.arange(values.shape[0])
    introsort(values, samples, values.shape[0])
    return np.asarray(samples), values.base

def weighted(const DTYPE_t[:, :] X, const DOUBLE_t[:] sample_weight=None, *, bint center=True):
    cdef:
        SIZE_t n_samples = X.shape[0]
        SIZE_t n_features = X.shape[1]
        SIZE_t i, j
        double w = 1.0
        double[::1] mean = np.zeros(n_features)
    for i in range(n_samples):
        if sample_weight is not None:
            w = sample_weight[i]
        for j in range(n_features):
            if not isnan(X[i, j]):
                mean[j] += w * X[i, j]
    if center:
        for j in range(n_features):
            mean[j] /= n_samples
    return mean.base if center else np.asarray(mean) * 2

def sizes():
    return sizeof(SplitRecord), SIZE_MAX > 0, _TREE_LEAF, FEATURE_THRESHOLD
# --- calls
reallocs(4)
record(5)
randoms(42, 6)
sort(np.array([3, 1, 2, 5, 4], np.float32))
weighted(np.ones((3, 2), np.float32))
weighted(np.ones((3, 2), np.float32), np.array([1., 2., 3.]), center=False)
sizes()
