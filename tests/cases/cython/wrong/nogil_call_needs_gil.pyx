cdef int g(int n):
    return n

def f(int n):
    with nogil:
        n = g(n)
    return n

# error 6:12: Calling gil-requiring function not allowed without gil
# cython 6:13: Calling gil-requiring function not allowed without gil
