# cython: boundscheck=False, wraparound=False, cdivision=True
"""OpenMP's functions: numbers of threads, and a lock around what threads add up."""
import numpy as np
cimport cython
cimport openmp
from cython.parallel cimport parallel, prange, threadid
from libc.stdlib cimport calloc, free, malloc
from openmp cimport omp_get_max_threads, omp_lock_t


def numbers():
    cdef int most = omp_get_max_threads()
    return most >= 1, openmp.omp_get_num_procs() >= 1, openmp.omp_get_num_threads(), openmp.omp_get_thread_num(), \
        openmp.omp_in_parallel(), openmp.omp_get_thread_limit() >= most


def limited(int count):
    cdef int before = omp_get_max_threads(), seen
    openmp.omp_set_num_threads(count)
    seen = omp_get_max_threads()
    openmp.omp_set_num_threads(before)
    return seen, omp_get_max_threads() == before


def clock():
    cdef double a = openmp.omp_get_wtime()
    cdef double b = openmp.omp_get_wtime()
    return a >= 0, b >= a, 0 < openmp.omp_get_wtick() < 1


def locks():
    cdef omp_lock_t lock
    openmp.omp_init_lock(&lock)
    cdef int first = openmp.omp_test_lock(&lock)
    cdef int second = openmp.omp_test_lock(&lock)
    openmp.omp_unset_lock(&lock)
    openmp.omp_set_lock(&lock)
    cdef int third = openmp.omp_test_lock(&lock)
    openmp.omp_unset_lock(&lock)
    openmp.omp_destroy_lock(&lock)
    return first, second, third


def nearest(const double[:, ::1] x, const double[:, ::1] centres, int threads):
    """One step of k-means: the sums of each thread are added under a lock."""
    cdef Py_ssize_t n = x.shape[0], m = x.shape[1], count = centres.shape[0], i, j, k, best, row, column
    cdef double[:, ::1] sums = np.zeros((count, m))
    cdef long[::1] weights = np.zeros(count, dtype=np.int_)
    cdef int[::1] labels = np.empty(n, dtype=np.intc)
    cdef double d, least
    cdef double *own
    cdef long *own_weights
    cdef omp_lock_t lock
    openmp.omp_init_lock(&lock)
    with nogil, parallel(num_threads=threads):
        own = <double *> calloc(count * m, sizeof(double))
        own_weights = <long *> calloc(count, sizeof(long))
        for i in prange(n, schedule="static"):
            best = 0
            least = 1e300
            for k in range(count):
                d = 0
                for j in range(m):
                    d = d + (x[i, j] - centres[k, j]) * (x[i, j] - centres[k, j])
                if d < least:
                    least = d
                    best = k
            labels[i] = best
            own_weights[best] += 1
            for j in range(m):
                own[best * m + j] += x[i, j]
        openmp.omp_set_lock(&lock)
        for row in range(count):
            weights[row] += own_weights[row]
            for column in range(m):
                sums[row, column] += own[row * m + column]
        openmp.omp_unset_lock(&lock)
        free(own)
        free(own_weights)
    openmp.omp_destroy_lock(&lock)
    return np.asarray(labels), np.asarray(weights), np.asarray(sums)


def team_size(int threads):
    cdef int[::1] seen = np.zeros(1, dtype=np.intc)
    cdef int i
    with nogil, parallel(num_threads=threads):
        for i in prange(10):
            pass
        if threadid() == 0:
            seen[0] = openmp.omp_get_num_threads()
    return seen[0]

# --- calls
numbers()
(limited(n) for n in (1, 2))
clock()
locks()
(nearest(np.arange(2.0 * n).reshape(n, 2), np.array([[1.0, 2], [10, 3], [0, 20]]), t) for n in (0, 1, 40) for t in (1, 2))
(team_size(t) for t in (1, 2))
