def f(int n):
    cdef int g(int x):
        return x
    return g(n)

# error 2:4: `f` has C types, and cannot be compiled: it defines a nested function `g`, line 2
# cython 2:21: C function definition not allowed here
