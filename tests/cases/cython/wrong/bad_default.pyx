cdef int f(int x=unknown_default):
    return x

# error 1:17: undeclared name not builtin: unknown_default
