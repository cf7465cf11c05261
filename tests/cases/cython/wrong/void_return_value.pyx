cdef void g():
    return 3

# error 2:11: Return with value in void function
