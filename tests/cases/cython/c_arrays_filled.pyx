"""Arrays and structs of C that take what lists, tuples, ranges, text and arrays hold."""
import numpy as np


cdef struct P:
    int x
    double y


ctypedef (int, double) pair


def of_list():
    cdef int x[3]
    v = [1, 2, 3]
    x = v
    return x


def of_tuple():
    cdef int x[3]
    v = (1, 2, 3)
    x = v
    return x


def of_long_list(long n):
    cdef int x[3]
    v = [i * n for i in range(3)]
    x = v
    return x


def of_range(int n):
    cdef int x[3]
    x = range(n)
    return x


def of_bytes(bytes b):
    cdef unsigned char x[3]
    x = b
    return x


def of_any_list(list v):
    cdef int x[3]
    x = v
    return x


def struct_of_dict():
    cdef P p
    v = {'x': 1, 'y': 2.5}
    p = v
    return p


def struct_of_tuple():
    cdef P p
    v = (1, 2.5)
    p = v
    return p


def struct_of_list():
    cdef P p
    v = [1, 2.5]
    p = v
    return p


def ctuple_of_list():
    cdef pair p
    v = [1, 2.5]
    p = v
    return p


def ctuple_of_tuple():
    cdef pair p
    v = (1, 2)
    p = v
    return p


def table_of_lists():
    cdef int x[2][2]
    v = [[1, 2], [3, 4]]
    x = v
    return x


def table_of_made_lists():
    cdef int x[2][2]
    v = [[i, 2] for i in range(2)]
    x = v
    return x


def table_of_array(v):
    cdef int x[2][2]
    x = np.asarray(v)
    return x


def of_declared_tuple():
    cdef list v = [1, 2]
    cdef tuple t = tuple(v)
    cdef int x[2]
    x = t
    return x


def of_array(n):
    cdef double x[3]
    x = np.arange(n) / 2
    return x


def digits(digits):
    cdef int counts[10]
    counts = [0] * 10
    for d in digits:
        counts[d] += 1
    return counts


def slice_of_filled(n):
    cdef int x[5]
    x = list(range(n))
    return [a for a in x[1:4]]


def of_any(v):
    cdef double x[3]
    x = v
    return x


def of_other_array(v):
    cdef double x[3]
    x = v
    cdef double y[3]
    y = x
    x[0] = 9
    y[:] = x
    return x, y


def of_text(n):
    cdef char x[3]
    x = "abc"
    return x[0], x[1], x[2]


def of_written_bytes(n):
    cdef char x[3]
    x = b"abc"
    return x[0], x[1], x[2]


def part_of_bytes(n):
    cdef char x[3]
    x[:] = b"abc"
    return x[0], x[1], x[2]

# --- calls
of_list()
of_tuple()
of_long_list(2)
of_long_list(2**40)
of_range(3)
of_range(4)
of_any_list([1, 2, 3])
of_any_list(None)
struct_of_dict()
struct_of_tuple()
struct_of_list()
ctuple_of_list()
ctuple_of_tuple()
table_of_lists()
table_of_made_lists()
table_of_array([[1, 2], [3, 4]])
of_declared_tuple()
of_array(3)
of_array(2)
digits([1, 2, 3, 3])
slice_of_filled(5)
slice_of_filled(4)
slice_of_filled(6)
of_any([1, 2, 3])
of_any((1, 2, 3))
of_any([1, 2])
of_any([1, 2, 3, 4])
of_any("abc")
of_any(iter([1,2,3]))
of_any(None)
of_other_array((1, 2, 3.5))
of_text(1)
of_written_bytes(1)
part_of_bytes(1)
