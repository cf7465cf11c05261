cpdef int g(int n):
    h = lambda x: x + n
    return h(1)

# error 1:0: closures inside cpdef functions not yet supported
