cdef int g(int a, int b=2):
    return a

def f(int n):
    return g(n, c=n)

# error 5:16: C function got unexpected keyword argument 'c'
