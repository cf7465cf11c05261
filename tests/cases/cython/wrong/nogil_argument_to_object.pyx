cdef int g(x) nogil:
    return 1

def f(int n):
    with nogil:
        g(n)

# error 6:10: Converting to Python object not allowed without gil
