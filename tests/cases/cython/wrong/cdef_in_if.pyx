def f(int n):
    if n:
        cdef int x = 1
    return n

# error 3:8: cdef statement not allowed here
# cython 3:13: cdef statement not allowed here
