def f(int n):
    cdef void* p = &n
    return p[0]

# error 3:12: 'void *' is indexed: what it points to has no size
# cython: accepts
