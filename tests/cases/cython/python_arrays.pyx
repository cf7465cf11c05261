"""cpython.array: arrays of Python's own as memory of C's."""
from cpython cimport array
from libc.string cimport memcpy, memset
import array as python_array


def total(array.array a):
    cdef int i
    cdef double s = 0
    for i in range(len(a)):
        s += a.data.as_doubles[i]
    return s


def pointers(array.array a):
    cdef int* p = a.data.as_ints
    cdef void* v = a.data.as_voidptr
    p[0] += 5
    a.data.as_ints[1] = p[0] * 2
    return a, v == p, a.data.as_uints[0]


def bytes_of(array.array a):
    a.data.as_uchars[0] = 200
    return a.data.as_uchars[0], a.data.as_chars[0], a.data.as_schars[0], a


def clone(array.array a, int n):
    cdef array.array b = array.clone(a, n, zero=True)
    if n:
        b.data.as_doubles[0] = 7
    return b, b is a


def clone_positional(array.array a):
    return array.clone(a, 2, True)


def copied(array.array a):
    cdef array.array b = array.copy(a)
    b[0] = 9
    return a, b


def resized(array.array a, Py_ssize_t n):
    cdef int status = array.resize(a, n)
    return status, len(a)


def grown(array.array a):
    cdef Py_ssize_t n = len(a)
    array.resize_smart(a, n + 1)
    a.data.as_ints[n] = 42
    return a


def extended(array.array a, array.array b):
    array.extend(a, b)
    return a


def extended_by_memory(array.array a):
    cdef int[3] more = [7, 8, 9]
    array.extend_buffer(a, <char*>more, 3)
    return a


def zeroed(array.array a):
    array.zero(a)
    return a


def viewed(double[:] v):
    cdef Py_ssize_t i
    for i in range(v.shape[0]):
        v[i] *= 2
    return v.shape[0]


def view_of_local(int n):
    cdef array.array a = python_array.array("i", range(n))
    cdef int[::1] v = a
    cdef int s = 0
    for i in range(n):
        v[i] += 1
        s += v[i]
    return s, a


def through_memcpy(array.array a, array.array b):
    memcpy(b.data.as_voidptr, a.data.as_voidptr, len(a) * sizeof(double))
    return b


def methods(array.array a):
    a.append(3)
    return a.typecode, a.itemsize, len(a), a[-1], a.tolist()


def local_check(x):
    cdef array.array a = x
    return len(a)


def as_buffer(array.array a):
    cdef array.array[float] floats = a
    floats[0] += 2
    return floats[0], floats, len(floats)


def typed_clone(array.array a, int n):
    cdef array.array[double] d = array.clone(a, n, zero=True)
    if n:
        d[0] = 5
    return d, len(d)


def typed_parameter(array.array[double] d):
    d[1] = 7
    return d, d.data.as_doubles[1], d[0]


cdef array.array of_module = python_array.array('i', [1, 2, 3])
first_of_module = of_module.data.as_ints[0]
memset(of_module.data.as_voidptr, 0, len(of_module) * sizeof(int))
of_module.data.as_ints[1] = 7


def counted_up():
    of_module.data.as_ints[0] += 1
    return of_module


cdef int[:] view_of_module = of_module


def through_view():
    view_of_module[2] = 5
    return list(view_of_module), of_module


def of_cast(o):
    return (<array.array>o).data.as_ints[0], (<array.array?>o).data.as_chars[0]


cdef array.array made():
    return python_array.array('i', [4, 5])


def of_result():
    return made().data.as_ints[1]


# --- calls
total(array.array("d", [1, 2.5]))
total(array.array("d"))
total([1.0])
pointers(array.array("i", [1, 2, 3]))
bytes_of(array.array("B", [1, 2]))
clone(array.array("d", [1, 2.5]), 3)
clone(array.array("d"), 0)
clone_positional(array.array("i", [1, 2, 3]))
copied(array.array("i", [1, 2]))
resized(array.array("d", [1, 2.5, 3]), 2)
resized(array.array("d", [1, 2.5, 3]), 0)
grown(array.array("i", [1, 2]))
extended(array.array("i", [1]), array.array("i", [2, 3]))
extended(array.array("i", [1]), array.array("d", [2, 3]))
extended_by_memory(array.array("i", [1]))
extended_by_memory(array.array("i"))
zeroed(array.array("d", [1, 2]))
viewed(array.array("d", [1, 2]))
viewed(array.array("f", [1, 2]))
view_of_local(4)
view_of_local(0)
through_memcpy(array.array("d", [1, 2]), array.array("d", [0, 0, 3]))
methods(array.array("h", [1, 2]))
local_check(array.array("h", [1, 2]))
local_check("ab")
total(array.array("d", [nan, -0.0]))
total(array.array("d", [-0.0]))
as_buffer(array.array("f", [1, 2]))
as_buffer(array.array("d", [1, 2]))
as_buffer(array.array("f"))
as_buffer(None)
typed_clone(python_array.array("d", [1, 2]), 3)
typed_clone(python_array.array("d", [1, 2]), 0)
typed_clone(python_array.array("i", [1, 2]), 3)
typed_parameter(python_array.array("d", [1, 2]))
typed_parameter(python_array.array("i", [1, 2]))
typed_parameter([1.0])
first_of_module
counted_up()
through_view()
of_cast(array.array('i', [3, 4]))
of_result()
