def f():
    cdef str x = b'abc'
    return x

# error 2:17: Cannot convert 'bytes' object to str implicitly, decoding required
