cdef int g(int a):
    return a

def f(int n):
    return g(z=n)

# error 5:13: C function got unexpected keyword argument 'z'
