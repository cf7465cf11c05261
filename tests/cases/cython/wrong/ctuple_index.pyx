def f():
    cdef (int, int) t = (1, 2)
    return t[5]

# error 3:12: Index 5 out of bounds for '(int, int)'
