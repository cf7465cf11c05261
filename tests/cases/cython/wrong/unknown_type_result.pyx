cdef thing f():
    pass

# error 1:5: `thing` is not a type identifier
# cython 1:5: 'thing' is not a type identifier
