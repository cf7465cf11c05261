cdef int g():
    return 'abc'

# error 2:11: Only single-character string literals can be coerced into ints.
