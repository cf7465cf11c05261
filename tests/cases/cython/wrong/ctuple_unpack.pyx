def f():
    cdef (int, int) t = (1, 2)
    a, b, c = t
    return a

# error 3:14: Assignment to/from slice of wrong length, expected 2, got 3
