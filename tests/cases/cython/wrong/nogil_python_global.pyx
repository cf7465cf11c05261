TABLE = [1, 2]

cdef int g(int n) nogil:
    return TABLE[n]

# error 4:16: Indexing Python object not allowed without gil
