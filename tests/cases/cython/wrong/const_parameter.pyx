cdef int g(const int n):
    n = 3
    return n

def f():
    return g(2)

# error 2:4: Assignment to const 'n'
# cython 2:8: Assignment to const 'n'
