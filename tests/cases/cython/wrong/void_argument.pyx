cdef int g(void x):
    return 1

# error 1:11: Invalid use of 'void'
