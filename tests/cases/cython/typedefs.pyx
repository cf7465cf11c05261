"""ctypedef: numbers, chains, of numpy types, views."""
cimport numpy as cnp

ctypedef double real
ctypedef real length_t
ctypedef int index_t
ctypedef unsigned char byte
ctypedef cnp.npy_intp size_type
ctypedef cnp.float32_t single
ctypedef double[:, ::1] matrix


cdef real half(real x) noexcept nogil:
    return x / 2


def numbers(real x, length_t y, index_t i, byte b):
    return half(x), y * 2, i + 1, b


def wrap(byte b):
    cdef byte c = b + 1
    return c


def single_sum(single a, single b):
    cdef single c = a + b
    return c


def sizes(size_type n):
    return n * 2


def of_matrix(matrix m):
    return m.shape[0], m[0, 1]


def of_view(real[:] a, index_t i):
    return a[i]


def cast(double x):
    return <index_t>x, <byte>x, <single>x

# --- calls
numbers(3, 1.5, 7, 255)
numbers(3, 1.5, 2**31, 1)
numbers(3, 1.5, 1, 256)
(wrap(b) for b in (1, 255))
single_sum(0.1, 0.2)
sizes(2**40)
of_matrix(f8(2, 2))
of_matrix(f8(2))
of_view(f8(3), 2)
(cast(x) for x in (65.7, 3.1))
