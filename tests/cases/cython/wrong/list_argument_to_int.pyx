cdef int g(int a):
    return a

def f():
    return g([1])

# error 5:13: Cannot coerce list to type 'int'
