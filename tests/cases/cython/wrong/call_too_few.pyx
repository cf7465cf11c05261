cdef int g(int a, int b):
    return a + b

def f(int n):
    return g(n)

# error 5:11: Call with wrong number of arguments (expected 2, got 1)
# cython 5:12: Call with wrong number of arguments (expected 2, got 1)
