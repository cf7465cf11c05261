# cython: boundscheck=False, wraparound=False, cdivision=True
"""Loops that store to one row of a view and read others."""


cdef void eliminate(double[:, ::1] a) noexcept nogil:
    cdef Py_ssize_t i, j, k
    cdef double f
    for k in range(a.shape[0]):
        for i in range(k + 1, a.shape[0]):
            f = a[i, k] / a[k, k]
            for j in range(k, a.shape[1]):
                a[i, j] -= f * a[k, j]


def eliminated(double[:, ::1] a):
    eliminate(a)


def add_row(double[:, ::1] a, Py_ssize_t to, Py_ssize_t of, Py_ssize_t low, Py_ssize_t high):
    cdef Py_ssize_t j
    for j in range(low, high):
        a[to, j] += 2 * a[of, j]


def beside(double[:, ::1] a, double[::1] b, Py_ssize_t n):
    cdef Py_ssize_t j
    for j in range(n):
        b[j] = j
        a[0, j] = a[1, j] + b[j]


def smoothed(float[:, ::1] a):
    cdef Py_ssize_t i, j
    for i in range(1, a.shape[0]):
        for j in range(1, a.shape[1]):
            a[i, j] = a[i - 1, j] + a[i - 1, j - 1]


def downwards(int[:, ::1] a):
    cdef Py_ssize_t j
    for j in range(a.shape[1] - 1, -1, -1):
        a[0, j] = a[1, j] - a[2, j]


cdef double[:, ::1] table = None


def global_table(double[:, ::1] a, Py_ssize_t n):
    global table
    cdef Py_ssize_t j
    table = a
    for j in range(n):
        table[0, j] = table[1, j]


# --- calls
eliminated(f8(5, 5))
eliminated(f8(0, 0))
(add_row(f8(3, 9), to, of, low, high) for to in (0, 2) for of in (0, 1) for low in (0, 4) for high in (0, 9))
add_row(None, 0, 1, 0, 0)
beside(f8(2, 4), f8(4), 4)
beside(None, f8(4), 0)
smoothed(f8(4, 19).astype("f4"))
downwards(np.arange(30, dtype=np.intc).reshape(3, 10))
global_table(f8(2, 11), 11)
global_table(None, 0)
smoothed(f8(4, 19).astype("f4")[::-1])
smoothed(f8(4, 0).astype("f4"))
eliminated(np.array([[nan, 1.0], [2.0, -0.0]]))
