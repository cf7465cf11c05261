def f():
    return c''

# error 2:11: a character of C is one byte
# cython 2:11: invalid character literal: b''
