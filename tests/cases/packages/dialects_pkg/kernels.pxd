cpdef int wrapped(int n) except? -1
