cdef int* g(int* p) except -1:
    return p

# error 1:28: Exception value incompatible with function return type
