cdef int g(int a, int b=1):
    return a

def f(int n):
    return g(n, a=n)

# error 5:16: argument 'a' passed twice
