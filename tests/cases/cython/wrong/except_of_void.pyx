cdef void f(int n) except -1:
    pass

# error 1:27: Exception value incompatible with function return type
