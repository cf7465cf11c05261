def f(int n):
    cdef void* p = &n
    p[0] = 1

# error 3:5: 'void *' is indexed: what it points to has no size
# cython 3:11: Cannot assign type 'long' to 'void'
