cpdef int g(int n):
    h = lambda x: x + n
    return h(1)

# error 2:8: `g` has C types, and cannot be compiled: it makes a lambda, line 2
# cython 1:0: closures inside cpdef functions not yet supported
