cdef double included
cdef Point corner
