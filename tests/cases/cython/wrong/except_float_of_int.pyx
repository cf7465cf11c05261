cdef int f(int n) except 1.5:
    return n

# error 1:25: Exception value incompatible with function return type
