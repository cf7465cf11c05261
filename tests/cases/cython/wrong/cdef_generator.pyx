cdef int g(int n):
    yield n

# error 2:4: 'yield' not supported here
