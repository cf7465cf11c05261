from cpython.list cimport PyList_GET_SIZE
def f(list xs):
    cdef Py_ssize_t n
    with nogil:
        n = PyList_GET_SIZE(xs)
    return n

# error 5:27: Calling gil-requiring function not allowed without gil
