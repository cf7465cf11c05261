from cython cimport floating

cdef floating dot(int, const floating*, const floating*) noexcept nogil

cdef int counted(int, double[::1],
                 char*) except -1
cpdef object squeezed(object)
