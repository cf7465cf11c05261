def f(items):
    cdef int n = 0
    with nogil:
        for x in items:
            n += 1
    return n

# error 4:8: Iterating over Python object not allowed without gil
# cython 4:17: Iterating over Python object not allowed without gil
