def f(int n):
    with nogil:
        cdef int x = n

# error 3:8: cdef statement not allowed here
# cython 3:13: cdef statement not allowed here
