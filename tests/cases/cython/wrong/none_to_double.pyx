cdef double g():
    return None

# error 2:11: Cannot assign None to double
