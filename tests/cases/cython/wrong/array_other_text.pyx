def f():
    cdef char a[4]
    a = b"abc"
    return a[0]

# error 3:4: Assignment to slice of wrong length, expected 4, got 3
# cython 3:4: Assignment to slice of wrong length, expected 4, got 3
