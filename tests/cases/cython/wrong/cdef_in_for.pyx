def f(int n):
    for i in range(n):
        cdef int x
        x = i

# error 3:8: cdef statement not allowed here
# cython 3:13: cdef statement not allowed here
