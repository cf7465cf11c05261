def f():
    cdef strange x

# error 2:9: `strange` is not a type identifier
# cython 2:9: 'strange' is not a type identifier
