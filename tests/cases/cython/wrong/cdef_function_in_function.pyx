def f(int n):
    cdef int g(int x):
        return x
    return g(n)

# error 2:21: C function definition not allowed here
