def f():
    cdef bytes x = u"abc"
    return x

# error 2:19: Cannot convert Unicode string to 'bytes' implicitly, encoding required.
