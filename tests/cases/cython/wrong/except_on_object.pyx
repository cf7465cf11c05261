cdef object g(int n) except -1:
    return n

# error 1:13: Exception clause not allowed for function returning Python object
