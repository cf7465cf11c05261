cdef int g():
    return

# error 2:4: Return value required
