cdef double* P = [1.0, 2.0]


def f():
    return P[0]

# error 1:13: a pointer to the items of a list at module level, where they lie in no variable: assign them to a C array
# cython: accepts
