cdef object g(int n) nogil:
    return n

# error 1:12: Function with Python return type cannot be declared nogil
# cython 1:0: Function with Python return type cannot be declared nogil
