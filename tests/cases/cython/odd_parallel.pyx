# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Parallel loops and regions: clustering with buffers of each thread, histograms of records."""
import numpy as np
cimport numpy as np
from cython cimport floating
from cython.parallel cimport prange, parallel, threadid
from libc.stdlib cimport malloc, calloc, free
from libc.string cimport memset
from libc.float cimport DBL_MAX, FLT_MAX

np.import_array()

ctypedef np.uint8_t X_BINNED_DTYPE_C

cdef packed struct hist_struct:
    double sum_gradients
    double sum_hessians
    unsigned int count

HISTOGRAM_DTYPE = np.dtype([
    ('sum_gradients', np.float64), ('sum_hessians', np.float64), ('count', np.uint32)])

cdef floating _euclidean(const floating* a, const floating* b, int n, bint squared) noexcept nogil:
    cdef:
        int i
        int blocks = n // 4
        int rem = n % 4
        floating result = 0
    for i in range(blocks):
        result += ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])
                   + (a[2] - b[2]) * (a[2] - b[2]) + (a[3] - b[3]) * (a[3] - b[3]))
        a += 4; b += 4
    for i in range(rem):
        result += (a[i] - b[i]) * (a[i] - b[i])
    return result if squared else result ** 0.5

def inertia(const floating[:, ::1] X, const floating[::1] sample_weight, floating[:, ::1] centers,
            int[::1] labels, int n_threads, int single_label=-1):
    cdef:
        int n_samples = X.shape[0]
        int n_features = X.shape[1]
        int i, j
        floating sq_dist = 0.0
        floating total = 0.0
    for i in prange(n_samples, nogil=True, num_threads=n_threads, schedule='static'):
        j = labels[i]
        if single_label < 0 or single_label == j:
            sq_dist = _euclidean(&X[i, 0], &centers[j, 0], n_features, True)
            total += sq_dist * sample_weight[i]
    return total

def lloyd(const floating[:, ::1] X, floating[:, ::1] centers, int n_threads):
    cdef:
        int n_samples = X.shape[0], n_features = X.shape[1], n_clusters = centers.shape[0]
        int i, j, k, jj, label
        floating best, d
        int[::1] labels = np.full(n_samples, -1, dtype=np.int32)
        floating[:, ::1] centers_new = np.zeros_like(centers)
        floating[::1] weight = np.zeros(n_clusters, dtype=np.asarray(centers).dtype)
        floating *centers_chunk
        floating *weight_chunk
    with nogil, parallel(num_threads=n_threads):
        centers_chunk = <floating*> calloc(n_clusters * n_features, sizeof(floating))
        weight_chunk = <floating*> calloc(n_clusters, sizeof(floating))
        for i in prange(n_samples, schedule='static'):
            best = FLT_MAX
            label = 0
            for j in range(n_clusters):
                d = _euclidean(&X[i, 0], &centers[j, 0], n_features, True)
                if d < best:
                    best = d
                    label = j
            labels[i] = label
            weight_chunk[label] += 1
            for k in range(n_features):
                centers_chunk[label * n_features + k] += X[i, k]
        with gil:
            for jj in range(n_clusters):
                weight[jj] += weight_chunk[jj]
                for kk in range(n_features):
                    centers_new[jj, kk] += centers_chunk[jj * n_features + kk]
        free(centers_chunk)
        free(weight_chunk)
    return np.asarray(labels), np.asarray(weight), np.asarray(centers_new)

def build_histogram(unsigned int n_bins, const X_BINNED_DTYPE_C[:, ::1] X_binned,
                    const float[::1] gradients, int n_threads=2):
    cdef:
        int f
        unsigned int i
        hist_struct[:, ::1] histograms = np.empty((X_binned.shape[1], n_bins), dtype=HISTOGRAM_DTYPE)
        int n_features = X_binned.shape[1]
    for f in prange(n_features, schedule='static', nogil=True, num_threads=n_threads):
        memset(&histograms[f, 0], 0, n_bins * sizeof(hist_struct))
        for i in range(<unsigned int>X_binned.shape[0]):
            histograms[f, X_binned[i, f]].sum_gradients += gradients[i]
            histograms[f, X_binned[i, f]].sum_hessians += 1
            histograms[f, X_binned[i, f]].count += 1
    return np.asarray(histograms)

def ids(int n):
    cdef int i
    cdef int[::1] out = np.zeros(n, np.int32)
    with nogil, parallel(num_threads=2):
        for i in prange(n, schedule="static", chunksize=1):
            out[i] = threadid() >= 0
    return np.asarray(out).sum()

def local_sum(double[::1] a):
    cdef double s = 0
    cdef Py_ssize_t i
    cdef double* buf
    with nogil, parallel():
        buf = <double*>malloc(sizeof(double) * 2)
        buf[0] = 1
        for i in prange(a.shape[0]):
            s += a[i] * buf[0]
        free(buf)
    return s
# --- calls
inertia(np.arange(12.).reshape(4, 3), np.ones(4), np.ones((2, 3)), np.array([0, 1, 0, 1], np.int32), 2)
inertia(np.arange(12, dtype=np.float32).reshape(4, 3), np.ones(4, np.float32), np.ones((2, 3), np.float32), np.array([0, 1, 0, 1], np.int32), 2, 1)
build_histogram(4, (np.arange(12) % 4).astype(np.uint8).reshape(6, 2), np.ones(6, np.float32))
ids(10)
local_sum(np.arange(10.))
