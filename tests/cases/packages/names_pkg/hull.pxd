cimport numpy as np

cpdef Py_ssize_t count(object xy) except -1
cdef object counted()
cdef object restart(int n)
cdef str label(int n)
cdef np.ndarray ranked(object x)
