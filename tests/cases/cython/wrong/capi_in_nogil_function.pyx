from cpython.ref cimport Py_INCREF
cdef void f(object x) noexcept nogil:
    Py_INCREF(x)

# error 3:13: Calling gil-requiring function not allowed without gil
