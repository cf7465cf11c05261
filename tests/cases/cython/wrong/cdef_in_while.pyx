def f(int n):
    while n:
        cdef double y
        n -= 1

# error 3:8: cdef statement not allowed here
# cython 3:13: cdef statement not allowed here
