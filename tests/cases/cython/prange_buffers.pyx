"""parallel() blocks with a buffer for each thread, and threadid."""
from cython.parallel cimport parallel, prange, threadid
from libc.stdlib cimport free, malloc


def buffers(double[:, ::1] a, double[::1] out):
    cdef Py_ssize_t i, j, n = a.shape[1]
    cdef double* buffer
    with nogil, parallel(num_threads=2):
        buffer = <double*>malloc(n * sizeof(double))
        for i in prange(a.shape[0]):
            for j in range(n):
                buffer[j] = a[i, j] * 2
            out[i] = buffer[0] + buffer[n - 1]
        free(buffer)


def thread_ids(int n):
    cdef int i, bad = 0
    for i in prange(n, nogil=True, num_threads=2):
        if threadid() < 0 or threadid() > 1:
            bad += 1
    return bad

# --- calls
buffers(f8(4, 3), np.zeros(4))
thread_ids(100)
