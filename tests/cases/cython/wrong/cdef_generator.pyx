cdef int g(int n):
    yield n

# error 2:4: `g` has C types, and cannot be compiled: it is a generator
# cython 2:4: 'yield' not supported here
