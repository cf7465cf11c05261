cdef int g(int a):
    return a

def f(int n):
    return g(n, n, n)

# error 5:11: Call with wrong number of arguments (expected 1, got 3)
# cython 5:12: Call with wrong number of arguments (expected 1, got 3)
