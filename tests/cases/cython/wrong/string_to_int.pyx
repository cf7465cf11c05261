def f():
    cdef int x = "abc"
    return x

# error 2:17: Only single-character string literals can be coerced into ints.
