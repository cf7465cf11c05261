def f(int n):
    try:
        cdef int x = n
    finally:
        pass

# error 3:8: cdef statement not allowed here
# cython 3:13: cdef statement not allowed here
