cdef object g(int n) nogil:
    return n

# error 1:0: Function with Python return type cannot be declared nogil
