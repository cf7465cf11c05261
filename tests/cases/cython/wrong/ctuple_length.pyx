def f():
    cdef (int, int) t = (1, 2, 3)
    return t

# error 2:24: trying to coerce sequence to ctuple of wrong length, expected 2, got 3
# cython 2:25: trying to coerce sequence to ctuple of wrong length, expected 2, got 3
