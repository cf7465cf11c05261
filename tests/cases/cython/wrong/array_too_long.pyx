def f():
    cdef int[2] a = [1, 2, 3]
    return a[0]

# error 2:16: Assignment to slice of wrong length, expected 2, got 3
# cython 2:4: Assignment to slice of wrong length, expected 2, got 3
