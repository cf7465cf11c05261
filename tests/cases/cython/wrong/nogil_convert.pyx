def f(x):
    cdef int n
    with nogil:
        n = x
    return n

# error 4:12: Coercion from Python not allowed without gil
# cython 4:12: Coercion from Python not allowed without the GIL
