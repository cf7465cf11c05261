cdef int g(int n) nogil:
    cdef object x
    return n

# error 2:16: Function declared nogil has Python locals or temporaries
# cython 1:0: Function declared nogil has Python locals or temporaries
